package org.stockwright.ui.workflow;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.company.Companies;
import org.stockwright.company.Drafts;
import org.stockwright.persistence.StoreException;
import org.stockwright.testkit.TestDatabases;
import org.stockwright.testkit.process.SecondProcess;
import org.stockwright.testkit.ui.Bot;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.testkit.ui.TimeoutException;
import org.stockwright.ui.Workbench;

import static org.assertj.core.api.Assertions.assertThat;

/** Clerks work on a book that is on a PostgreSQL server, also when the server goes away for a while. */
class ServerBookTest {

    private static final String OPEN = "org.stockwright.company.ui.open";
    private static final Duration NEWS = Duration.ofSeconds(2);
    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final long AWAY_MILLIS = 6_000;

    private final StockwrightBot bot = new StockwrightBot();
    private ServerBook book;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeABookOnTheServer() {
        Assumptions.assumeTrue(TestDatabases.server().isPresent(),
            "stockwright.test.postgresql is not set: there is no PostgreSQL server to work with");
        bot.mainShell().activate();
        bot.closeAllEditors();
        DemoBook.find(Companies.class).orElseThrow().close();
        bot.waitForWork();
        book = new ServerBook();
        bot.activatePerspective(Workbench.STOCK_PERSPECTIVE);
    }

    @AfterEach
    void close() {
        if (book != null) {
            bot.closeAllEditors();
            book.close();
            bot.waitForWork();
        }
    }

    @Test
    void aConnectionIsTriedWithoutBlockingAndWhatIsWrongIsSaid() throws IOException {
        BotShell dialog = connecting();
        assertThat(dialog.bot().button("Test connection").isEnabled()).isTrue();
        dialog.bot().button("Test connection").click();
        bot.waitUntil(Conditions.that("what is missing is told", () -> dialog.bot().shows("Give the name or address")));
        address(dialog, "jdbc:postgresql://127.0.0.1:1/nothing?user=nobody");
        dialog.bot().button("Test connection").click();
        bot.waitUntil(Conditions.that("that there is no server is told",
            () -> dialog.bot().shows("cannot be reached") && dialog.bot().shows("Check host and port")));
        picture("connection-refused");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address(dialog, "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/nothing?user=nobody");
            assertThat(dialog.bot().shows("cannot be reached")).as("another address is typed").isFalse();
            dialog.bot().button("Test connection").click();
            bot.waitUntil(Conditions.that("it is being tried", () -> !dialog.bot().button("Testing…").isEnabled()));
            long begun = System.nanoTime();
            bot.getDisplay().syncExec(() -> {
                // as a key would have to wait
            });
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            dialog.bot().textWithLabel("Host").setText("localhost");
        }
        bot.waitUntil(Conditions.widgetIsEnabled(dialog.bot().button("Test connection")));
        assertThat(dialog.bot().shows("cannot be reached")).as("of an address that is not there any more").isFalse();
        dialog.bot().button("Cancel").click();
        bot.waitUntil(Conditions.shellCloses(dialog));
    }

    @Test
    void aBookOnAServerIsOpenedByItsPasswordWhichIsKeptNowhereInClearText() throws Exception {
        BotShell dialog = connecting();
        address(dialog, book.url());
        dialog.bot().button("Test connection").click();
        answer("not the password", false);
        bot.waitUntil(Conditions.that("a wrong password is told", () -> dialog.bot().shows("does not let the user")));
        dialog.bot().button("Test connection").click();
        answer(book.secret, true);
        bot.waitUntil(Conditions.that("all is well", () -> dialog.bot().shows("holds a book that can be opened")));
        bot.sleep(300);
        picture("connection-good");
        dialog.bot().button("Open").click();
        awaitOpen();
        assertThat(DemoBook.find(Companies.class).orElseThrow().current().orElseThrow().location())
            .startsWith("jdbc:postgresql:").doesNotContain(book.secret);
        assertThat(kept()).as("in the secure storage").contains(book.secret);
        Path work = path(Platform.getInstanceLocation().getURL()).getParent();
        assertThat(work.resolve("data")).isDirectory();
        assertThat(book.filesWithSecret(work)).as("files with the password").isEmpty();
        assertThat(Files.readString(work.resolve("data/keyring"))).as("the secure storage's own file")
            .contains("org.stockwright");
    }

    @Test
    void whatAnotherProgramPostsIsSeenWithinTwoSeconds() throws Exception {
        openByTheServersPassword();
        BotNatTable stock = bot.viewById("org.stockwright.ledger.ui.stock").bot().natTable();
        bot.waitForWork();
        assertThat(shown(stock)).isEqualByComparingTo("0");
        try (SecondProcess other = book.receiving(folder.resolve("process"))) {
            assertThat(other.line()).isEqualTo("opened");
            assertThat(other.line()).isEqualTo("posted other-0");
            within(NEWS, "the stock view shows it", () -> shown(stock).signum() > 0);
            other.end(60);
        }
        picture("server-stock");
    }

    @Test
    void aDraftOutlivesAServerThatGoesAwayAndWorkGoesOnByItself() throws Exception {
        openByTheServersPassword();
        BotNatTable stock = bot.viewById("org.stockwright.ledger.ui.stock").bot().natTable();
        MovementEntry entry = MovementEntry.byKey(bot, 'r', "Receipt");
        entry.type(ServerBook.ITEM, "5", "", "", ServerBook.BIN);
        bot.waitUntil(Conditions.that("the draft is in the book", () -> drafts().contains(ServerBook.ITEM)), 10_000);

        book.shut();
        within(PROMISED, "a banner says what to do",
            () -> window().shows("not been reachable since") && window().shows("by itself"));
        assertThat(window().shows("what you type is kept as a draft")).as("and what is safe").isTrue();
        entry.editor().bot().textWithLabel("Reference").setText("PO-77");
        within(PROMISED, "what is typed is in a file here", () -> local().contains("PO-77"));
        assertThat(local()).contains(ServerBook.ITEM);
        entry.item().setFocus();
        // the fields keep where the last line went
        entry.type(ServerBook.ITEM, "7", "", "", "");
        assertThat(entry.line(1)).as("entering goes on").startsWith(ServerBook.ITEM, "7");
        picture("server-away");
        bot.sleep(AWAY_MILLIS);
        assertThat(noDialog()).as("nobody is asked anything").isTrue();
        assertThat(entry.line(0)).startsWith(ServerBook.ITEM, "5");

        book.open();
        within(PROMISED, "the banner goes and the book has the draft",
            () -> !window().shows("not been reachable since") && drafts().contains("PO-77") && local().isEmpty());
        entry.item().setFocus();
        entry.post("was posted");
        bot.viewById("org.stockwright.ledger.ui.stock");
        within(NEWS, "the stock view shows it", () -> shown(stock).compareTo(BigDecimal.valueOf(12)) == 0);
        picture("server-back");
    }

    private BotShell connecting() {
        bot.command(OPEN);
        BotShell dialog = bot.shell("Open a company").activate();
        dialog.bot().radio("On a PostgreSQL server").click();
        bot.waitUntil(Conditions.widgetIsEnabled(dialog.bot().button("Test connection")));
        return dialog;
    }

    private static void address(BotShell dialog, String url) {
        dialog.bot().textWithLabel("or JDBC address").setText(url);
    }

    private void answer(String password, boolean remember) {
        BotShell question = bot.shell("Password of the database").activate();
        question.bot().textWithLabel("Password").setText(password);
        if (remember) {
            question.bot().checkBox("Remember it in the secure storage of this computer").click();
        }
        question.bot().button("OK").click();
        bot.waitUntil(Conditions.shellCloses(question));
    }

    private void openByTheServersPassword() {
        BotShell dialog = connecting();
        address(dialog, book.url());
        dialog.bot().button("Open").click();
        answer(book.secret, false);
        awaitOpen();
    }

    private void awaitOpen() {
        bot.waitUntil(Conditions.that("the book is open",
            () -> bot.mainShell().getText().equals(ServerBook.COMPANY + " – Stockwright")), 60_000);
        bot.waitForWork();
        bot.mainShell().activate();
    }

    private static List<String> kept() throws StorageException {
        ISecurePreferences servers = SecurePreferencesFactory.getDefault().node("/org.stockwright/servers");
        java.util.ArrayList<String> passwords = new java.util.ArrayList<>();
        for (String server : servers.childrenNames()) {
            for (String user : servers.node(server).childrenNames()) {
                assertThat(servers.node(server).node(user).isEncrypted("password")).isTrue();
                passwords.add(servers.node(server).node(user).get("password", ""));
            }
        }
        return passwords;
    }

    private static Path path(java.net.URL url) throws URISyntaxException {
        return Path.of(new java.net.URI(url.toString().replace(" ", "%20")));
    }

    private Bot window() {
        return bot.mainShell().bot();
    }

    private static BigDecimal shown(BotNatTable stock) {
        int row = stock.rowWhere("Item", ServerBook.ITEM, "Location", ServerBook.BIN);
        return row < 0 ? BigDecimal.ZERO : DemoBook.number(stock.cell(row, "On hand"));
    }

    /** What drafts the book has; nobody knows of any while its server is away. */
    private static String drafts() {
        try {
            return DemoBook.find(Drafts.class).map(drafts -> drafts.list().stream().map(Drafts.Draft::content)
                .reduce("", String::concat)).orElse("");
        } catch (StoreException e) {
            return "";
        }
    }

    /** What the workbench keeps in files of its own, because the book does not take it now. */
    private static String local() {
        Path drafts = DemoBook.find(Companies.class).orElseThrow().waitingFolder().resolve("drafts");
        StringBuilder text = new StringBuilder();
        if (Files.isDirectory(drafts)) {
            try (Stream<Path> files = Files.list(drafts)) {
                for (Path file : (Iterable<Path>) files.filter(file -> file.toString().endsWith(".draft"))::iterator) {
                    text.append(Files.readString(file));
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return text.toString();
    }

    private boolean noDialog() {
        return bot.activeShell().getText().equals(bot.mainShell().getText());
    }

    private void within(Duration promised, String what, BooleanSupplier condition) {
        long begun = System.nanoTime();
        try {
            bot.waitUntil(Conditions.that(what, condition::getAsBoolean));
        } catch (TimeoutException e) {
            picture("timeout-server");
            throw e;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println(what + " after " + took.toMillis() + " ms");
        assertThat(took).as(what).isLessThanOrEqualTo(promised);
    }

    private void picture(String name) {
        bot.captureScreenshot(Path.of(System.getProperty("stockwright.screenshots", "target/screenshots"))
            .resolve(name + ".png"));
    }

}
