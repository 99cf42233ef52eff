package org.stockwright.valuation.ui.internal.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.ui.internal.Examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;
import static org.stockwright.valuation.ui.internal.Examples.money;

class ClosingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);
    private static final String HASH = "ab".repeat(32);

    private final List<TieOutRow> found = new ArrayList<>(
        List.of(new TieOutRow("stock-accounts", "1400", money("10"), money("10.00"), "")));

    /** Periods that find what the test says and close what they are told. */
    private final Periods periods = new Periods() {

        @Override
        public List<Period> list() {
            return List.of();
        }

        @Override
        public Instant closedUntil() {
            return Instant.MIN;
        }

        @Override
        public List<TieOutRow> checks(LocalDate lastDay, Progress progress) {
            return found;
        }

        @Override
        public Outcome<Period> close(LocalDate lastDay, State state, String reason, Progress progress) {
            return Outcome.done(new Period(lastDay, Examples.NOON, state, List.of(new Decision("closed", reason, 12,
                money("340"), money("4711.5"), state == State.CLOSED ? HASH : "", Examples.NOON, "kim"))));
        }

        @Override
        public Outcome<Period> reopen(LocalDate lastDay, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<TieOutRow> verify(Progress progress) {
            throw new UnsupportedOperationException();
        }

    };

    private final Closing closing = new Closing(periods, EURO, TODAY);

    private void check() {
        closing.take(closing.check(Progress.NONE).value());
    }

    @Test
    void lastMonthsEndIsSuggested() {
        assertThat(closing.lastDay()).contains(LocalDate.of(2026, 2, 28));
        assertThat(closing.problem()).isEmpty();
    }

    @Test
    void whatIsNoDayOrNotOverIsSaidBeforeAnythingIsChecked() {
        closing.type("end of March");
        assertThat(closing.problem()).contains("'end of March' is no day. Write 2026-01-31.");
        closing.type("2026-03-15");
        assertThat(closing.problem()).contains("2026-03-15 is not over. Choose a day before today.");
        closing.type("t-1");
        assertThat(closing.problem()).isEmpty();
    }

    @Test
    void itCanBeClosedOnlyWhenEverythingWasCheckedAndAgrees() {
        assertThat(closing.isReady()).isFalse();
        check();
        assertThat(closing.isReady()).isTrue();
        assertThat(closing.checks().verdict()).isEqualTo("All 1 checks agree.");
    }

    @Test
    void oneCheckThatDiffersHoldsItUp() {
        found.add(new TieOutRow("quantities", "", money("10"), money("9"), "BOLT"));
        check();
        assertThat(closing.isReady()).isFalse();
        assertThat(closing.checks().verdict()).isEqualTo("1 of 2 checks differ.");
    }

    @Test
    void anotherLastDayHasToBeCheckedAnew() {
        check();
        closing.type("2026-01-31");
        assertThat(closing.isReady()).isFalse();
        assertThat(closing.rows()).isEmpty();
    }

    @Test
    void theSameLastDayNeedNotBeCheckedTwice() {
        check();
        closing.type("2026-02-28 ");
        assertThat(closing.isReady()).isTrue();
    }

    @Test
    void theResultShowsWhatWasSealed() {
        check();
        closing.explain(" February ");
        closing.take(closing.close(Progress.NONE).value());
        assertThat(closing.isClosed()).isTrue();
        assertThat(closing.isReady()).isFalse();
        assertThat(closing.result()).contains("Last day: 2026-02-28").contains("State: Closed")
            .contains("Value of stock: 4711.50 EUR").contains("SHA-256: " + HASH);
        assertThat(closing.notice()).isEqualTo("Closed until 2026-02-28.");
    }

    @Test
    void aSoftCloseHasNoSeal() {
        closing.choose(Periods.State.SOFT);
        check();
        closing.take(closing.close(Progress.NONE).value());
        assertThat(closing.result()).contains("State: Soft-closed").doesNotContain("SHA-256", "Value of stock");
        assertThat(closing.notice()).isEqualTo("Soft-closed until 2026-02-28.");
    }

}
