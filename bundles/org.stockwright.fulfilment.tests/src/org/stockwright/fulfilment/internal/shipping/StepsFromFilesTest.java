package org.stockwright.fulfilment.internal.shipping;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.testkit.ImportFile;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

/** Allocating, picking, packing, shipping and returns from files: all or nothing, each key once, tried without a trace. */
class StepsFromFilesTest extends ShippingWorld {

    private static final ImportMode ALL = ImportMode.ALL_OR_NOTHING;

    @BeforeEach
    void stock() {
        warehouse.items("A", "B");
        warehouse.item("L", Warehouse.PCS, Tracking.LOT, "");
        warehouse.bins("PACK");
        receive("B1", "A", 10);
        receive("B2", "L", 5, "L1", java.util.Optional.empty());
    }

    private void same(String kind, int rows, String... file) {
        int before = documents();
        assertThat(run(kind, ImportMode.DRY_RUN, file)).isEqualTo(new ImportResult(rows, rows, 0, List.of(),
            List.of()));
        assertThat(documents()).isEqualTo(before);
        assertThat(run(kind, ALL, file)).isEqualTo(new ImportResult(rows, rows, 0, List.of(), List.of()));
        assertThat(run(kind, ALL, file)).isEqualTo(new ImportResult(rows, 0, rows, List.of(), List.of()));
    }

    private int documents() {
        return world.service(Documents.class).list(DocumentQuery.of(CustomerReturns.KIND), 100).size();
    }

    @Test
    void theWholeWayOfTwoOrdersComesFromFiles() {
        Document one = place(line("A", 4));
        Document two = place(line("A", 3), line("L", 2));
        same("allocations", 2, "order,strategy", one.number() + ",fifo", two.number() + ",");
        assertThat(held(two.id())).containsExactly("B1 3", "B2 L1 2");
        String first = list(one).number();
        String second = list(two).number();
        same("picks", 3, "key,list,line,quantity,missing,bin,item,lot,effective",
            "P-1," + first + ",,,,,,,2026-02-01", "P-2," + second + ",1,3,,B1,A,,2026-02-01",
            "P-2," + second + ",2,,,B2,L,L1,");
        assertThat(done(now(two), 2, Step.PICKED)).isEqualByComparingTo("2");
        same("packing", 4, "key,order,scan,quantity,effective", "K-1," + one.number() + ",,,2026-02-01",
            "K-2," + two.number() + ",A,3,2026-02-01", "K-2," + two.number() + ",L,2,",
            "K-2," + two.number() + ",L1,,");
        same("shipments", 2, "key,order,ready,effective", "S-1," + one.number() + ",packed,2026-02-02",
            "S-2," + two.number() + ",packed,2026-02-02");
        List<String> shipments = world.service(Documents.class).list(DocumentQuery.of(Shipping.KIND), 10).stream()
            .map(row -> row.number()).sorted().toList();
        same("customer-returns", 3, "key,shipment,line,quantity,reason,at,decide,to,refund,effective",
            "R-1," + shipments.getFirst() + ",1,1,damaged,PACK,restock,B1,yes,2026-02-10",
            "R-2," + shipments.getLast() + ",1,2,not wanted,PACK,restock,,,2026-02-10",
            "R-2," + shipments.getLast() + ",2,1,,,,,,");
        assertThat(warehouse.onHand("B1", "A")).isEqualByComparingTo("4");
        assertThat(world.service(Documents.class).list(DocumentQuery.of(CustomerReturns.KIND), 10))
            .extracting(row -> row.state()).containsExactlyInAnyOrder("CLOSED", "INSPECTION");
    }

    @Test
    void aFileIsRefusedAsAWholeWithEachErrorAtItsCell() {
        Document order = place(line("A", 4));
        allocate(order);
        String list = list(order).number();
        assertThat(ImportFile.told(run("picks", ALL, "key,list,line,quantity,bin,effective",
            "P-1," + list + ",1,2,B1,2026-02-01", "P-2," + list + ",1,3,B1,2026-02-01",
            "P-3," + list + ",1,1,B2,2026-02-01", "P-4,PL-9,1,1,,", "P-5," + list + ",7,x,,")))
            .containsExactlyInAnyOrder("3 line MORE_THAN_LISTED", "4 line WRONG_SCAN", "5 list UNKNOWN_DOCUMENT",
                "6 line UNKNOWN_LINE", "6 quantity NOT_A_NUMBER");
        assertThat(done(now(order), 1, Step.PICKED)).isZero();
        assertThat(run("picks", ImportMode.KEEP_GOOD, "key,list,line,quantity,effective",
            "P-1," + list + ",1,2,2026-02-01", "P-2," + list + ",1,3,2026-02-01").stored()).isEqualTo(1);
        assertThat(done(now(order), 1, Step.PICKED)).isEqualByComparingTo("2");
    }

    @Test
    void scansThatDoNotMatchAreRefusedAtTheirRows() {
        Document order = picked(place(line("A", 2)));
        String number = order.number();
        assertThat(ImportFile.told(run("packing", ALL, "key,order,scan,quantity,effective",
            "K-1," + number + ",B,,2026-02-01", "K-1," + number + ",A,3,", "K-1," + number + ",A,2,")))
            .containsExactly("2 scan ITEM_NOT_IN_ORDER", "3 scan QUANTITY_EXCEEDS_ORDER");
        assertThat(ImportFile.told(run("packing", ALL, "key,order,scan,quantity,effective",
            "K-1," + number + ",A,1,2026-02-01"))).containsExactly("2 key PACKING_MISMATCH");
        assertThat(warehouse.rows("pack_scan")).isZero();
        String[] override = { "key,order,scan,quantity,override,effective",
            "K-1," + number + ",A,1,the rest follows,2026-02-01" };
        assertThat(run("packing", ALL, override).stored()).isEqualTo(1);
        override[1] = override[1].replace(",1,", ",2,");
        assertThat(ImportFile.told(run("packing", ALL, override)))
            .containsExactly("2 key KEY_REUSED_WITH_OTHER_CONTENT");
        assertThat(done(now(order), 1, Step.PACKED)).isEqualByComparingTo("1");
    }

    @Test
    void aReturnThatFailsLaterLeavesNotEvenItsAnnouncement() {
        Document order = place(line("A", 5));
        allocate(order);
        String shipment = ship(order, Shipping.Ready.HELD).number();
        String[] file = { "key,shipment,line,quantity,reason,at,decide,to,refund,note",
            "R-1," + shipment + ",1,3,damaged,PACK,restock,,,", "R-2," + shipment + ",1,2,damaged,CUSTOMER,,,,",
            "R-3," + shipment + ",1,1,,,scrapped,,yes," };
        assertThat(ImportFile.told(run("customer-returns", ALL, file))).contains("4 reason MISSING",
            "4 decide UNKNOWN_VALUE").anyMatch(one -> one.startsWith("3 "));
        assertThat(documents()).isZero();
        assertThat(run("customer-returns", ImportMode.KEEP_GOOD, file).stored()).isEqualTo(1);
        assertThat(documents()).isEqualTo(1);
        assertThat(warehouse.onHand("PACK", "A")).isEqualByComparingTo("3");
        // three came, the file has two rows with two more
        assertThat(ImportFile.told(run("customer-returns", ALL, "key,shipment,line,quantity,reason",
            "R-5," + shipment + ",1,1,x", "R-6," + shipment + ",1,1,x", "R-7," + shipment + ",1,1,x")))
            .containsExactly("4 line MORE_THAN_SHIPPED");
        assertThat(documents()).isEqualTo(1);
    }

    @Test
    void aReturnNamesItemsInThePlaceOfLines() {
        receive("B3", "A", 4);
        Document order = place(line("A", 12), line("L", 1));
        allocate(order);
        Document shipment = ship(order, Shipping.Ready.HELD);
        assertThat(shipment.lines()).hasSize(3);
        same("customer-returns", 2, "key,shipment,item,quantity,reason,at,decide,effective",
            "R-1," + shipment.number() + ",A,11,damaged,PACK,restock,2026-02-10",
            "R-1," + shipment.number() + ",L,1,,,scrap,");
        assertThat(warehouse.onHand("PACK", "A")).isEqualByComparingTo("11");
        assertThat(ImportFile.told(run("customer-returns", ALL, "key,shipment,item,quantity,reason,effective",
            "R-2," + shipment.number() + ",L,0,late,2026-02-11", "R-3," + shipment.number() + ",A,2,late,2026-02-11",
            "R-4," + shipment.number() + ",B,1,late,2026-02-11", "R-5," + shipment.number() + ",,1,late,")))
            .contains("3 line MORE_THAN_SHIPPED", "4 item NOT_IN_SHIPMENT", "5 line MISSING");
    }

    @Test
    void whatIsMissingForAnOrderIsAWarning() {
        Document one = place(line("A", 8));
        Document two = place(line("A", 5));
        ImportResult result = run("allocations", ALL, "order,strategy", two.number() + ",", one.number() + ",");
        assertThat(result.stored()).isEqualTo(2);
        assertThat(result.warnings()).singleElement().satisfies(warning -> assertThat(warning.sentence())
            .contains("3 PCS of A are still missing for line 1 of " + one.number()));
        assertThat(ImportFile.told(run("allocations", ALL, "order,strategy", one.number() + ",best"))).hasSize(1);
    }

}
