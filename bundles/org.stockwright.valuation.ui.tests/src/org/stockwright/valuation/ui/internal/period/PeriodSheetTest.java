package org.stockwright.valuation.ui.internal.period;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.Periods.Decision;
import org.stockwright.valuation.Periods.Period;
import org.stockwright.valuation.Periods.State;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.ui.internal.Examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;
import static org.stockwright.valuation.ui.internal.Examples.money;

class PeriodSheetTest {

    private static Decision decided(String what, int minutesLater) {
        return new Decision(what, "", 3, money("30"), money("90"), "", Examples.NOON.plusSeconds(60L * minutesLater),
            "kim");
    }

    private static Period period(int month, State state, Decision... decisions) {
        return new Period(LocalDate.of(2026, month, 28), Examples.NOON, state, List.of(decisions));
    }

    private final PeriodSheet sheet = new PeriodSheet(
        List.of(period(2, State.OPEN, decided("reopened", 2), decided("closed", 1)),
            period(1, State.CLOSED, decided("closed", 0))),
        EURO);

    @Test
    void everyDecisionIsARowAndOnlyTheLatestSaysTheState() {
        assertThat(sheet.rows()).extracting(row -> row.decision().what()).containsExactly("reopened", "closed",
            "closed");
        assertThat(sheet.rows()).extracting(PeriodSheet.Row::state).containsExactly("Open", "", "Closed");
        assertThat(sheet.rows()).extracting(PeriodSheet.Row::key).doesNotHaveDuplicates();
    }

    @Test
    void figuresAreShownOnlyWhereTheyWereSealed() {
        Column<PeriodSheet.Row> value = PeriodColumns.decisions(() -> EURO).stream()
            .filter(column -> column.id().equals("value")).findFirst().orElseThrow();
        assertThat(value.text(sheet.rows().get(0))).isEmpty();
        Decision sealed = new Decision("closed", "", 3, money("30"), money("90"), "ab".repeat(32), Examples.NOON,
            "kim");
        assertThat(value.text(new PeriodSheet.Row(sheet.periods().get(1), sealed, true))).isEqualTo("90.00");
    }

    @Test
    void theLastPeriodThatIsNotOpenCanBeOpened() {
        assertThat(sheet.lastClosed()).contains(sheet.periods().get(1));
        assertThat(sheet.heading()).isEqualTo("Closed until 2026-01-28.");
        assertThat(PeriodSheet.EMPTY.lastClosed()).isEmpty();
        assertThat(PeriodSheet.EMPTY.heading()).isEqualTo("No period is closed.");
    }

    @Test
    void aCheckSaysInWordsWhetherItAgrees() {
        List<Column<TieOutRow>> columns = PeriodColumns.checks(() -> EURO);
        TieOutRow good = new TieOutRow("stock-accounts", "1400", money("1"), money("1"), "");
        TieOutRow bad = new TieOutRow("stock-accounts", "1400", money("1"), money("3"), "BOLT: 2");
        assertThat(columns.get(0).text(good)).isEqualTo("Agrees");
        assertThat(columns.get(0).text(bad)).isEqualTo("Differs");
        assertThat(columns.get(1).text(bad)).isEqualTo("Stock accounts");
        assertThat(columns.get(5).text(bad)).isEqualTo("-2.00");
        assertThat(TieOutSheet.EMPTY.agrees()).as("nothing was checked").isFalse();
    }

}
