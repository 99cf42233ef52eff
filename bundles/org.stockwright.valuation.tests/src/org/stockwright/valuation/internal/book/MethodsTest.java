package org.stockwright.valuation.internal.book;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.CostSettings;

import static org.assertj.core.api.Assertions.assertThat;

class MethodsTest extends ValueWorld {

    private void twoReceiptsAndAnIssue() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("R2", day(2), in("BOLT", 10, "7"));
        done("I1", day(3), out("BOLT", 15));
    }

    @Test
    void firstInFirstOut() {
        method(CostMethod.FIFO);
        twoReceiptsAndAnIssue();
        assertThat(value("BOLT")).isEqualByComparingTo("35");
        assertThat(account("5000")).isEqualByComparingTo("85");
        assertThat(account("2150")).isEqualByComparingTo("-120");
    }

    @Test
    void lastInFirstOut() {
        method(CostMethod.LIFO);
        twoReceiptsAndAnIssue();
        assertThat(value("BOLT")).isEqualByComparingTo("25");
    }

    @Test
    void movingAverageKeepsTheRemainderInStock() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 3, "3.3333"));
        done("R2", day(2), in("BOLT", 4, "2"));
        done("I1", day(3), out("BOLT", 2));
        assertThat(account("5000")).isEqualByComparingTo("5.1428");
        done("I2", day(4), out("BOLT", 5));
        assertThat(value("BOLT")).isEqualByComparingTo("0");
        assertThat(account("5000")).isEqualByComparingTo("17.9999");
    }

    @Test
    void standardCostPutsTheRestIntoThePriceVariance() {
        warehouse.items("BOLT");
        warehouse.setItem("BOLT", "standard_cost", new java.math.BigDecimal("6"));
        method(CostMethod.STANDARD);
        done("R1", day(1), in("BOLT", 10, "5"));
        done("R2", day(2), in("BOLT", 10, "7.5"));
        done("I1", day(3), out("BOLT", 15));
        assertThat(value("BOLT")).isEqualByComparingTo("30");
        assertThat(account("5200")).isEqualByComparingTo("5");
        assertThat(account("5000")).isEqualByComparingTo("90");
    }

    @Test
    void aReceiptEnteredLateChangesTheIssuesThatCameAfterIt() {
        method(CostMethod.FIFO);
        twoReceiptsAndAnIssue();
        done("R0", day(0.5), in("BOLT", 5, "1"));
        assertThat(account("5000")).isEqualByComparingTo("55");
        assertThat(value("BOLT")).isEqualByComparingTo("70");
    }

    @Test
    void layersThatComeBackByAReversedTransferKeepTheirOwnCosts() {
        method(CostMethod.FIFO);
        world.service(CostSettings.class).setScope(CostScope.SITE).value();
        warehouse.places().saveAll(List.of(Locations.Draft.of("SHOP", "SHOP", "", LocationKind.SITE))).value();
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("R2", day(2), in("BOLT", 10, "9"));
        done("T1", day(3), warehouse.line("MAIN", "SHOP", "BOLT", 20));
        warehouse.ledger().reverse("T1", "T1x", Optional.of(day(4)), "wrong shop").value();
        done("I1", day(5), out("BOLT", 10));
        assertThat(account("5000")).isEqualByComparingTo("50");
    }

}
