package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.LocationKind;
import org.stockwright.testkit.Together;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.ValuationRefusal;

import static org.assertj.core.api.Assertions.assertThat;

class LateCostsTest extends ValueWorld {

    private Outcome<LateCosts.Receipt> freight(String key, String amount, Instant effective, LateCosts.Basis basis,
        String... documents) {
        return world.service(LateCosts.class).post(new LateCosts.Request(key, effective,
            List.of(documents).stream().map(one -> new LateCosts.Target(one, Optional.empty(), Optional.empty()))
                .toList(),
            new Cost(BigDecimal.ZERO, new BigDecimal(amount), BigDecimal.ZERO, BigDecimal.ZERO), basis, "F-1", ""));
    }

    @Test
    void freightAfterTheGoodsWereSoldGoesToCostOfSalesForThoseThatAreGone() {
        method(CostMethod.FIFO);
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("I1", day(2), out("BOLT", 6));
        LateCosts.Share share = freight("F1", "20", day(3), LateCosts.Basis.VALUE, "R1").value().shares().getFirst();
        assertThat(share.toStock()).isEqualByComparingTo("8");
        assertThat(share.toCostOfSales()).isEqualByComparingTo("12");
        assertThat(value("BOLT")).isEqualByComparingTo("28");
        assertThat(account("5000")).isEqualByComparingTo("42");
        assertThat(account("2160")).isEqualByComparingTo("-20");
        assertThat(freight("F1", "20", day(3), LateCosts.Basis.VALUE, "R1").value().repeated()).isTrue();
        assertThat(freight("F1", "21", day(3), LateCosts.Basis.VALUE, "R1").refusals().getFirst().code())
            .isEqualTo(ValuationRefusal.KEY_REUSED);
    }

    @Test
    void freightThatIsTakenBackByManyAtOnceIsTakenBackOnce() throws InterruptedException {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        freight("F1", "20", day(2), LateCosts.Basis.VALUE, "R1").value();
        Instant later = day(3);
        List<Outcome<LateCosts.Receipt>> outcomes = Together.run(12,
            sender -> () -> freight("F2", "-20", later, LateCosts.Basis.VALUE, "R1"));
        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(outcomes).filteredOn(one -> !one.value().repeated()).hasSize(1);
        assertThat(value("BOLT")).isEqualByComparingTo("50");
    }

    @Test
    void anIssueEnteredLateMovesItsShareOfTheFreight() {
        method(CostMethod.FIFO);
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        freight("F1", "20", day(3), LateCosts.Basis.QUANTITY, "R1").value();
        assertThat(value("BOLT")).isEqualByComparingTo("70");
        done("I1", day(2), out("BOLT", 5));
        assertThat(value("BOLT")).isEqualByComparingTo("35");
        assertThat(account("5000")).isEqualByComparingTo("35");
    }

    @Test
    void freightIsSplitByValueOrQuantityAndNothingOfItIsLost() {
        warehouse.items("BOLT", "NUT", "PIN");
        done("R1", day(1), in("BOLT", 1, "10"), in("NUT", 1, "10"), in("PIN", 1, "10"));
        freight("F1", "10", day(2), LateCosts.Basis.VALUE, "R1").value();
        assertThat(value("BOLT").add(value("NUT")).add(value("PIN"))).isEqualByComparingTo("40");
        assertThat(freight("F2", "10", day(2), LateCosts.Basis.WEIGHT, "R1").refusals().getFirst().code())
            .isEqualTo(ValuationRefusal.NO_BASIS);
        assertThat(freight("F3", "10", day(0.5), LateCosts.Basis.VALUE, "R1").refusals().getFirst().code())
            .isEqualTo(ValuationRefusal.BAD_INSTANT);
        assertThat(freight("F4", "10", day(2), LateCosts.Basis.VALUE, "R9").refusals().getFirst().code())
            .isEqualTo(ValuationRefusal.NO_RECEIPTS);
    }

    @Test
    void negativeStockIsSettledByTheNextReceiptAndNeverHasAnAbsurdCost() {
        warehouse.places().setPolicy(LocationKind.WAREHOUSE, NegativePolicy.ALLOW).value();
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("I1", day(2), out("BOLT", 14));
        assertThat(value("BOLT")).isEqualByComparingTo("-20");
        assertThat(account("5000")).isEqualByComparingTo("70");
        done("R2", day(3), in("BOLT", 10, "6"));
        assertThat(value("BOLT")).isEqualByComparingTo("36");
        assertThat(account("5000")).isEqualByComparingTo("74");
    }

    @Test
    void aReturnComesBackAtTheCostOfItsIssue() {
        method(CostMethod.FIFO);
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        post("I1", day(2), "SO-1", out("BOLT", 4)).value();
        done("R2", day(3), in("BOLT", 10, "9"));
        post("B1", day(4), "SO-1", warehouse.line("CUSTOMER", "MAIN", "BOLT", 2)).value();
        assertThat(account("5000")).isEqualByComparingTo("10");
        assertThat(value("BOLT")).isEqualByComparingTo("130");
        warehouse.ledger().reverse("R2", "R2x", Optional.of(day(5)), "wrong").value();
        assertThat(account("2150")).isEqualByComparingTo("-50");
        assertThat(value("BOLT")).isEqualByComparingTo("40");
    }

    @Test
    void aWriteDownLowersStockAndNoMoreIsGivenBackThanWasTaken() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        LateCosts costs = world.service(LateCosts.class);
        costs.writeDown("W1", warehouse.itemOf("BOLT"), new BigDecimal("20"), day(2), "out of fashion").value();
        assertThat(value("BOLT")).isEqualByComparingTo("30");
        assertThat(costs.writeDown("W2", warehouse.itemOf("BOLT"), new BigDecimal("-30"), day(3), "in fashion again")
            .isDone()).isFalse();
        costs.writeDown("W3", warehouse.itemOf("BOLT"), new BigDecimal("-15"), day(3), "in fashion again").value();
        assertThat(value("BOLT")).isEqualByComparingTo("45");
        assertThat(account("5300")).isEqualByComparingTo("5");
        assertThat(costs.writeDown("W4", warehouse.itemOf("BOLT"), new BigDecimal("100"), day(4), "gone").isDone())
            .isFalse();
    }

}
