package org.stockwright.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Whatever is done to what the workbench, the framework and Java remember, the installed program starts, with one retry at
 * most and all views of the default layout, and the book is as it was.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CorruptStateIT {

    /** Every build takes the same one, so that it fails for what was changed. */
    private static final long EVERY_BUILD = 20_261_126;
    private static final String ITEM = "CANARY-ITEM";
    private static final List<String> FIGURES = List.of(
        "item,location,lot,owner,status,on_hand,reserved,available,unit", ITEM + ",,,,,100,0,100,EA");
    private static final int AT_MOST = 2;
    private static final long UNTIL_THE_BOOK_IS_OPEN = 3_000;
    private static final long SHORT = 200;

    @TempDir
    static Path folder;

    private Random random;
    private Installed installed;
    private Path book;
    private List<String> windows;
    private Path good;

    @BeforeAll
    void workOnce() throws IOException, InterruptedException {
        assumeTrue(System.getenv("DISPLAY") != null, "a window needs a display");
        long seed = Long.getLong("stockwright.seed",
            Boolean.getBoolean("stockwright.nightly") ? System.nanoTime() : EVERY_BUILD);
        System.out.println("CorruptStateIT: -Dstockwright.seed=" + seed);
        random = new Random(seed);
        installed = new Installed(folder);
        book = installed.home().resolve("company");
        done("init", "--db", book.toString(), "--company", "Acme", "--zone", "Europe/Berlin");
        done("import", "items", Files.writeString(folder.resolve("items.csv"), "item,name,unit\n" + ITEM + ",Bolt,EA\n")
            .toString(), "--db", book.toString());
        done("post",
            Files.writeString(folder.resolve("moves.csv"), "key,effective,type,item,quantity,unit\nM1,2026-01-10,"
                + "receipt," + ITEM + ",100,EA\n").toString(),
            "--db", book.toString());
        Path preferences = installed.metadata().resolve(Path.of(".plugins", "org.eclipse.core.runtime", ".settings"));
        Files.createDirectories(preferences);
        Files.writeString(preferences.resolve("org.stockwright.company.ui.prefs"), "eclipse.preferences.version=1\n"
            + "recent.count=1\nrecent.0.location=" + book + "\nrecent.0.name=Acme\nrecent.open=" + book + "\n");
        Installed.Ran first = installed.workbench(UNTIL_THE_BOOK_IS_OPEN, Map.of());
        assertThat(first.status()).as(first.toString()).isZero();
        assertThat(first.windows()).as(first.toString()).hasSize(1);
        assertThat(first.windows().getFirst()).contains("org.stockwright.ui.perspective.stock org.stockwright.");
        windows = first.windows();
        good = folder.resolve("good");
        installed.keepState(good);
    }

    private void done(String... words) throws IOException, InterruptedException {
        Installed.Ran ran = installed.command(words);
        assertThat(ran.status()).as(ran.toString()).isZero();
    }

    private List<String> figures() throws IOException, InterruptedException {
        Installed.Ran ran = installed.command("on-hand", "--by", "item", "--db", book.toString());
        assertThat(ran.status()).as(ran.toString()).isZero();
        return ran.out().lines().toList();
    }

    @Test
    void nothingOfTheBookIsInTheState() throws IOException {
        List<Path> files = Damage.files(installed.state());
        assertThat(files).hasSizeGreaterThan(10);
        for (Path file : files) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as("%s", file)
                .doesNotContain(ITEM);
        }
    }

    @Test
    void everythingDamagedAtOnceIsRecoveredFrom() throws Exception {
        allAtOnce(() -> random.nextBoolean() ? Damage.GARBLED : Damage.TRUNCATED);
    }

    @Test
    @Tag("nightly")
    void everythingGarbledAtOnceIsRecoveredFrom() throws Exception {
        allAtOnce(() -> Damage.GARBLED);
    }

    @Test
    @Tag("nightly")
    void everythingTruncatedAtOnceIsRecoveredFrom() throws Exception {
        allAtOnce(() -> Damage.TRUNCATED);
    }

    private void allAtOnce(Supplier<Damage> damage) throws Exception {
        installed.restoreState(good);
        for (Path file : Damage.files(installed.state())) {
            damage.get().to(file, random);
        }
        Installed.Ran ran = installed.workbench(SHORT, Map.of());
        starts(ran, AT_MOST);
        assertThat(ran.err()).contains("stockwright: The framework's state was not as it was left; it is made anew.");
        assertThat(installed.metadata().resolve(".log")).content().contains("The framework's state was not as it was");
        assertThat(figures()).isEqualTo(FIGURES);
    }

    @Test
    void aStateThatKeepsTheWorkbenchFromStartingIsSetAsideOnce() throws Exception {
        installed.restoreState(good);
        Path layout = installed.metadata().resolve(Path.of(".plugins", "org.eclipse.e4.workbench"));
        Files.move(layout, layout.resolveSibling("lost"));
        Files.writeString(layout, "a file in the place of the folder");
        List<Path> before = asides();
        Installed.Ran ran = installed.workbench(SHORT, Map.of());
        starts(ran, 2);
        assertThat(ran.err()).as("what is sound is used").doesNotContain("made anew");
        assertThat(ran.starts()).as(ran.toString()).isEqualTo(2);
        assertThat(ran.err()).contains("The workbench did not start (status");
        assertThat(installed.metadata().resolve(".log")).content().contains("The workbench did not start (status");
        List<Path> aside = asides();
        aside.removeAll(before);
        assertThat(aside).hasSize(1);
        assertThat(aside.getFirst().resolve(".metadata").resolve(".plugins").resolve("org.eclipse.e4.workbench"))
            .hasContent("a file in the place of the folder");
    }

    private List<Path> asides() throws IOException {
        Path all = installed.home().resolve("aside");
        if (!Files.isDirectory(all)) {
            return new ArrayList<>();
        }
        try (Stream<Path> sets = Files.list(all)) {
            return new ArrayList<>(sets.toList());
        }
    }

    @Test
    @Tag("nightly")
    void aStateThatWasMadeAnewIsKept() throws Exception {
        allAtOnce(() -> Damage.TRUNCATED);
        Installed.Ran next = installed.workbench(SHORT, Map.of());
        starts(next, 1);
        assertThat(next.err()).doesNotContain("stockwright:");
    }

    @Test
    @Tag("nightly")
    void aStartThatFailsForAnotherReasonLeavesTheStateInItsPlace() throws Exception {
        installed.restoreState(good);
        Path layout = installed.metadata()
            .resolve(Path.of(".plugins", "org.eclipse.e4.workbench", "workbench.xmi"));
        byte[] before = Files.readAllBytes(layout);
        Installed.Ran ran = installed.workbench(SHORT, Map.of("DISPLAY", "127.0.0.1:99", "WAYLAND_DISPLAY", ""));
        assertThat(ran.status()).as(ran.toString()).isNotZero();
        assertThat(ran.windows()).isEmpty();
        assertThat(ran.starts()).isEqualTo(2);
        assertThat(ran.err()).contains("It did not start without its state either, which is back in its place.");
        assertThat(layout).hasBinaryContent(before);
    }

    @Test
    @Tag("nightly")
    void eachFileByItselfIsRecoveredFrom() throws Exception {
        installed.restoreState(good);
        List<Path> files = Damage.files(installed.state());
        int retried = 0;
        for (Path file : files) {
            for (Damage damage : Damage.values()) {
                installed.restoreState(good);
                damage.to(file, random);
                if (isOfCommands(file)) {
                    assertThat(figures()).as("%s %s", file, damage).isEqualTo(FIGURES);
                } else {
                    Installed.Ran ran = installed.workbench(SHORT, Map.of());
                    assertThat(ran.windows()).as("%s %s: %s", file, damage, ran).isEqualTo(windows);
                    assertThat(ran.starts()).as("%s %s: %s", file, damage, ran).isLessThanOrEqualTo(AT_MOST);
                    retried += ran.starts() > 1 ? 1 : 0;
                }
            }
        }
        System.out.println("CorruptStateIT: " + files.size() + " files, each damaged in " + Damage.values().length
            + " ways, " + retried + " starts of the workbench were repeated");
        assertThat(figures()).isEqualTo(FIGURES);
    }

    /** Whether only headless commands read this file. */
    private boolean isOfCommands(Path file) {
        return file.startsWith(installed.home().resolve("headless"))
            || file.startsWith(installed.cache()) && !file.getParent().endsWith("workbench");
    }

    private void starts(Installed.Ran ran, int most) {
        assertThat(ran.status()).as(ran.toString()).isZero();
        assertThat(ran.windows()).as(ran.toString()).isEqualTo(windows);
        assertThat(ran.starts()).as(ran.toString()).isLessThanOrEqualTo(most);
    }

}
