package org.stockwright.purchasing.internal.verify;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.LineId;
import org.stockwright.ledger.spi.BookCheck;
import org.stockwright.ledger.spi.BookCheck.Findings;
import org.stockwright.purchasing.Inspections;
import org.stockwright.purchasing.Inspections.Decision;
import org.stockwright.purchasing.PutAway;
import org.stockwright.purchasing.PutAway.Move;
import org.stockwright.purchasing.Receipts.Reversal;
import org.stockwright.purchasing.ReceivingRules.Excess;
import org.stockwright.purchasing.SupplierReturns;
import org.stockwright.purchasing.internal.receiving.Docked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.purchasing.internal.receiving.Docked.line;

/** A sound book of goods in has no findings, and each kind of damage is found and named. */
class PurchasingChecksTest {

    @TempDir
    private Path folder;

    private Docked docked;

    @BeforeEach
    void open() {
        docked = new Docked(folder);
        docked.warehouse().bins("A1");
    }

    @AfterEach
    void close() {
        docked.close();
    }

    /** An order of 10 of which 8 came: 2 rejected at once, 5 accepted and put away, 1 waits; 1 went back. */
    private Document goods() {
        Document order = docked.buying().approved("o", docked.buying().line("BOLT", 10));
        Document receipt = docked.receive("r", order, line("BOLT", 8).in("INSPECTION", "")
            .rejecting(BigDecimal.TWO, "BLOCKED", "bent")).receipt();
        LineId came = receipt.lines().getFirst().id();
        docked.inspections().decide(new Inspections.Request("q", docked.now(),
            List.of(new Decision(came, new BigDecimal(5), BigDecimal.ZERO, "")))).value();
        docked.putAway().store(new PutAway.Request("p", docked.now(),
            List.of(new Move(docked.atDock("BOLT", "", 5), docked.place("A1"), "", "")))).value();
        docked.returns().sendBack(new SupplierReturns.Request("s", receipt.id(), docked.now(), "bent", "",
            List.of(SupplierReturns.Line.of(came, BigDecimal.ONE)))).value();
        return order;
    }

    private List<String> wrong(BookCheck check) {
        return findings(check).wrong();
    }

    private Findings findings(BookCheck check) {
        return docked.warehouse().work().read(transaction -> check.run(transaction.connection()));
    }

    private void damage(String sql) {
        docked.warehouse().work().write(transaction -> {
            try (Statement statement = transaction.connection().createStatement()) {
                return Outcome.done(statement.executeUpdate(sql));
            }
        }).value();
    }

    /** A step of the only line of a document that nobody did. */
    private void flow(String number, String step, int quantity) {
        damage(
            "INSERT INTO document_flow (id, line_id, step, quantity, by_line_id, effective_at, recorded_at, user_name) "
                + "SELECT 1, l.id, '" + step + "', " + quantity
                + ", CAST(NULL AS BIGINT), 0, 0, 'x' FROM document_line l "
                + "JOIN document d ON d.id = l.document_id WHERE d.number = '" + number + "'");
    }

    private static List<BookCheck> checks() {
        return List.of(new FlowsOfDocuments(), new ReceivedGoods(), new ReceivedOrders());
    }

    @Test
    void aSoundBookHasNoFindingsAlsoAfterReversals() {
        goods();
        Document other = docked.buying().approved("o2", docked.buying().line("BOLT", 20));
        Document receipt = docked.receive("r2", other, line("BOLT", 3)).receipt();
        docked.receipts().reverse(new Reversal("v2", receipt.id(), docked.now(), "wrong goods")).value();
        assertThat(checks()).allSatisfy(check -> {
            assertThat(findings(check).rows()).as(check.name()).isPositive();
            assertThat(wrong(check)).as(check.name()).isEmpty();
        });
    }

    @Test
    void moreThanWasOrderedIsFineOnlyWhenTheTrailSaysSo() {
        docked.rules().setExcess(Excess.WARN).value();
        Document order = docked.buying().approved("o", docked.buying().line("BOLT", 10));
        docked.receive("r", order, line("BOLT", 12));
        assertThat(wrong(new ReceivedOrders())).isEmpty();
        assertThat(docked.buying().documents().trail(order.id()))
            .filteredOn(event -> event.action().equals("over-received"))
            .extracting(DocumentEvent::detail)
            .containsExactly("GR-000001 took more than was ordered: 2 PCS of BOLT (line 1).");
        Document honest = docked.buying().approved("o2", docked.buying().line("BOLT", 20));
        docked.receive("r2", honest, line("BOLT", 20));
        damage("UPDATE document_line SET quantity = 19 WHERE document_id = " + honest.id().value());
        assertThat(wrong(new ReceivedOrders()))
            .containsExactly(honest.number() + " line 1 received 20 of 19, and its trail does not say why");
    }

    @Test
    void whatDocumentsDidNotDoIsFound() {
        Document order = goods();
        damage("UPDATE document_line SET quantity = 7 WHERE document_id IN (SELECT id FROM document WHERE number "
            + "IN ('GR-000001', 'SR-000001'))");
        assertThat(wrong(new FlowsOfDocuments())).containsExactly(
            "GR-000001 line 1 is about 7, but moved the line that it goes on with by 8",
            "SR-000001 line 1 is about 7, but moved the line that it goes on with by 1");
        flow(order.number(), "REJECTED", 3);
        assertThat(wrong(new ReceivedOrders()))
            .containsExactly(order.number() + " line 1 has 5 rejected, its receipts say 2");
    }

    @Test
    void moreThanCameIsFound() {
        goods();
        flow("GR-000001", "ACCEPTED", 4);
        assertThat(wrong(new ReceivedGoods())).containsExactly("GR-000001 line 1 has 9 accepted and 2 rejected of 8");
    }

    @Test
    void morePutAwayThanAcceptedOrBackThanCameIsFound() {
        goods();
        flow("GR-000001", "PUT_AWAY", 1);
        damage("UPDATE document SET state = 'STORED' WHERE number = 'GR-000001'");
        assertThat(wrong(new ReceivedGoods())).containsExactly("GR-000001 line 1 has 6 put away of 5 accepted",
            "GR-000001 line 1 has 1 waiting for inspection, but is stored");
    }

}
