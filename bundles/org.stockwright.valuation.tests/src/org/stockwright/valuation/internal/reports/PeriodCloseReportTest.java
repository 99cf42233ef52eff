package org.stockwright.valuation.internal.reports;

import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.valuation.Periods;

class PeriodCloseReportTest extends ReportWorld {

    private static final LocalDate LAST = LocalDate.parse("2025-10-12");

    private Periods.Decision close(String reason) {
        world.clock().advance(Duration.ofMinutes(1));
        return world.service(Periods.class).close(LAST, Periods.State.CLOSED, reason, Progress.NONE).value()
            .decisions().getFirst();
    }

    @Test
    void everyDecisionIsTheNewestFirstAndOnlyClosingHasASeal() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        Periods.Decision first = close("month end");
        world.service(Periods.class).reopen(LAST, "a receipt was forgotten").value();
        done("R0", day(0.5), in("BOLT", 10, "1"));
        Periods.Decision second = close("month end again");
        assertRows(periodClose(), "decisions", asked(), "last_day", "state", "decision", "user", "reason", "items",
            "quantities", "value", "hash").containsExactly(
                "2025-10-12 closed closed tester month end again 1 20 60 " + second.hash(),
                "2025-10-12 closed reopened tester a receipt was forgotten - - - -",
                "2025-10-12 closed closed tester month end 1 10 50 " + first.hash());
    }

    @Test
    void closedPeriodsAreComputedAgainAndComparedWithTheirSeals() {
        assertRows(periodClose(), "verification", asked(), "statement").as("nothing is closed yet").isEmpty();
        assertRows(periodClose(), "decisions", asked(), "decision").isEmpty();
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        close("month end");
        assertRows(periodClose(), "verification", asked(), "compared", "subject", "by_stock", "by_books", "result",
            "statement", "sound").containsExactly(
                "Period closed until 2025-10-12 50 50 agrees Every closed period, "
                    + "computed again, has the figures that were sealed (1 check). yes");
    }

}
