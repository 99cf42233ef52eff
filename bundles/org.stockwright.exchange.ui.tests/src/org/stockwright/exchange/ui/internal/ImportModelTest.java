package org.stockwright.exchange.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Progress;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The wizard's model over the real import engine. */
class ImportModelTest {

    private static final String BAD = "Code,Breite,colour\nA,10,red\nB,wide,red\nC,12,\n";

    @TempDir
    private Path folder;
    private final KeptTexts texts = new KeptTexts();
    private final Shelves shelves = new Shelves();
    private ServiceRegistration<ImportKind> registration;
    private ImportModel model;

    @BeforeEach
    void begin() {
        BundleContext context = FrameworkUtil.getBundle(ImportModel.class).getBundleContext();
        registration = context.registerService(ImportKind.class, shelves, null);
        model = newModel();
    }

    @AfterEach
    void end() {
        registration.unregister();
    }

    private ImportModel newModel() {
        BundleContext context = FrameworkUtil.getBundle(ImportModel.class).getBundleContext();
        return new ImportModel(context.getService(context.getServiceReference(Imports.class)), texts);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("shelves.csv"), text);
    }

    private void read(String text) throws IOException {
        model.kind(shelves);
        model.file(file(text).toString());
        assertThat(model.prepare(Progress.NONE).isDone()).isTrue();
    }

    @Test
    void kindAndFileMustBeChosen() {
        assertThat(model.sourceProblem()).contains(Messages.Source_noKind);
        assertThat(model.kinds()).contains(shelves);
        model.kind(shelves);
        assertThat(model.sourceProblem()).contains(Messages.Source_noFile);
        model.file(folder.resolve("missing.csv").toString());
        assertThat(model.sourceProblem()).isEmpty();
        assertThat(model.fileExists()).isFalse();
    }

    @Test
    void aHeaderThatNobodyKnowsIsMappedByHandAndSeenUntilThen() throws IOException {
        read(BAD);
        assertThat(model.map().column("Code")).isEqualTo("code");
        assertThat(model.map().ignored()).containsExactly("Breite");
        assertThat(model.map().problems()).containsExactly("No column of the file gives 'width', which is required.");
        assertThat(model.map().samples("Breite")).isEqualTo("10 · wide · 12");
        model.map("Breite", "width");
        assertThat(model.map().problems()).isEmpty();
        model.map("colour", "width");
        assertThat(model.map().problems()).hasSize(1);
    }

    @Test
    void errorsKeepEverythingOutUnlessGoodRowsAreWanted() throws IOException {
        read(BAD);
        model.map("Breite", "width");
        model.check(Progress.NONE);
        assertThat(shelves.stored).isEmpty();
        assertThat(model.badRows()).isEqualTo(1);
        assertThat(model.isReady()).isFalse();
        assertThat(Problem.of(model.result().orElseThrow())).containsExactly(
            new Problem(true, "3", "width", "NO_WIDTH", "'wide' is no width. Write whole centimetres."));
        assertThat(model.store(Progress.NONE).isDone()).isFalse();
        assertThat(shelves.stored).isEmpty();

        model.keepGood(true);
        assertThat(model.isReady()).isTrue();
        ImportResult stored = model.store(Progress.NONE).value();
        assertThat(shelves.stored).containsOnlyKeys("A", "C");
        assertThat(model.report(stored))
            .isEqualTo("Shelves: 2 stored, 0 unchanged, 1 rows left out because of errors.");
    }

    @Test
    void badRowsAreMendedInTheirOwnFileAndImportedFromThere() throws IOException {
        read(BAD);
        model.map("Breite", "width");
        model.check(Progress.NONE);
        assertThat(model.badRowsName()).isEqualTo("shelves.errors.csv");
        Path bad = folder.resolve(model.badRowsName());
        model.writeBadRows(bad);
        String text = Files.readString(bad);
        assertThat(text).contains("B,wide,red").contains("NO_WIDTH").doesNotContain("A,10");
        Files.writeString(bad, text.replace("B,wide,", "B,14,"));

        ImportModel again = newModel();
        again.kind(shelves);
        again.file(bad.toString());
        again.prepare(Progress.NONE);
        again.map("Breite", "width");
        again.check(Progress.NONE);
        assertThat(again.result().orElseThrow().refusals()).isEmpty();
        assertThat(again.store(Progress.NONE).isDone()).isTrue();
        assertThat(shelves.stored).containsOnly(Map.entry("B", "14"));
        assertThat(again.badRowsName()).isEqualTo("shelves.errors.csv");
    }

    @Test
    void theSameHeadersAreMappedTheSameWayTheNextTime() throws IOException {
        read("Code,Breite,colour\nA,10,red\n");
        model.map("Breite", "width");
        model.map("colour", "");
        model.check(Progress.NONE);
        assertThat(model.store(Progress.NONE).isDone()).isTrue();

        model = newModel();
        read("Code,Breite,colour\nD,11,red\n");
        assertThat(model.map().column("Breite")).isEqualTo("width");
        assertThat(model.map().column("colour")).isEmpty();
        assertThat(model.names()).isEmpty();

        model = newModel();
        read("Code,Breite\nE,11\n");
        assertThat(model.map().column("Breite")).isEmpty();
    }

    @Test
    void aMappingWithANameIsEverybodysAndCanBeForgotten() throws IOException {
        read("Code,\"Breite\n(cm)\"\nA,10\n");
        model.map("Breite\n(cm)", "width");
        model.saveAs(" Metal works ", Progress.NONE);
        assertThat(model.names()).containsExactly("Metal works");
        assertThat(texts.list("import.shelves")).allMatch(saved -> saved.shared());
        model.choose("", Progress.NONE);
        assertThat(model.map().column("Breite\n(cm)")).isEmpty();
        model.choose("Metal works", Progress.NONE);
        assertThat(model.map().column("Breite\n(cm)")).isEqualTo("width");
        model.forget("Metal works", Progress.NONE);
        assertThat(model.names()).isEmpty();
    }

    @Test
    void aChangeAfterTheCheckAsksForAnother() throws IOException {
        read("code,width,colour\nA,10,red\n");
        model.check(Progress.NONE);
        assertThat(model.isReady()).isTrue();
        model.map("colour", "");
        assertThat(model.result()).isEmpty();
        assertThat(model.isReady()).isFalse();
        model.check(Progress.NONE);
        assertThat(model.importedHeaders()).isEqualTo(List.of("code", "width"));
        assertThat(model.firstRows()).containsExactly(new String[] { "A", "10" });
    }

    @Test
    void rowsThatAreStoredAlreadyAreNothingToDo() throws IOException {
        shelves.stored.put("A", "10");
        read("code,width\nA,10\n");
        model.check(Progress.NONE);
        assertThat(model.isReady()).isFalse();
        assertThat(model.verdict()).isEqualTo(Messages.Preview_none);
        assertThat(model.counts()).startsWith("1 rows: 0 would be stored, 1 unchanged");
    }

    @Test
    void aCheckThatWasStoppedFoundNothing() throws IOException {
        read("code,width\nA,10\n");
        Progress stopped = new Progress() {

            @Override
            public void begin(String task, long total) {
                // nobody watches
            }

            @Override
            public void worked(long amount) {
                // nobody watches
            }

            @Override
            public boolean isCancelled() {
                return true;
            }

        };
        assertThatExceptionOfType(Progress.Cancelled.class).isThrownBy(() -> model.check(stopped));
        assertThat(model.result()).isEmpty();
        assertThat(model.verdict()).isEqualTo(Messages.Preview_notChecked);
        assertThat(model.isReady()).isFalse();
    }

}
