package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Contributions;
import org.stockwright.base.Refusal;
import org.stockwright.cli.spi.BookTask;
import org.stockwright.cli.spi.CommandContribution;
import org.stockwright.cli.spi.CommandEntry;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.cli.spi.WrongUsage;
import org.stockwright.exchange.RowWriter;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands of others beside our own: what they can do, and that a bad one hurts nobody else. */
class ContributedCommandsTest {

    private final Shell shell = new Shell();
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        registered.forEach(ServiceRegistration::unregister);
        BundleContext context = FrameworkUtil.getBundle(CommandRun.class).getBundleContext();
        Contributions contributions = context.getService(context.getServiceReference(Contributions.class));
        contributions.faulty().forEach(part -> contributions.enable(part.id()));
    }

    /** Makes places, the way partners' commands do. */
    @Command(name = "place", description = "Makes a place.", footer = { "", "Example:", "  stockwright loan place L1" })
    static final class MakePlace implements BookTask {

        @Parameters(index = "0", paramLabel = "CODE", description = "its code")
        String code;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void check() {
            if (code.isBlank()) {
                throw new WrongUsage("A place has a code.");
            }
        }

        @Override
        public void run(OpenBook book) throws IOException {
            if (code.equals("never")) {
                throw book.refuse(Refusal.of(CliRefusal.BAD_LINE, code).hint("Take another one."));
            }
            if (code.equals("bug")) {
                throw new IllegalStateException("nobody thought of it");
            }
            book.store(dryRun, () -> book.service(Locations.class)
                .saveAll(List.of(Locations.Draft.of(code, code, "MAIN", LocationKind.ZONE))));
            try (RowWriter rows = book.result("places", List.of("place", "day"))) {
                rows.write(code, book.day("2026-01-31"));
            }
        }

    }

    /** Takes the name of an option that every command has. */
    @Command(name = "greedy")
    static final class Greedy implements BookTask {

        @Option(names = "--db")
        String database;

        @Override
        public void run(OpenBook book) {
            throw new AssertionError("it cannot be called");
        }

    }

    private void contribute(String title, Supplier<List<CommandEntry>> entries) {
        contribute(new CommandContribution() {

            @Override
            public String title() {
                return title;
            }

            @Override
            public List<CommandEntry> commands() {
                return entries.get();
            }

        });
    }

    private void contribute(CommandContribution contribution) {
        registered.add(FrameworkUtil.getBundle(CommandRun.class).getBundleContext()
            .registerService(CommandContribution.class, contribution, null));
    }

    private static List<CommandEntry> loans() {
        return List.of(CommandEntry.noun("loan", "Lends 100 % of it.", "stockwright loan place L1", new MakePlace()));
    }

    private String[] inBook(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--db", folder.resolve("db").toString(), "--user", "anna"));
        return all.toArray(new String[0]);
    }

    private List<String> places() {
        contribute("Reader", () -> CommandEntry.verbs(new ListPlaces()));
        assertThat(shell.run(inBook("places"))).as(shell::err).isZero();
        return shell.rows();
    }

    /** Shows them. */
    @Command(name = "places", description = "Shows places.")
    static final class ListPlaces implements BookTask {

        @Override
        public void run(OpenBook book) throws IOException {
            try (RowWriter rows = book.data("places", List.of("place"))) {
                for (Location location : book.service(Locations.class).list()) {
                    rows.write(location.code());
                }
            }
        }

    }

    @Test
    void theHelpListsThem() {
        contribute("Loans", ContributedCommandsTest::loans);
        assertThat(shell.run("--help")).isZero();
        assertThat(shell.out()).contains("  loan ", "Lends 100 % of it.", "on-hand");
        assertThat(shell.run("loan", "--help")).isZero();
        assertThat(shell.out()).contains("place", "Example:", "stockwright loan place L1");
        assertThat(shell.run("loan", "place", "--help")).isZero();
        assertThat(shell.out()).contains("stockwright loan place", "Makes a place.", "CODE", "--dry-run", "--db",
            "--format", "Example:");
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void theyWorkOnABookAsOurOwnDo() {
        contribute("Loans", ContributedCommandsTest::loans);
        assertThat(shell.run(inBook("init", "--company", "Acme"))).as(shell::err).isZero();
        assertThat(shell.run(inBook("loan", "place", "L1", "--dry-run"))).as(shell::err).isZero();
        assertThat(shell.err()).contains("Nothing was stored");
        assertThat(places()).contains("MAIN").doesNotContain("L1");
        assertThat(shell.run(inBook("loan", "place", "L1", "--format", "json"))).as(shell::err).isZero();
        assertThat(shell.rows()).hasSize(1).first().asString().contains("\"place\":\"L1\"", "2026-01-31");
        assertThat(places()).contains("L1");
    }

    @Test
    void theirExitCodesAreOurs() {
        contribute("Loans", ContributedCommandsTest::loans);
        assertThat(shell.run(inBook("init", "--company", "Acme"))).as(shell::err).isZero();
        assertThat(shell.run(inBook("loan", "place", "never"))).isEqualTo(1);
        assertThat(shell.err()).contains("BAD_LINE: 'never'", "Take another one.");
        assertThat(shell.run(inBook("loan", "place", " "))).isEqualTo(2);
        assertThat(shell.err()).contains("A place has a code.", "stockwright loan place --help");
        assertThat(shell.run("loan")).isEqualTo(2);
        assertThat(shell.err()).contains("A command is missing behind loan: place.");
        assertThat(shell.run("loan", "place", "A", "--nonsense")).isEqualTo(2);
        assertThat(shell.run(inBook("loan", "place", "bug"))).isEqualTo(3);
        assertThat(shell.err()).contains("a bug of the installed part 'Loans'", "nobody thought of it");
    }

    @Test
    void aWordOfOursTakesMore() {
        contribute("Loans", () -> List.of(new CommandEntry.Behind("report", CommandEntry.verbs(new MakePlace())),
            new CommandEntry.Behind("on-hand", CommandEntry.verbs(new MakePlace()))));
        assertThat(shell.run("report", "--help")).isZero();
        assertThat(shell.out()).contains("list", "run", "place");
        assertThat(shell.err()).contains("behind on-hand", "'Loans'", "there is no such word").hasLineCount(1);
    }

    @Test
    void aWordOfAnotherPartTakesMoreWhateverCameFirst() {
        contribute("Partner", () -> List.of(new CommandEntry.Behind("loan", CommandEntry.verbs(new ListPlaces()))));
        contribute("Loans", ContributedCommandsTest::loans);
        assertThat(shell.run("loan", "--help")).isZero();
        assertThat(shell.out()).contains("place ", "places ");
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void aBadOneIsNamedAndLeftOut() {
        contribute(new CommandContribution() {

            @Override
            public String title() {
                return "Broken";
            }

            @Override
            public List<CommandEntry> commands() {
                throw new NoClassDefFoundError("com/example/Gone");
            }

        });
        contribute("Thief",
            () -> List.of(CommandEntry.noun("order", "Takes our word.", "stockwright order place", new MakePlace()),
                new CommandEntry.Verb(new Greedy()), new CommandEntry.Verb(null)));
        contribute("Loans", ContributedCommandsTest::loans);
        contribute("Copy", () -> List.of(loans().getFirst(),
            CommandEntry.noun("Bad Name", "No.", "none", new ListPlaces())));
        contribute("Empty", () -> List.of(new CommandEntry.Noun("nothing", null, null, List.of()),
            new CommandEntry.Noun(null, "No name.", "none", List.of()), new CommandEntry.Behind(null, List.of())));
        assertThat(shell.run("--version")).isZero();
        assertThat(shell.err().lines()).hasSize(9).anyMatch(line -> line.contains("'Broken'") && line.contains("Gone"))
            .anyMatch(line -> line.contains("order") && line.contains("'Thief'") && line.contains("of that name"))
            .anyMatch(line -> line.contains("Greedy") && line.contains("--db"))
            .anyMatch(line -> line.contains("loan") && line.contains("'Copy'"))
            .anyMatch(line -> line.contains("Bad Name") && line.contains("no name of a command"))
            .anyMatch(line -> line.contains("The word nothing") && line.contains("'Empty'"))
            .anyMatch(line -> line.contains("<main class>") && line.contains("no name of a command"))
            .anyMatch(line -> line.contains("behind null"));
        assertThat(shell.run("loan", "place", "--help")).isZero();
        assertThat(shell.run("order", "purchase", "--help")).isZero();
        assertThat(shell.out()).contains("stockwright order purchase");
    }

}
