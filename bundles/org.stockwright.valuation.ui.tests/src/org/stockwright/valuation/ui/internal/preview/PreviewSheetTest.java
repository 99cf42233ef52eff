package org.stockwright.valuation.ui.internal.preview;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Refusal;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.ValuePreview;
import org.stockwright.valuation.ValuePreview.Change;
import org.stockwright.valuation.ui.internal.Examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;
import static org.stockwright.valuation.ui.internal.Examples.money;

class PreviewSheetTest {

    private static Change change(String document, String period, String difference) {
        return new Change(document, Examples.NOON, period, "BOLT", "late-cost", "5000", money(difference));
    }

    private static PreviewSheet sheet(List<Change> changes, List<Refusal> warnings) {
        return new PreviewSheet(
            new ValuePreview(money("12"), money("-3.5"), money("0"), 4, changes, List.of(), warnings), EURO);
    }

    @Test
    void aPostingThatChangesNothingElseSaysSo() {
        PreviewSheet sheet = sheet(List.of(), List.of());
        assertThat(sheet.changesOthers()).isFalse();
        assertThat(sheet.verdict()).isEqualTo("No other document would change.");
        assertThat(sheet.warnings()).isEmpty();
    }

    @Test
    void theSumsHaveSigns() {
        assertThat(sheet(List.of(), List.of()).sums()).isEqualTo("Value of stock +12.00 EUR, cost of sales -3.50 EUR,"
            + " other accounts 0.00 EUR. Movements and costs valued anew: 4.");
    }

    @Test
    void documentsAndMonthsThatChangeAreCounted() {
        PreviewSheet sheet = sheet(List.of(change("GI-1", "2026-01", "-2"), change("GI-2", "2026-01", "-1"),
            change("GI-3", "2026-02", "-0.5")), List.of());
        assertThat(sheet.verdict())
            .isEqualTo("3 documents that were posted before would cost something else, in 2 months.");
        assertThat(sheet.difference()).isEqualByComparingTo("-3.5");
    }

    @Test
    void warningsAreSentences() {
        assertThat(sheet(List.of(), List.of(Refusal.of(ValuationRefusal.REASON_MISSING))).warnings())
            .isEqualTo("A reason is needed.");
    }

}
