package org.stockwright.fulfilment.internal.orders;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.DocumentRow;
import org.stockwright.documents.Documents;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.fulfilment.Kits;
import org.stockwright.fulfilment.internal.OrderWorld;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerOrdersImportTest extends OrderWorld {

    @BeforeEach
    void items() {
        warehouse.items("A", "B", "SET");
    }

    private List<DocumentRow> orders(int limit) {
        return world.service(Documents.class).list(DocumentQuery.of("customer-order"), limit);
    }

    @Test
    void rowsWithOneWordAreOneOrderAndTheSameFileAgainChangesNothing() {
        String[] file = { "order,customer,date,item,quantity,price,due,priority", "536365,C1,2026-01-10,A,6,2.55,,7",
            "536365,,,B,2,3,2026-01-20,", "536366,C2,2026-01-11T10:00,A,1,1,,", "536365,,,A,1,2.55,," };
        assertThat(run("customer-orders", ImportMode.DRY_RUN, file)).isEqualTo(
            new ImportResult(4, 4, 0, List.of(), List.of()));
        assertThat(orders(10)).isEmpty();
        assertThat(run("customer-orders", ImportMode.ALL_OR_NOTHING, file)).isEqualTo(
            new ImportResult(4, 4, 0, List.of(), List.of()));
        assertThat(orders(10)).hasSize(2);
        Document first = world.service(Documents.class).find("SO-000001").orElseThrow();
        assertThat(first.reference()).isEqualTo("536365");
        assertThat(first.priority()).isEqualTo(7);
        assertThat(first.lines()).hasSize(3);
        assertThat(first.total()).isEqualByComparingTo("23.85");
        assertThat(first.effective()).isEqualTo("2026-01-10T00:00:00Z");
        assertThat(run("customer-orders", ImportMode.ALL_OR_NOTHING, file)).isEqualTo(
            new ImportResult(4, 0, 4, List.of(), List.of()));
        assertThat(orders(10)).hasSize(2);
    }

    @Test
    void whatIsWrongIsToldWithItsCellAndTheGoodOrdersCanBeKept() {
        String[] file = { "order,customer,item,quantity,priority,reference,duplicate", "1,C1,A,6,0,R,",
            "2,NOBODY,A,1,0,,",
            "3,C1,A,-1,0,,", "4,C1,A,1,0,R,", "5,C1,A,1,0,R,yes", "6,C1,X,1,x,,maybe", "7,C1,A,1,0,,", "7,C2,A,1,0,," };
        ImportResult none = run("customer-orders", ImportMode.ALL_OR_NOTHING, file);
        assertThat(none.stored()).isZero();
        assertThat(none.refusals()).extracting(one -> one.place().line() + " " + one.place().column() + " "
            + one.code().name()).containsExactlyInAnyOrder("3 customer UNKNOWN_CUSTOMER",
                "4 quantity QUANTITY_NOT_POSITIVE", "5 reference DUPLICATE_ORDER", "7 item UNKNOWN_ITEM",
                "7 priority NOT_A_WHOLE_NUMBER", "7 duplicate NOT_YES_OR_NO", "9 customer ROWS_DIFFER");
        assertThat(orders(10)).isEmpty();
        assertThat(run("customer-orders", ImportMode.KEEP_GOOD, file).stored()).isEqualTo(2);
        assertThat(orders(10)).hasSize(2);
    }

    @Test
    void moreOrdersThanFitInOneTransactionAreStored() {
        StringBuilder rows = new StringBuilder("order,customer,item,quantity");
        for (int i = 0; i < 230; i++) {
            rows.append("\nW").append(i).append(",C1,A,1");
        }
        assertThat(run("customer-orders", ImportMode.ALL_OR_NOTHING, rows.toString().split("\n")).stored())
            .isEqualTo(230);
        assertThat(world.service(Documents.class).count(DocumentQuery.of("customer-order"))).isEqualTo(230);
    }

    @Test
    void kitsAreImported() {
        String[] file = { "kit,item,quantity,valid_from,virtual", "SET,A,2,2026-01-01,no", "SET,B,1,2026-01-01," };
        assertThat(run("kits", ImportMode.DRY_RUN, file).stored()).isEqualTo(2);
        assertThat(run("kits", ImportMode.ALL_OR_NOTHING, file).stored()).isEqualTo(2);
        Kits.Version version = world.service(Kits.class).list().getFirst();
        assertThat(version.virtual()).isFalse();
        assertThat(version.components()).extracting(one -> one.quantity().toPlainString()).containsExactly("2", "1");
        assertThat(run("kits", ImportMode.ALL_OR_NOTHING, file)).isEqualTo(
            new ImportResult(2, 0, 2, List.of(), List.of()));
        ImportResult wrong = run("kits", ImportMode.KEEP_GOOD, "kit,item,quantity,virtual", "A,A,1,", "SET,X,1,",
            "B,A,0.5,yes");
        assertThat(wrong.refusals()).extracting(one -> one.place().line() + " " + one.place().column() + " "
            + one.code().name()).containsExactlyInAnyOrder("2 kit KIT_CONTAINS_ITSELF", "3 item UNKNOWN_ITEM",
                "4 quantity COMPONENT_DOES_NOT_FIT");
        assertThat(wrong.stored()).isZero();
    }

}
