package org.stockwright.fulfilment.internal.picking;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.persistence.Transaction;

/** Checks the lines of a pick list against the documents that they come from before anybody walks. */
final class Approvals {

    private final Transaction transaction;
    private final Optional<BigDecimal> limit;

    /**
     * In a transaction.
     *
     * @param limit the total from which on an order needs an approval of its own
     */
    Approvals(Transaction transaction, Optional<BigDecimal> limit) {
        this.transaction = transaction;
        this.limit = limit;
    }

    /** Remembers that somebody approves an order as it is now. */
    void approve(Document order) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO order_approval (id, "
            + "document_id, revision, total, user_name, recorded_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("shipping_seq"));
            insert.setLong(2, order.id().value());
            insert.setInt(3, order.revision());
            insert.setBigDecimal(4, order.total());
            insert.setString(5, transaction.user());
            insert.setLong(6, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
    }

    /** What speaks against releasing a list, line by line; empty when nothing does. */
    List<Refusal> against(Document list, Map<DocumentId, Document> documents, Map<LineId, PickLines.Row> picks,
        List<AllocationRows.Holding> rows) throws SQLException {
        Map<LineId, DocumentLine> wants = org.stockwright.fulfilment.internal.shipping.GoodsWork
            .lines(documents.values());
        Map<String, AllocationRows.Holding> held = ListMaker.byKey(rows);
        Map<LineId, BigDecimal> sums = new HashMap<>();
        rows.forEach(row -> sums.merge(row.line(), row.open(), BigDecimal::add));
        List<Refusal> refusals = new ArrayList<>();
        for (DocumentLine line : list.lines()) {
            if (line.source().isEmpty() || line.open(Step.PICKED).signum() == 0) {
                continue;
            }
            DocumentLine want = wants.get(line.source().get());
            Document order = documents.get(want.document());
            PickLines.Row pick = picks.get(line.id());
            AllocationRows.Holding stock = pick == null ? null : held.get(pick.key());
            String wrong = wrong(line, want, order, stock, sums);
            if (wrong.isEmpty() && !isApproved(order)) {
                wrong = "its total of " + order.total().stripTrailingZeros().toPlainString() + " " + order.currency()
                    + " is above the limit and nobody approved this revision";
            }
            if (!wrong.isEmpty()) {
                refusals.add(Refusal.of(FulfilmentRefusal.NOT_APPROVED, line.line(), list.number(),
                    order.number() + ": " + wrong).hint("Make a new list, or have the order approved.")
                    .at(Refusal.Place.line(line.line())));
            }
        }
        return refusals;
    }

    private static String wrong(DocumentLine line, DocumentLine want, Document order, AllocationRows.Holding stock,
        Map<LineId, BigDecimal> sums) {
        if (!order.isOpen()) {
            return "it is " + order.state().toLowerCase(java.util.Locale.ROOT);
        }
        if (!line.itemId().equals(want.itemId())) {
            return "it wants " + want.item();
        }
        if (!same(line.price(), want.price())) {
            return "its price was changed";
        }
        if (stock == null || stock.open().compareTo(line.open(Step.PICKED)) < 0) {
            return "the stock is held for it no more";
        }
        BigDecimal wanted = want.quantity().amount().subtract(want.done(Step.CANCELLED));
        BigDecimal taken = want.done(Step.SHIPPED).add(want.done(Step.ORDERED))
            .add(sums.getOrDefault(want.id(), BigDecimal.ZERO));
        return taken.compareTo(wanted) > 0 ? "it wants " + wanted.stripTrailingZeros().toPlainString() + ", not "
            + taken.stripTrailingZeros().toPlainString() : "";
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() == other.isPresent()
            && (one.isEmpty() || one.get().compareTo(other.get()) == 0);
    }

    private boolean isApproved(Document order) throws SQLException {
        if (limit.isEmpty() || order.total().compareTo(limit.get()) <= 0) {
            return true;
        }
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT COUNT(*) FROM order_approval WHERE document_id = ? AND revision = ?")) {
            select.setLong(1, order.id().value());
            select.setInt(2, order.revision());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1) > 0;
            }
        }
    }

}
