package org.stockwright.valuation.internal.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.catalog.Tracking;
import org.stockwright.testkit.Warehouse;
import org.stockwright.valuation.InventorySystem;
import org.stockwright.valuation.PeriodicInventory;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodicCostOfSalesReportTest extends ReportWorld {

    private static final String LAST_DAY = "2025-10-12";

    private void sold() {
        world.service(PeriodicInventory.class).set(InventorySystem.PERIODIC, Optional.empty()).value();
        warehouse.item("BOLT", Warehouse.PCS, Tracking.NONE, "Fasteners");
        warehouse.item("NUT", Warehouse.PCS, Tracking.NONE, "Fasteners");
        warehouse.item("GLUE", Warehouse.PCS, Tracking.NONE, "Chemicals");
        post("R1", day(1), "PO-1", in("BOLT", 10, "5"), in("NUT", 10, "1"), in("GLUE", 4, "2")).value();
        post("B1", day(1.5), "PO-1", warehouse.line("MAIN", "SUPPLIER", "NUT", 2)).value();
        done("I1", day(2), out("BOLT", 6), out("NUT", 3));
        world.service(PeriodicInventory.class).saveCounts(LocalDate.parse(LAST_DAY),
            List.of(new PeriodicInventory.Count(warehouse.itemOf("BOLT"), "", Optional.empty(), new BigDecimal("3")),
                new PeriodicInventory.Count(warehouse.itemOf("NUT"), "", Optional.empty(), new BigDecimal("5"))))
            .value();
    }

    @Test
    void costOfSalesIsOpeningAndPurchasesLessClosingByCategory() {
        sold();
        assertRows(periodicCostOfSales(), "calculation", asked("period", LAST_DAY), "category", "item", "opening",
            "purchases", "returns", "closing", "total", "shrinkage", "category_total", "all_total").containsExactly(
                "Chemicals GLUE 0 8 0 -8 0 0 0 38", "Fasteners BOLT 0 50 0 -15 35 5 38 38",
                "Fasteners NUT 0 10 -2 -5 3 0 38 38");
    }

    @Test
    void theReconciliationSaysWhatIsMissingAndWhoSaysSo() {
        sold();
        assertRows(periodicCostOfSales(), "reconciliation", asked("period", LAST_DAY), "item", "received", "returned",
            "sold", "expected", "counted", "difference", "unit", "basis", "value", "apart").containsExactly(
                "BOLT 10 0 -6 4 3 -1 PCS counted -5 yes", "GLUE 4 0 0 4 4 0 PCS ledger 0 no",
                "NUT 10 -2 -3 5 5 0 PCS counted 0 no");
    }

    @Test
    void aClosedPeriodKeepsItsFiguresAndADayOfAnotherSystemIsRefused() {
        sold();
        world.service(PeriodicInventory.class).close(LocalDate.parse(LAST_DAY), "", Progress.NONE).value();
        assertThat(periodicCostOfSales().heading(asked("period", LAST_DAY)).scope()).contains(LAST_DAY + ", closed");
        world.service(PeriodicInventory.class)
            .set(InventorySystem.PERPETUAL, Optional.of(LocalDate.parse("2025-10-13")))
            .value();
        assertThat(refusals(periodicCostOfSales(), "period", LAST_DAY)).isEmpty();
        assertThat(refusals(periodicCostOfSales(), "period", "2025-10-20")).hasSize(1);
    }

}
