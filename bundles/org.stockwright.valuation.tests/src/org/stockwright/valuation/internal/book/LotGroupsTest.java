package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Tracking;
import org.stockwright.testkit.Warehouse;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.LotGroups;
import org.stockwright.valuation.LotGroups.Member;
import org.stockwright.valuation.ValuationRefusal;

import static org.assertj.core.api.Assertions.assertThat;

class LotGroupsTest extends ValueWorld {

    @BeforeEach
    void wine() {
        warehouse.item("WINE", Warehouse.PCS, Tracking.LOT, "");
        warehouse.items("BOLT");
    }

    private Outcome<Integer> assign(String item, String lot, String group) {
        return world.service(LotGroups.class).assign(List.of(new Member(warehouse.itemOf(item), lot, group)));
    }

    private void receive(String key, double day, String lot, String cost) {
        done(key, day(day), warehouse.line("SUPPLIER", "MAIN", "WINE", 10).withLot(lot)
            .withUnitCost(new BigDecimal(cost)));
    }

    @Test
    void lotsOfAGroupShareOneCostAndThoseOfNoneAnother() {
        world.service(CostSettings.class).setScope(CostScope.LOT_GROUP).value();
        assertThat(assign("WINE", "L1", "harvest 2026").value()).isEqualTo(1);
        assertThat(assign("WINE", "L2", "harvest 2026").value()).isEqualTo(1);
        receive("R1", 1, "L1", "4");
        receive("R2", 2, "L2", "6");
        receive("R3", 3, "L3", "20");
        receive("R4", 4, "L4", "30");
        done("I1", day(5), warehouse.line("MAIN", "CUSTOMER", "WINE", 2).withLot("L1"));
        assertThat(account("5000")).as("average of L1 and L2").isEqualByComparingTo("10");
        done("I2", day(6), warehouse.line("MAIN", "CUSTOMER", "WINE", 2).withLot("L4"));
        assertThat(account("5000")).as("average of L3 and L4").isEqualByComparingTo("60");
        done("R0", day(0.5), warehouse.line("SUPPLIER", "MAIN", "WINE", 20).withLot("L2")
            .withUnitCost(new BigDecimal("1")));
        assertThat(account("5000")).as("120 for 40 of the group, dated back").isEqualByComparingTo("56");
    }

    @Test
    void afterARestartALotIsFoundInItsGroup() {
        world.service(CostSettings.class).setScope(CostScope.LOT_GROUP).value();
        assign("WINE", "L1", "project 4711").value();
        receive("R2", 1, "L2", "6");
        receive("R1", 2, "L1", "4");
        done("I1", day(3), warehouse.line("MAIN", "CUSTOMER", "WINE", 5).withLot("L1"));
        assertThat(account("5000")).isEqualByComparingTo("20");
        world.reopen();
        done("I2", day(4), warehouse.line("MAIN", "CUSTOMER", "WINE", 5).withLot("L1"));
        assertThat(account("5000")).isEqualByComparingTo("40");
    }

    @Test
    void aLotThatWasMovedStaysWhereItIs() {
        world.service(CostSettings.class).setScope(CostScope.LOT_GROUP).value();
        assign("WINE", "L1", "a").value();
        assertThat(assign("WINE", "L1", "b").value()).as("not moved yet").isEqualTo(1);
        assertThat(assign("WINE", "L1", "").value()).isEqualTo(1);
        assign("WINE", "L1", "c").value();
        receive("R1", 1, "L1", "4");
        assertThat(assign("WINE", "L1", "c").value()).as("known already").isZero();
        assertThat(assign("WINE", "L1", "d").refusals().getFirst().code()).isEqualTo(ValuationRefusal.LOT_MOVED);
        assertThat(assign("BOLT", "L1", "d").refusals().getFirst().code()).isEqualTo(ValuationRefusal.NO_LOTS);
        assertThat(assign("WINE", "", "d").refusals().getFirst().code()).isEqualTo(ValuationRefusal.BAD_TEXT);
        assertThat(assign("WINE", "L9", "x".repeat(65)).refusals().getFirst().code())
            .isEqualTo(ValuationRefusal.BAD_TEXT);
        assertThat(world.service(LotGroups.class).list()).extracting(one -> one.member().group())
            .containsExactly("a", "b", "", "c");
    }

    @Test
    void groupsAreOfNoUseWhereValuesAreKeptOtherwise() {
        receive("R1", 1, "L1", "4");
        assertThat(assign("WINE", "L2", "a").refusals().getFirst().code()).isEqualTo(ValuationRefusal.SCOPE_FIXED);
    }

}
