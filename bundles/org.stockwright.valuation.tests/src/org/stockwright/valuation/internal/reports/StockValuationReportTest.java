package org.stockwright.valuation.internal.reports;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Tracking;
import org.stockwright.testkit.Warehouse;
import org.stockwright.valuation.TransitTerms;

import static org.assertj.core.api.Assertions.assertThat;

class StockValuationReportTest extends ReportWorld {

    private static final String[] LINE = { "category", "site", "item", "quantity", "unit", "unit_cost", "value",
        "value_before", "difference" };

    @Test
    void linesStandByCategoryAndSiteWithTheSumsOfEachGroup() {
        east();
        warehouse.item("BOLT", Warehouse.PCS, Tracking.NONE, "Fasteners/Bolts");
        warehouse.item("NUT", Warehouse.PCS, Tracking.NONE, "");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("T1", day(2), warehouse.line("MAIN", "EAST", "BOLT", 4));
        done("R2", day(3), in("NUT", 3, "0.3333"));
        assertRows(stockValuation(), "valued_stock", asked("as_of", "2025-10-31"), LINE).containsExactly(
            "Fasteners/Bolts EAST East yard BOLT 4 PCS 5 20 0 20",
            "Fasteners/Bolts MAIN Main warehouse BOLT 6 PCS 5 30 0 30",
            "Without category MAIN Main warehouse NUT 3 PCS 0.3333 0.9999 0 0.9999");
        assertRows(stockValuation(), "valued_stock", asked("as_of", "2025-10-31"), "site_value", "category_value",
            "total_value", "total_before", "total_difference", "by_site").containsExactly(
                "20 50 50.9999 0 50.9999 By site: EAST East yard 20.00 · MAIN Main warehouse 31.00",
                "30 50 50.9999 0 50.9999 By site: EAST East yard 20.00 · MAIN Main warehouse 31.00",
                "0.9999 0.9999 50.9999 0 50.9999 By site: EAST East yard 20.00 · MAIN Main warehouse 31.00");
    }

    @Test
    void goodsInTransitThatAreNotOursAreShownAndNotCounted() {
        transit("SEA", TransitTerms.Direction.INBOUND, TransitTerms.Incoterm.DAP);
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("R2", day(2), warehouse.line("SUPPLIER", "SEA", "BOLT", 3).withUnitCost(BigDecimal.TEN));
        assertRows(stockValuation(), "valued_stock", asked("as_of", "2025-10-31"), "site", "quantity", "value",
            "site_value", "total_value", "by_site").containsExactly("MAIN Main warehouse 10 50 50 50 -",
                "SEA (in transit, the supplier's) 3 30 0 50 -");
    }

    @Test
    void theValueIsComparedWithTheEndOfTheMonthBeforeUnlessSomebodySaysOtherwise() {
        warehouse.items("BOLT", "NUT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("R2", day(1), in("NUT", 2, "7"));
        done("I1", day(30), out("BOLT", 4));
        done("I2", day(30), out("NUT", 2));
        assertThat(stockValuation().heading(asked("as_of", "2025-11-30")).scope())
            .isEqualTo("As of 2025-11-30 23:59, compared with 2025-10-31 23:59, known at now");
        assertRows(stockValuation(), "valued_stock", asked("as_of", "2025-11-30"), LINE).as("gone goods count, too")
            .containsExactly("Without category MAIN Main warehouse BOLT 6 PCS 5 30 50 -20",
                "Without category MAIN Main warehouse NUT 0 PCS - 0 14 -14");
        assertRows(stockValuation(), "valued_stock", asked("as_of", "2025-11-30", "compared_with", "2025-11-10"), LINE)
            .containsExactly("Without category MAIN Main warehouse BOLT 6 PCS 5 30 30 0");
    }

    @Test
    void aPastReportIsTheSameAgainAsItWasKnown() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        String known = world.clock().instant().toString();
        world.clock().advance(java.time.Duration.ofHours(1));
        done("R0", day(0.5), in("BOLT", 10, "3"));
        assertRows(stockValuation(), "valued_stock", asked("as_of", "2025-10-31", "known_at", known), LINE)
            .containsExactly("Without category MAIN Main warehouse BOLT 10 PCS 5 50 0 50");
        assertRows(stockValuation(), "valued_stock", asked("as_of", "2025-10-31"), LINE)
            .containsExactly("Without category MAIN Main warehouse BOLT 20 PCS 4 80 0 80");
    }

    @Test
    void itCanBeAskedAsIfCostHadFlowedOtherwise() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("R2", day(2), in("BOLT", 10, "7"));
        done("I1", day(3), out("BOLT", 15));
        assertRows(stockValuation(), "valued_stock", asked("method", "as booked"), "value", "method")
            .containsExactly("30 average");
        assertRows(stockValuation(), "valued_stock", asked("method", "lifo"), "value", "method")
            .containsExactly("25 lifo");
        assertThat(stockValuation().heading(asked("method", "lifo")).scope()).contains("as if valued by lifo");
    }

    @Test
    void aCategoryIsFoundWhateverItsCaseAndAWrongOneIsRefused() {
        warehouse.item("BOLT", Warehouse.PCS, Tracking.NONE, "Fasteners/Bolts");
        warehouse.item("STEEL", Warehouse.KG, Tracking.NONE, "Raw");
        done("R1", day(1), in("BOLT", 10, "5"));
        assertRows(stockValuation(), "valued_stock", asked("category", "fasteners"), "item").containsExactly("BOLT");
        assertRows(stockValuation(), "valued_stock", asked("category", "raw"), "item").isEmpty();
        assertThat(refusals(stockValuation(), "category", "Fastner")).extracting(Refusal::hint)
            .containsExactly("Items have categories such as Fasteners/Bolts, Raw.");
    }

    @Test
    void aComparisonHasToBeADateAndEarlier() {
        assertThat(refusals(stockValuation())).isEmpty();
        assertThat(refusals(stockValuation(), "compared_with", "yesterday")).extracting(Refusal::hint)
            .containsExactly("Write a date such as 2026-01-31, or a date and time such as 2026-01-31T17:30.");
        assertThat(refusals(stockValuation(), "as_of", "2025-10-31", "compared_with", "2025-11-01"))
            .extracting(Refusal::hint).containsExactly("It has to be before the instant of the valuation.");
    }

}
