package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.LateCosts.State;
import org.stockwright.valuation.LateCosts.WriteDown;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.ValuationRefusal;

import static org.assertj.core.api.Assertions.assertThat;

/** Write-downs in a book without users: whoever proposes may approve, and that is recorded. */
class WriteDownsTest extends ValueWorld {

    private LateCosts costs;

    @BeforeEach
    void stock() {
        costs = world.service(LateCosts.class);
        method(CostMethod.FIFO);
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
    }

    private Outcome<WriteDown> propose(String key, String amount, double day) {
        return costs.propose(key, warehouse.itemOf("BOLT"), new BigDecimal(amount), day(day), "out of fashion",
            "list price 3.00");
    }

    private void refused(Outcome<?> outcome, ValuationRefusal code) {
        assertThat(outcome.refusals()).extracting(refusal -> (Object) refusal.code()).containsExactly(code);
    }

    @Test
    void nothingIsBookedUntilAProposalIsApproved() {
        WriteDown proposed = propose("W1", "20", 2).value();
        assertThat(proposed.state()).isEqualTo(State.PROPOSED);
        assertThat(proposed.value()).isEqualByComparingTo("50");
        assertThat(proposed.basis()).isEqualTo("list price 3.00");
        assertThat(value("BOLT")).isEqualByComparingTo("50");
        WriteDown approved = costs.approve("W1", "seen").value();
        assertThat(approved.state()).isEqualTo(State.APPROVED);
        assertThat(approved.decidedBy()).isEqualTo(approved.proposedBy()).isNotEmpty();
        assertThat(approved.decisionReason()).isEqualTo("seen");
        assertThat(value("BOLT")).isEqualByComparingTo("30");
        assertThat(account("5300")).isEqualByComparingTo("20");
        assertThat(costs.approve("W1", "again").value()).as("harmless").isEqualTo(approved);
        assertThat(propose("W1", "20", 2).value()).as("harmless").isEqualTo(approved);
        assertThat(value("BOLT")).isEqualByComparingTo("30");
        refused(costs.reject("W1", "too late"), ValuationRefusal.DECIDED_ALREADY);
        refused(propose("W1", "21", 2), ValuationRefusal.KEY_REUSED);
    }

    @Test
    void whatIsRejectedIsNeverBooked() {
        propose("W1", "20", 2).value();
        refused(costs.reject("W1", " "), ValuationRefusal.REASON_MISSING);
        assertThat(costs.reject("W1", "the price is right").value().state()).isEqualTo(State.REJECTED);
        assertThat(costs.reject("W1", "the price is right").isDone()).isTrue();
        refused(costs.approve("W1", ""), ValuationRefusal.DECIDED_ALREADY);
        refused(costs.approve("W9", ""), ValuationRefusal.UNKNOWN_PROPOSAL);
        assertThat(value("BOLT")).isEqualByComparingTo("50");
        assertThat(costs.writeDowns()).singleElement().satisfies(one -> {
            assertThat(one.decisionReason()).isEqualTo("the price is right");
            assertThat(one.decided()).isPresent();
        });
    }

    @Test
    void itIsCalculatedAnewWhenItIsApproved() {
        propose("W1", "40", 3).value();
        done("I1", day(2), out("BOLT", 5));
        refused(costs.approve("W1", ""), ValuationRefusal.BAD_AMOUNT);
        assertThat(costs.writeDowns().getFirst().state()).as("still open").isEqualTo(State.PROPOSED);
        assertThat(value("BOLT")).isEqualByComparingTo("25");
        done("R0", day(4), in("BOLT", 100, "5"));
        refused(costs.approve("W1", ""), ValuationRefusal.BAD_AMOUNT);
        done("R2", day(2.5), in("BOLT", 3, "5"));
        assertThat(costs.approve("W1", "").value().state()).isEqualTo(State.APPROVED);
        assertThat(value("BOLT")).isEqualByComparingTo("500");
    }

    @Test
    void whatCouldNotBePostedIsNotProposed() {
        refused(propose("W1", "50.01", 2), ValuationRefusal.BAD_AMOUNT);
        refused(propose("W1", "0", 2), ValuationRefusal.BAD_AMOUNT);
        refused(propose("W1", "-1", 2), ValuationRefusal.BAD_AMOUNT);
        refused(propose("", "1", 2), ValuationRefusal.BAD_KEY);
        refused(costs.propose("W1", warehouse.itemOf("BOLT"), BigDecimal.ONE, day(2), " ", ""),
            ValuationRefusal.REASON_MISSING);
        refused(costs.propose("W1", warehouse.itemOf("BOLT"), BigDecimal.ONE, day(2), "x", "y".repeat(401)),
            ValuationRefusal.BAD_TEXT);
        refused(costs.propose("W1", warehouse.itemOf("BOLT"), BigDecimal.ONE, day(2), "y".repeat(401), ""),
            ValuationRefusal.BAD_TEXT);
        assertThat(costs.writeDowns()).isEmpty();
    }

    @Test
    void aReversalIsProposedAndApprovedLikewise() {
        propose("W1", "20", 2).value();
        costs.approve("W1", "").value();
        propose("W2", "-15", 3).value();
        propose("W3", "-15", 3).value();
        costs.approve("W2", "").value();
        assertThat(value("BOLT")).isEqualByComparingTo("45");
        refused(costs.approve("W3", ""), ValuationRefusal.BAD_AMOUNT);
        assertThat(value("BOLT")).isEqualByComparingTo("45");
    }

    @Test
    void aClosedPeriodTakesNoApproval() {
        propose("W1", "20", 2).value();
        LocalDate last = day(3).atZone(ZoneOffset.UTC).toLocalDate();
        world.service(Periods.class).close(last, Periods.State.CLOSED, "done", Progress.NONE).value();
        refused(costs.approve("W1", ""), ValuationRefusal.PERIOD_CLOSED);
        assertThat(costs.reject("W1", "propose it in the open period").isDone()).isTrue();
    }

    @Test
    void oneStepIsRecordedAsBoth() {
        costs.writeDown("W1", warehouse.itemOf("BOLT"), new BigDecimal("20"), day(2), "out of fashion").value();
        assertThat(costs.writeDowns()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.APPROVED);
            assertThat(one.decidedBy()).isEqualTo(one.proposedBy());
        });
        assertThat(costs.writeDown("W1", warehouse.itemOf("BOLT"), new BigDecimal("20"), day(2), "out of fashion")
            .isDone()).as("harmless").isTrue();
        assertThat(value("BOLT")).isEqualByComparingTo("30");
        assertThat(costs.writeDown("W2", warehouse.itemOf("BOLT"), new BigDecimal("31"), day(3), "more").isDone())
            .isFalse();
        assertThat(costs.writeDowns()).hasSize(1);
    }

}
