package org.stockwright.fulfilment.internal.orders;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.persistence.Transaction;

/**
 * Brings orders up to date with what became of them, at the end of each step that touches them. Their documents are locked
 * by the caller.
 */
public final class OrderStates {

    private final DocumentBook book;
    private final Transaction transaction;

    /** In a transaction. */
    public OrderStates(DocumentBook book, Transaction transaction) {
        this.book = book;
        this.transaction = transaction;
    }

    /**
     * Tells the chain what is held now, and puts orders into the state that follows from their lines.
     *
     * @return the orders as they are now, by identity
     */
    public List<Document> settle(Collection<DocumentId> orders) throws SQLException {
        List<Document> now = book.read(transaction, orders);
        Map<DocumentId, List<AllocationRows.Holding>> rows = new HashMap<>();
        for (AllocationRows.Holding row : new AllocationRows(transaction).heldFor(orders)) {
            rows.computeIfAbsent(row.document(), id -> new ArrayList<>()).add(row);
        }
        List<Flow> flows = new ArrayList<>();
        List<DocumentBook.Turn> turns = new ArrayList<>();
        for (Document order : now) {
            List<AllocationRows.Holding> own = rows.getOrDefault(order.id(), List.of());
            flows.addAll(allocated(order, own));
            OrderState state = OrderLines.state(order, own);
            if (!state.name().equals(order.state())) {
                turns.add(new DocumentBook.Turn(order.id(), state.name(), state.name().toLowerCase(Locale.ROOT), ""));
            }
        }
        book.states(transaction, turns);
        book.flow(transaction, flows);
        return !turns.isEmpty() || !flows.isEmpty() ? book.read(transaction, orders) : now;
    }

    /** What has to be added so that the chain's allocated quantity is what was shipped and what is held. */
    private List<Flow> allocated(Document order, List<AllocationRows.Holding> rows) {
        Map<LineId, BigDecimal> held = OrderLines.held(rows);
        List<Flow> flows = new ArrayList<>();
        for (DocumentLine line : OrderLines.wanting(order)) {
            BigDecimal now = line.done(Step.SHIPPED).add(held.getOrDefault(line.id(), BigDecimal.ZERO));
            BigDecimal more = now.subtract(line.done(Step.ALLOCATED));
            if (more.signum() != 0) {
                flows.add(new Flow(line.id(), Step.ALLOCATED, more, java.util.Optional.empty(), transaction.now()));
            }
        }
        return flows;
    }

}
