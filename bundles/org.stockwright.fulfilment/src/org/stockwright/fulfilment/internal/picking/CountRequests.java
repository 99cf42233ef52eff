package org.stockwright.fulfilment.internal.picking;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.base.ReservationId;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.fulfilment.Picking.CountRequest;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.persistence.Transaction;

/** Bins that want to be counted. What the book still has there is held by a reservation of the request. */
final class CountRequests {

    private static final String SELECT = "SELECT c.id, c.document_id, d.number, c.location_id, l.code, i.code, c.lot, "
        + "c.missing, r.open_quantity, c.reason, c.user_name, c.recorded_at, r.id FROM count_request c "
        + "JOIN document d ON d.id = c.document_id JOIN location l ON l.id = c.location_id "
        + "JOIN item i ON i.id = c.item_id LEFT JOIN reservation r ON r.reservation_key = c.reservation_key "
        + "WHERE c.counted_at IS NULL";

    private final Transaction transaction;

    CountRequests(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The key of the reservation that keeps what is there from everybody. */
    static String key(long id) {
        return "COUNT-" + id;
    }

    void add(long id, Document list, AllocationRows.Row stock, BigDecimal missing, String reason, boolean held)
        throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO count_request (id, "
            + "document_id, location_id, item_id, lot, missing, reason, reservation_key, user_name, recorded_at) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setLong(2, list.id().value());
            insert.setLong(3, stock.location().value());
            insert.setLong(4, stock.item().value());
            insert.setString(5, stock.lot());
            insert.setBigDecimal(6, missing);
            insert.setString(7, reason);
            insert.setString(8, held ? key(id) : null);
            insert.setString(9, transaction.user());
            insert.setLong(10, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
    }

    /**
     * A request with the reservation that it has.
     *
     * @param request the request
     * @param reservation what keeps the stock, if something does
     */
    record Open(CountRequest request, Optional<ReservationId> reservation) {
    }

    /** Those that wait, oldest first. */
    List<Open> open() throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + " ORDER BY c.id")) {
            return read(select);
        }
    }

    /** One that waits, locked until the transaction ends. */
    Optional<Open> lock(long id) throws SQLException {
        String sql = "SELECT id FROM count_request WHERE id = ?" + transaction.dialect().forUpdate();
        try (PreparedStatement lock = transaction.connection().prepareStatement(sql)) {
            lock.setLong(1, id);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
            }
        }
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + " AND c.id = ?")) {
            select.setLong(1, id);
            return read(select).stream().findFirst();
        }
    }

    private static List<Open> read(PreparedStatement select) throws SQLException {
        List<Open> result = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                BigDecimal held = row.getBigDecimal(9);
                long reservation = row.getLong(13);
                result.add(new Open(new CountRequest(row.getLong(1), new DocumentId(row.getLong(2)), row.getString(3),
                    new LocationId(row.getLong(4)), row.getString(5), row.getString(6), row.getString(7),
                    row.getBigDecimal(8), held == null ? BigDecimal.ZERO : held, row.getString(10), row.getString(11),
                    Micros.toInstant(row.getLong(12))),
                    reservation == 0 ? Optional.empty() : Optional.of(new ReservationId(reservation))));
            }
        }
        return result;
    }

    void counted(long id) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE count_request SET counted_by = ?, counted_at = ? WHERE id = ?")) {
            update.setString(1, transaction.user());
            update.setLong(2, Micros.of(transaction.now()));
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    /** What of a balance nobody holds. */
    BigDecimal free(long balance) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT on_hand - reserved FROM balance WHERE id = ?")) {
            select.setLong(1, balance);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBigDecimal(1) : BigDecimal.ZERO;
            }
        }
    }

}
