package org.stockwright.valuation.ui.internal.export;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.Journal.Export;
import org.stockwright.valuation.ui.internal.export.ExportChoice.What;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;
import static org.stockwright.valuation.ui.internal.Examples.money;

class ExportChoiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final List<Export> LINES = List.of(
        new Export("1-1", LocalDate.of(2026, 3, 1), "1300", "", money("12.5"), money("0"), ""),
        new Export("1-2", LocalDate.of(2026, 3, 2), "2150", "", money("0"), money("12.5"), ""));

    private String asked = "";

    private Journal journal() {
        return (Journal) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Journal.class },
            (proxy, method, arguments) -> {
                asked = method.getName() + Arrays.toString(arguments);
                return method.getReturnType() == List.class ? LINES : Outcome.done(LINES);
            });
    }

    @Test
    void aPreviewStoresNothing() {
        assertThat(new ExportChoice(What.SINCE_LAST, " 2026-03 ", "", "").preview(journal(), TODAY).value())
            .isEqualTo(LINES);
        assertThat(asked).isEqualTo("rehearseExport[2026-03]");
        new ExportChoice(What.AGAIN, "2026-02", "", "").export(journal(), TODAY);
        assertThat(asked).isEqualTo("export[2026-02]");
    }

    @Test
    void aCopyOfDaysIsNoExport() {
        assertThat(new ExportChoice(What.DAYS, "", "2026-03-01", "t").export(journal(), TODAY).isDone()).isTrue();
        assertThat(asked).isEqualTo("exportOfDays[2026-03-01, 2026-03-31]");
    }

    @Test
    void whatIsMissingOrWrongIsRefused() {
        assertThat(new ExportChoice(What.SINCE_LAST, " ", "", "").export(journal(), TODAY).isDone()).isFalse();
        for (String last : List.of("", "soon", "2026-02-28")) {
            assertThat(new ExportChoice(What.DAYS, "", "2026-03-01", last).export(journal(), TODAY).isDone()).as(last)
                .isFalse();
        }
        assertThat(asked).isEmpty();
        assertThat(ExportChoice.file(" ").isDone()).isFalse();
        assertThat(ExportChoice.file("a\0b").isDone()).isFalse();
        assertThat(ExportChoice.file(" a.csv ").value()).hasToString("a.csv");
    }

    @Test
    void aNewExportGetsANameOfItsOwn() {
        assertThat(ExportChoice.freeKey(TODAY, List.of())).isEqualTo("2026-03-31");
        assertThat(ExportChoice.freeKey(TODAY, List.of("2026-03-31-2", "2026-03-31"))).isEqualTo("2026-03-31-3");
    }

    @Test
    void theLinesAreCountedAndSummedUp() {
        assertThat(new ExportSheet(LINES, EURO).total())
            .isEqualTo("2 lines from 2026-03-01 to 2026-03-02: debits 12.50 EUR, credits 12.50 EUR.");
        assertThat(new ExportSheet(List.of(), EURO).total()).startsWith("Nothing was booked");
    }

    @Test
    void aRowOfAFileHasACellForEachColumn() {
        Export line = LINES.get(0);
        Map<String, Object> cells = new java.util.HashMap<>();
        for (int i = 0; i < Export.COLUMNS.size(); i++) {
            cells.put(Export.COLUMNS.get(i), line.cells()[i]);
        }
        assertThat(cells).containsEntry("entry", "1-1").containsEntry("date", line.day())
            .containsEntry("account", "1300").containsEntry("debit", money("12.5")).hasSize(line.cells().length);
    }

}
