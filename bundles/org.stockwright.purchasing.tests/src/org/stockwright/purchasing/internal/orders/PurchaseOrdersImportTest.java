package org.stockwright.purchasing.internal.orders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.DocumentRow;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.testkit.ImportFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class PurchaseOrdersImportTest {

    private static final String HEADER = "order,supplier,date,item,quantity,price,due,state,any_quantity";

    @TempDir
    Path folder;

    private Buying buying;

    @BeforeEach
    void open() {
        buying = new Buying(folder);
    }

    @AfterEach
    void close() {
        buying.close();
    }

    private static ImportResult run(ImportMode mode, List<String> lines) {
        return ImportFile.run("purchase-orders", mode, HEADER, lines.toArray(String[]::new));
    }

    @Test
    void rowsOfOneWordAreOneOrderAndImportingAgainChangesNothing() {
        List<String> rows = List.of("A-1,ACME,2026-01-10,BOLT,20,2.25,2026-01-20,sent,", "A-1,,,NUT,7,0.9,,,yes",
            "A-2,ZETA,,NUT,3,,,,");
        assertThat(run(ImportMode.DRY_RUN, rows.subList(2, 3)).stored()).isEqualTo(1);
        assertThat(buying.documents().count(DocumentQuery.of(PurchaseOrders.KIND))).isZero();
        ImportResult wrong = run(ImportMode.ALL_OR_NOTHING, rows);
        assertThat(wrong.refusals()).extracting(refusal -> refusal.code().name(), refusal -> refusal.place().line(),
            refusal -> refusal.place().column()).containsExactly(tuple("ROWS_DIFFER", 3L, "any_quantity"));
        List<String> right = List.of("A-1,ACME,2026-01-10,BOLT,20,2.25,2026-01-20,sent,", "A-1,,,NUT,7,0.9,,,",
            "A-2,ZETA,,NUT,3,,,,");
        ImportResult result = run(ImportMode.ALL_OR_NOTHING, right);
        assertThat(result.refusals()).isEmpty();
        assertThat(result.stored()).isEqualTo(3);
        assertThat(buying.documents().list(DocumentQuery.of(PurchaseOrders.KIND), 10))
            .extracting(DocumentRow::reference, DocumentRow::state, DocumentRow::lines)
            .containsExactly(tuple("A-2", PurchaseOrders.OPEN, 1), tuple("A-1", PurchaseOrders.SENT, 2));
        Document first = buying.documents().find(PurchaseOrders.KIND, "PO-000001").orElseThrow();
        assertThat(first.total()).isEqualByComparingTo("51.3");
        ImportResult again = run(ImportMode.ALL_OR_NOTHING, right);
        assertThat(again.stored()).isZero();
        assertThat(again.unchanged()).isEqualTo(3);
        ImportResult other = run(ImportMode.ALL_OR_NOTHING, List.of("A-2,ZETA,,NUT,4,,,,"));
        assertThat(other.refusals()).extracting(refusal -> refusal.code().name())
            .containsExactly("KEY_REUSED_WITH_OTHER_CONTENT");
    }

    @Test
    void everyErrorOfEveryRowIsToldAndTheGoodOrdersAreKept() {
        List<String> rows = List.of("B-1,ACMEE,2026-13-01,BOLT,x,2,,,", "B-1,ACMEE,,BLT,5,2,,,",
            "B-2,ZETA,,NUT,3,,,shipped,", "B-3,ACME,,BOLT,7,,,,", "B-4,ZETA,,NUT,9,,,,", ",ZETA,,NUT,9,,,,");
        ImportResult none = run(ImportMode.ALL_OR_NOTHING, rows);
        assertThat(none.stored()).isZero();
        assertThat(none.refusals()).extracting(refusal -> refusal.code().name(), refusal -> refusal.place().line(),
            refusal -> refusal.place().column()).containsExactlyInAnyOrder(tuple("NO_SUPPLIER", 2L, "supplier"),
                tuple("NOT_AN_INSTANT", 2L, "date"), tuple("NOT_A_NUMBER", 2L, "quantity"),
                tuple("UNKNOWN_ITEM", 3L, "item"), tuple("UNKNOWN_WORD", 4L, "state"),
                tuple("BELOW_MINIMUM", 5L, "quantity"), tuple("UNKNOWN_WORD", 7L, "order"));
        assertThat(none.refusals()).extracting(Refusal::hint).anyMatch(hint -> hint.contains("'ACME'"));
        assertThat(run(ImportMode.KEEP_GOOD, rows).stored()).isEqualTo(1);
        assertThat(buying.documents().count(DocumentQuery.of(PurchaseOrders.KIND))).isEqualTo(1);
    }

    @Test
    void thousandsOfOrdersAreStoredInSeconds() {
        List<String> rows = new ArrayList<>();
        for (int order = 0; order < 1_000; order++) {
            rows.add("C-" + order + ",ACME,2026-01-10,BOLT,20,2.25,2026-01-20,approved,yes");
            rows.add("C-" + order + ",,,NUT,7,0.9,,,");
        }
        long start = System.nanoTime();
        assertThat(run(ImportMode.ALL_OR_NOTHING, rows).stored()).isEqualTo(2_000);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println("figure purchase-orders import: 1,000 orders of 2 lines in " + millis + " ms");
        assertThat(buying.documents().count(DocumentQuery.of(PurchaseOrders.KIND).in(java.util.Set.of("APPROVED"))))
            .isEqualTo(1_000);
    }

}
