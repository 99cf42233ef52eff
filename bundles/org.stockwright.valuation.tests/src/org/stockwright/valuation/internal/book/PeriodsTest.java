package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.ValueQuery;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodsTest extends ValueWorld {

    private static final LocalDate FIFTH = day(5).atZone(ZoneOffset.UTC).toLocalDate();

    private Outcome<Periods.Period> close() {
        return world.service(Periods.class).close(FIFTH, Periods.State.CLOSED, "month end", Progress.NONE);
    }

    private BigDecimal valueAt(double day) {
        return world.service(Valuation.class).value(ValueQuery.all().at(Optional.of(day(day)), Optional.empty()),
            Progress.NONE).getFirst().value();
    }

    @Test
    void aClosedPeriodRefusesABackdatedReceiptAndItsFiguresNeverChange() {
        method(CostMethod.FIFO);
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("I1", day(2), out("BOLT", 6));
        Periods.Period period = close().value();
        assertThat(period.decisions().getFirst().value()).isEqualByComparingTo("20");
        assertThat(period.decisions().getFirst().hash()).hasSize(64);
        assertThat(post("R0", day(0.5), "", in("BOLT", 10, "1")).refusals().getFirst().code())
            .isEqualTo(ValuationRefusal.PERIOD_CLOSED);
        world.service(LateCosts.class).post(new LateCosts.Request("F1", day(8),
            List.of(new LateCosts.Target("R1", Optional.empty(), Optional.empty())), Cost.of(BigDecimal.TEN),
            LateCosts.Basis.VALUE, "", "")).value();
        assertThat(valueAt(5)).isEqualByComparingTo("20");
        assertThat(valueAt(9)).isEqualByComparingTo("24");
        assertThat(world.service(Periods.class).verify(Progress.NONE)).isNotEmpty().allMatch(TieOutRow::agrees);
    }

    @Test
    void reopeningIsARecordedDecisionAndLetsOldPostingsInAgain() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        close().value();
        Periods periods = world.service(Periods.class);
        assertThat(close().refusals().getFirst().code()).isEqualTo(ValuationRefusal.PERIOD_CLOSED_ALREADY);
        assertThat(periods.reopen(FIFTH, " ").refusals().getFirst().code()).isEqualTo(ValuationRefusal.REASON_MISSING);
        Periods.Period reopened = periods.reopen(FIFTH, "a receipt was forgotten").value();
        assertThat(reopened.decisions()).hasSize(2);
        assertThat(reopened.state()).isEqualTo(Periods.State.OPEN);
        done("R0", day(0.5), in("BOLT", 10, "1"));
        assertThat(close().value().decisions()).hasSize(3);
    }

    @Test
    void aPeriodThatIsNotOverOrDoesNotTieOutIsNotClosed() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        Periods periods = world.service(Periods.class);
        assertThat(periods.close(world.clock().instant().atZone(ZoneOffset.UTC).toLocalDate(), Periods.State.CLOSED, "",
            Progress.NONE).refusals().getFirst().code()).isEqualTo(ValuationRefusal.PERIOD_NOT_OVER);
        falsify("UPDATE cost_head SET amount = amount + 1");
        assertThat(periods.checks(FIFTH, Progress.NONE)).allMatch(TieOutRow::agrees);
        falsify("UPDATE cost_head SET amount = amount - 1");
        falsify("INSERT INTO value_entry VALUES (1, " + warehouse.itemOf("BOLT").value()
            + ", 'COST', 1, 1, 0, 1, 4, 1, 0, NULL, 3, 0, 0, 0, 3, " + org.stockwright.base.Micros.of(day(2))
            + ", 0, 0, 'x', 0, 0, 0, 0, 0)");
        assertThat(close().refusals()).isNotEmpty()
            .allMatch(refusal -> refusal.code() == ValuationRefusal.DOES_NOT_TIE_OUT);
        falsify("INSERT INTO value_entry VALUES (2, " + warehouse.itemOf("BOLT").value()
            + ", 'COST', 1, 1, 0, 1, 4, 1, 0, NULL, -3, 0, 0, 0, -3, " + org.stockwright.base.Micros.of(day(2))
            + ", 0, 0, 'x', 0, 0, 0, 0, 0)");
        assertThat(close().isDone()).isTrue();
    }

    private void falsify(String sql) {
        warehouse.work().write(transaction -> {
            try (java.sql.Statement statement = transaction.connection().createStatement()) {
                statement.executeUpdate(sql);
            }
            return Outcome.done(Boolean.TRUE);
        }).value();
    }

}
