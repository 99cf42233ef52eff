package org.stockwright.exchange.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.exchange.ExchangeRefusal;
import org.stockwright.exchange.ExportTable;
import org.stockwright.exchange.Exports.Format;
import org.stockwright.exchange.RowWriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Nothing leaves without a word in the audit trail. */
class ExportsToldTest {

    private static final ExportTable TABLE = new ExportTable("stock", List.of("item", "on_hand"),
        List.of(new Object[] { "BOLT", 5L }, new Object[] { "NUT", 7L }));

    @TempDir
    Path folder;

    @Test
    void anExportIsToldBeforeItsFirstRowAndAtItsEnd() throws IOException {
        Told told = new Told();
        new ExportsComponent(told).write(TABLE, folder.resolve("a.csv"), Progress.NONE);
        assertThat(told.events()).containsExactly(
            "EXPORTED export stock {columns=item,on_hand, file=a.csv, format=csv}",
            "ENDED export stock {rows=2}");
    }

    @Test
    void anExportThatIsBrokenOffIsToldToo() {
        Told told = new Told();
        ExportTable broken = new ExportTable("stock", List.of("item"), () -> {
            assertThat(told.events()).hasSize(1);
            throw new IllegalStateException("the source failed");
        });
        assertThatThrownBy(
            () -> new ExportsComponent(told).write(broken, Format.JSON, new ByteArrayOutputStream(), Progress.NONE))
            .isInstanceOf(IllegalStateException.class);
        assertThat(told.events()).containsExactly("EXPORTED export stock {columns=item, format=json}",
            "ENDED export stock {rows=0}");
    }

    @Test
    void nothingIsWrittenWhenItCannotBeTold() {
        ExportsComponent exports = new ExportsComponent(
            (action, subject, key, details) -> Outcome.refused(ExchangeRefusal.NO_HEADER));
        assertThatThrownBy(() -> exports.write(TABLE, folder.resolve("b.csv"), Progress.NONE))
            .isInstanceOf(IOException.class).hasMessageContaining("audit trail");
        assertThat(folder.resolve("b.csv")).doesNotExist();
    }

    @Test
    void whatACommandSaysOfItselfIsNotTold() throws IOException {
        Told told = new Told();
        try (RowWriter rows = new ExportsComponent(told).answer("verify", List.of("check"), Format.CSV,
            new ByteArrayOutputStream())) {
            rows.write("journal");
        }
        assertThat(told.events()).isEmpty();
    }

}
