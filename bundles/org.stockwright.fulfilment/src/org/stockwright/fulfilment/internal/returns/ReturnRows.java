package org.stockwright.fulfilment.internal.returns;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.CustomerReturns.DecisionMade;
import org.stockwright.fulfilment.internal.shipping.GoodsWork;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** The rows of decisions about returns, and what is announced of shipments. */
public final class ReturnRows {

    private final Transaction transaction;

    /** In a transaction. */
    public ReturnRows(Transaction transaction) {
        this.transaction = transaction;
    }

    void add(LineId line, CustomerReturns.Decided decided, Optional<BigDecimal> amount) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO return_decision (id, "
            + "line_id, decision, quantity, refund, refund_amount, location_id, note, user_name, recorded_at) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("shipping_seq"));
            insert.setLong(2, line.value());
            insert.setString(3, decided.decision().name());
            insert.setBigDecimal(4, decided.quantity());
            insert.setInt(5, decided.refund() ? 1 : 0);
            insert.setBigDecimal(6, amount.orElse(null));
            if (decided.to().isPresent()) {
                insert.setLong(7, decided.to().get().value());
            } else {
                insert.setNull(7, Types.BIGINT);
            }
            insert.setString(8, decided.note());
            insert.setString(9, transaction.user());
            insert.setLong(10, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
    }

    List<DecisionMade> of(DocumentId document) throws SQLException {
        List<DecisionMade> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT l.line, r.quantity, "
            + "r.decision, r.refund_amount, r.note, r.user_name, r.recorded_at FROM return_decision r "
            + "JOIN document_line l ON l.id = r.line_id WHERE l.document_id = ? ORDER BY r.id")) {
            select.setLong(1, document.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new DecisionMade(row.getInt(1), row.getBigDecimal(2),
                        CustomerReturns.Decision.valueOf(row.getString(3)), Optional.ofNullable(row.getBigDecimal(4)),
                        row.getString(5), row.getString(6), Micros.toInstant(row.getLong(7))));
                }
            }
        }
        return result;
    }

    /** Where a return lies in inspection, once something came. */
    Optional<LocationId> place(DocumentId document) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT location_id FROM return_place WHERE document_id = ?")) {
            select.setLong(1, document.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new LocationId(row.getLong(1))) : Optional.empty();
            }
        }
    }

    /** A return lies there. */
    void lies(DocumentId document, LocationId place) throws SQLException {
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO return_place (document_id, location_id) VALUES (?, ?)")) {
            insert.setLong(1, document.value());
            insert.setLong(2, place.value());
            insert.executeUpdate();
        }
    }

    /** How much of these lines was decided about. */
    Map<LineId, BigDecimal> decided(List<LineId> lines) throws SQLException {
        Map<LineId, BigDecimal> result = new HashMap<>();
        new BulkSelect(transaction).each("SELECT line_id, quantity FROM return_decision WHERE line_id IN ",
            lines.stream().map(LineId::value).toList(), "",
            row -> result.merge(new LineId(row.getLong(1)), row.getBigDecimal(2), BigDecimal::add));
        return result;
    }

    /** The lines of open returns that go on with these lines of shipments. */
    Map<LineId, LineId> announced(List<LineId> shipped) throws SQLException {
        Map<LineId, LineId> result = new HashMap<>();
        new BulkSelect(transaction).each("SELECT l.id, l.source_line_id FROM document_line l JOIN document d "
            + "ON d.id = l.document_id WHERE d.kind = 'customer-return' AND d.is_open = 1 AND l.source_line_id IN ",
            shipped.stream().map(LineId::value).toList(), "",
            row -> result.put(new LineId(row.getLong(1)), new LineId(row.getLong(2))));
        return result;
    }

    /** What of each line of a shipment can still come back: shipped, not returned and not announced. */
    public Map<LineId, BigDecimal> returnable(DocumentBook book, Document shipment) throws SQLException {
        Map<LineId, BigDecimal> open = new HashMap<>();
        shipment.lines().forEach(line -> open.put(line.id(), line.open(Step.RETURNED)));
        Map<LineId, LineId> announced = announced(List.copyOf(open.keySet()));
        Map<LineId, DocumentLine> lines = GoodsWork.lines(book.read(transaction,
            new GoodsWork(book, transaction).documentsOf(announced.keySet()).values()));
        announced.forEach((line, shipped) -> open.merge(shipped, lines.get(line).open(Step.RECEIVED).negate(),
            BigDecimal::add));
        return open;
    }

}
