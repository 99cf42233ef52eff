package org.stockwright.valuation.internal.reports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.LocationKind;
import org.stockwright.testkit.Warehouse;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.TransitTerms;

import static org.assertj.core.api.Assertions.assertThat;

class CostOfSalesReportTest extends ReportWorld {

    private static final String[] LINE = { "category", "item", "quantity", "unit", "cost", "late_entries", "late_costs",
        "settlement", "other", "total" };

    @Test
    void correctionsByLateEntriesStandApartFromTheCostOfWhatWasIssued() {
        method(CostMethod.FIFO);
        warehouse.item("BOLT", Warehouse.PCS, Tracking.NONE, "Fasteners");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("I1", day(2), out("BOLT", 6));
        done("R0", day(0.5), in("BOLT", 2, "1"));
        world.service(LateCosts.class).post(new LateCosts.Request("F1", day(3),
            List.of(new LateCosts.Target("R1", Optional.empty(), Optional.empty())),
            new Cost(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO), LateCosts.Basis.VALUE, "",
            "")).value();
        assertRows(costOfSales(), "sales", asked(), LINE).containsExactly("Fasteners BOLT 6 PCS 30 -8 4 0 0 26");
        assertThat(account("5000")).isEqualByComparingTo("26");
    }

    @Test
    void theSettlementOfGoodsThatLeftBeforeTheyCameStandsApart() {
        warehouse.places().setPolicy(LocationKind.WAREHOUSE, NegativePolicy.ALLOW).value();
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("I1", day(2), out("BOLT", 14));
        done("R2", day(3), in("BOLT", 10, "6"));
        assertRows(costOfSales(), "sales", asked(), LINE).containsExactly("Without category BOLT 14 PCS 70 0 0 4 0 74");
    }

    @Test
    void whatCameBackLessensQuantityAndCostAndScrapIsNoSale() {
        warehouse.items("BOLT", "NUT");
        done("R1", day(1), in("BOLT", 10, "5"), in("NUT", 10, "1"));
        post("I1", day(2), "SO-1", out("BOLT", 4)).value();
        post("B1", day(3), "SO-1", warehouse.line("CUSTOMER", "MAIN", "BOLT", 1)).value();
        done("S1", day(3), warehouse.line("MAIN", "SCRAP", "NUT", 2));
        assertRows(costOfSales(), "sales", asked(), LINE).containsExactly("Without category BOLT 3 PCS 15 0 0 0 0 15");
    }

    @Test
    void goodsSoldFromWhereTheirWayBeginsCountWhenTheyLeave() {
        transit("LORRY", TransitTerms.Direction.OUTBOUND, TransitTerms.Incoterm.FOB);
        transit("TRUCK", TransitTerms.Direction.OUTBOUND, TransitTerms.Incoterm.DAP);
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("T1", day(2), warehouse.line("MAIN", "LORRY", "BOLT", 4));
        done("T2", day(2), warehouse.line("MAIN", "TRUCK", "BOLT", 2));
        assertRows(costOfSales(), "sales", asked(), LINE).containsExactly("Without category BOLT 4 PCS 20 0 0 0 0 20");
        done("I1", day(3), warehouse.line("LORRY", "CUSTOMER", "BOLT", 3));
        done("T3", day(4), warehouse.line("LORRY", "MAIN", "BOLT", 1));
        assertRows(costOfSales(), "sales", asked(), LINE).containsExactly("Without category BOLT 3 PCS 15 0 0 0 0 15");
        done("I2", day(5), warehouse.line("TRUCK", "CUSTOMER", "BOLT", 2));
        assertRows(costOfSales(), "sales", asked(), LINE).containsExactly("Without category BOLT 5 PCS 25 0 0 0 0 25");
    }

    @Test
    void onlyTheSpanCountsAndGroupsAddUp() {
        warehouse.item("BOLT", Warehouse.PCS, Tracking.NONE, "Fasteners");
        warehouse.item("NUT", Warehouse.PCS, Tracking.NONE, "Fasteners");
        warehouse.item("GLUE", Warehouse.PCS, Tracking.NONE, "Chemicals");
        done("R1", day(1), in("BOLT", 10, "5"), in("NUT", 10, "1"), in("GLUE", 10, "2"));
        done("I1", day(2), out("BOLT", 1), out("NUT", 1), out("GLUE", 1));
        done("I2", day(9), out("BOLT", 2), out("NUT", 2), out("GLUE", 2));
        assertRows(costOfSales(), "sales", asked("from", "2025-10-12", "to", "2025-10-31"), "item", "quantity", "total",
            "category_total", "all_total").containsExactly("GLUE 2 4 4 16", "BOLT 2 10 12 16", "NUT 2 2 12 16");
        assertRows(costOfSales(), "sales", asked("from", "2025-10-20"), LINE).isEmpty();
        assertThat(refusals(costOfSales(), "from", "2025-10-20", "to", "2025-10-19")).hasSize(1);
    }

}
