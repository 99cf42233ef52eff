package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.ReservationId;
import org.stockwright.documents.DocumentId;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Bookings;
import org.stockwright.service.internal.capacity.Spans.Span;

/**
 * Reads and writes what bookings are beside their documents. What a resource is taken for is written only by whoever has locked
 * its row: whoever has done that reads it without waiting for anybody.
 */
final class BookingRows {

    private static final String HEADS = "SELECT b.document_id, b.code, b.version, b.start_at, b.end_at, d.state, "
        + "b.case_id "
        + "FROM service_booking b JOIN document d ON d.id = b.document_id";
    private static final String SLOTS = "SELECT s.document_id, s.pool, s.part, s.resource_id, s.start_at, s.end_at, s.note, "
        + "d.state, b.code, w.resource_id FROM service_booking_slot s "
        + "JOIN service_booking b ON b.document_id = s.document_id JOIN document d ON d.id = s.document_id "
        + "LEFT JOIN service_booking_wish w ON w.document_id = s.document_id AND w.resource_id = s.resource_id";
    private static final String HOLDS = "SELECT h.document_id, r.id, b.item_id, l.code, l.expires_on, r.open_quantity, "
        + "s.document_id FROM service_booking_hold h JOIN reservation r ON r.id = h.reservation_id "
        + "JOIN balance b ON b.id = r.balance_id JOIN lot l ON l.id = b.lot_id LEFT JOIN service_batch s "
        + "ON s.item_id = b.item_id AND s.lot_code = l.code WHERE h.document_id IN ";
    private static final String SLOT_ORDER = " ORDER BY s.document_id, s.pool, s.part";

    private final Transaction transaction;

    BookingRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A booking, or a wish when its version is 0.
     *
     * @param document its document
     * @param code of the template
     * @param version of the template
     * @param time from when to when
     * @param state of the document
     * @param opened the case that it became
     */
    record Head(DocumentId document, String code, int version, Span time, String state, Optional<DocumentId> opened) {

        static Head of(DocumentId document, String code, int version, Span time) {
            return new Head(document, code, version, time, "", Optional.empty());
        }

    }

    /**
     * A time of a resource.
     *
     * @param document whose
     * @param pool as a member of which pool
     * @param part of the times of the same pool, from 1
     * @param resource its number
     * @param time from when to when
     * @param note why it stands outside of the shifts, or empty
     * @param state of the document
     * @param code of the template
     * @param isWanted whether the customer asked for the resource
     */
    record SlotRow(DocumentId document, String pool, int part, long resource, Span time, String note, String state,
        String code, boolean isWanted) {

        boolean isOpen() {
            return Bookings.BOOKED.equals(state);
        }

    }

    /** Stores a booking or a wish that has its document. */
    void insert(Head head, Collection<Long> wanted) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO service_booking (code, version, start_at, end_at, document_id) VALUES (?, ?, ?, ?, ?)")) {
            set(insert, head);
        }
        want(head.document(), wanted);
    }

    /** Gives a booking another time, and a wish a booking's version. */
    void update(Head head, Collection<Long> wanted) throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE service_booking SET code = ?, version = ?, start_at = ?, end_at = ? WHERE document_id = ?")) {
            set(update, head);
        }
        run("DELETE FROM service_booking_wish WHERE document_id = ?", head.document());
        want(head.document(), wanted);
    }

    private static void set(PreparedStatement statement, Head head) throws SQLException {
        statement.setString(1, head.code());
        statement.setInt(2, head.version());
        statement.setLong(3, Micros.of(head.time().from()));
        statement.setLong(4, Micros.of(head.time().until()));
        statement.setLong(5, head.document().value());
        statement.executeUpdate();
    }

    private void want(DocumentId document, Collection<Long> wanted) throws SQLException {
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO service_booking_wish (document_id, resource_id) VALUES (?, ?)")) {
            for (long resource : wanted) {
                insert.setLong(1, document.value());
                insert.setLong(2, resource);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void run(String sql, DocumentId document) throws SQLException {
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            statement.setLong(1, document.value());
            statement.executeUpdate();
        }
    }

    /** The numbers of the resources that each customer asked for. */
    Map<DocumentId, Set<Long>> wanted(Collection<DocumentId> documents) throws SQLException {
        Map<DocumentId, Set<Long>> result = new TreeMap<>();
        BulkSelect.unlocked(transaction).each(
            "SELECT document_id, resource_id FROM service_booking_wish WHERE document_id IN ", ids(documents), "",
            row -> result.computeIfAbsent(new DocumentId(row.getLong(1)), id -> new TreeSet<>()).add(row.getLong(2)));
        return result;
    }

    /** The numbers of the resources that a customer asked for. */
    Set<Long> wanted(DocumentId document) throws SQLException {
        return numbers("SELECT resource_id FROM service_booking_wish WHERE document_id = ?", document.value());
    }

    /** A booking became a case. */
    void opened(DocumentId document, DocumentId opened) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE service_booking SET case_id = ? WHERE document_id = ?")) {
            update.setLong(1, opened.value());
            update.setLong(2, document.value());
            update.executeUpdate();
        }
    }

    /** How much of each item is held by bookings of a template that begin in a time and whose customers have not come yet. */
    Map<ItemId, BigDecimal> held(String code, Span time) throws SQLException {
        String sql = "SELECT l.item_id, SUM(r.open_quantity) FROM service_booking b "
            + "JOIN document d ON d.id = b.document_id JOIN service_booking_hold h ON h.document_id = b.document_id "
            + "JOIN reservation r ON r.id = h.reservation_id JOIN balance l ON l.id = r.balance_id "
            + "WHERE d.state = 'BOOKED' AND b.code = ? AND b.version > 0 AND b.start_at >= ? AND b.start_at < ? GROUP BY l.item_id"
            + transaction.dialect().withoutWaiting();
        Map<ItemId, BigDecimal> result = new TreeMap<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setString(1, code);
            select.setLong(2, Micros.of(time.from()));
            select.setLong(3, Micros.of(time.until()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.put(new ItemId(row.getLong(1)), row.getBigDecimal(2));
                }
            }
        }
        return result;
    }

    /** The documents of bookings and wishes that name a resource. */
    Set<DocumentId> concerned(long resource) throws SQLException {
        Set<DocumentId> result = new TreeSet<>();
        for (String sql : List.of("SELECT document_id FROM service_booking_slot WHERE resource_id = ?",
            "SELECT document_id FROM service_booking_wish WHERE resource_id = ?")) {
            numbers(sql, resource).forEach(id -> result.add(new DocumentId(id)));
        }
        return result;
    }

    /** Open bookings that have a time outside of somebody's shifts which is not over. */
    Set<DocumentId> outside() throws SQLException {
        String sql = "SELECT s.document_id FROM service_booking_slot s JOIN document d ON d.id = s.document_id "
            + "WHERE s.end_at > ? AND s.note <> '' AND d.state = 'BOOKED'" + transaction.dialect().withoutWaiting();
        Set<DocumentId> result = new TreeSet<>();
        numbers(sql, Micros.of(transaction.now())).forEach(id -> result.add(new DocumentId(id)));
        return result;
    }

    /**
     * Stock that a booking holds, or has held.
     *
     * @param reservation by which
     * @param item of which item
     * @param lot the lot's code, or empty
     * @param expires the day on which it expires, if it does
     * @param quantity how much is still held, in the item's base unit
     * @param isUnit whether it is a stored unit
     */
    record Hold(ReservationId reservation, ItemId item, String lot, Optional<LocalDate> expires, BigDecimal quantity,
        boolean isUnit) {

        boolean isOpen() {
            return quantity.signum() > 0;
        }

    }

    /** What bookings hold of the ledger, or have held, by the number of the reservation. */
    Map<DocumentId, List<Hold>> holds(Collection<DocumentId> documents) throws SQLException {
        Map<DocumentId, List<Hold>> result = new TreeMap<>();
        BulkSelect.unlocked(transaction).each(HOLDS, ids(documents), " ORDER BY r.id", row -> {
            Hold hold = new Hold(new ReservationId(row.getLong(2)), new ItemId(row.getLong(3)), row.getString(4),
                Optional.ofNullable(row.getDate(5)).map(Date::toLocalDate), row.getBigDecimal(6).stripTrailingZeros(),
                row.getObject(7) != null);
            result.computeIfAbsent(new DocumentId(row.getLong(1)), id -> new ArrayList<>()).add(hold);
        });
        return result;
    }

    /** What a booking holds of the ledger, or has held. */
    List<Hold> holds(DocumentId document) throws SQLException {
        return holds(List.of(document)).getOrDefault(document, List.of());
    }

    private Set<Long> numbers(String sql, long key) throws SQLException {
        Set<Long> result = new TreeSet<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, key);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(row.getLong(1));
                }
            }
        }
        return result;
    }

    /** Remembers what a booking holds of the ledger. */
    void hold(DocumentId document, Collection<ReservationId> reservations) throws SQLException {
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO service_booking_hold (document_id, reservation_id) VALUES (?, ?)")) {
            for (ReservationId one : reservations) {
                insert.setLong(1, document.value());
                insert.setLong(2, one.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Takes times of resources. */
    void take(List<SlotRow> slots) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO service_booking_slot "
            + "(document_id, pool, part, resource_id, start_at, end_at, note) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (SlotRow slot : slots) {
                insert.setLong(1, slot.document().value());
                insert.setString(2, slot.pool());
                insert.setInt(3, slot.part());
                insert.setLong(4, slot.resource());
                insert.setLong(5, Micros.of(slot.time().from()));
                insert.setLong(6, Micros.of(slot.time().until()));
                insert.setString(7, slot.note());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Gives all times back. */
    void giveBack(DocumentId document) throws SQLException {
        run("DELETE FROM service_booking_slot WHERE document_id = ?", document);
    }

    /** Another resource of the same pool does it, within its shifts. */
    void reassign(DocumentId document, String pool, long resource) throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE service_booking_slot SET resource_id = ?, note = '' WHERE document_id = ? AND pool = ?")) {
            update.setLong(1, resource);
            update.setLong(2, document.value());
            update.setString(3, pool);
            update.executeUpdate();
        }
    }

    /** Says why a time stands outside of the shifts, or that it does not. */
    void note(SlotRow slot, String note) throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE service_booking_slot SET note = ? WHERE document_id = ? AND pool = ? AND part = ?")) {
            update.setString(1, note);
            update.setLong(2, slot.document().value());
            update.setString(3, slot.pool());
            update.setInt(4, slot.part());
            update.executeUpdate();
        }
    }

    /** The times of all bookings that have a part in a time. */
    List<SlotRow> slots(Span time) throws SQLException {
        String sql = SLOTS + " WHERE b.end_at > ? AND b.start_at < ?" + SLOT_ORDER
            + transaction.dialect().withoutWaiting();
        return slots(sql, Micros.of(time.from()), Micros.of(time.until()));
    }

    /** The times of a resource. */
    List<SlotRow> slotsOf(long resource) throws SQLException {
        String sql = SLOTS + " WHERE s.resource_id = ?" + SLOT_ORDER + transaction.dialect().withoutWaiting();
        return slots(sql, resource);
    }

    private List<SlotRow> slots(String sql, long... values) throws SQLException {
        List<SlotRow> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setLong(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(slot(row));
                }
            }
        }
        return result;
    }

    private static SlotRow slot(ResultSet row) throws SQLException {
        boolean isWanted = row.getLong(10) != 0;
        return new SlotRow(new DocumentId(row.getLong(1)), row.getString(2), row.getInt(3), row.getLong(4),
            new Span(Micros.toInstant(row.getLong(5)), Micros.toInstant(row.getLong(6))), row.getString(7),
            row.getString(8), row.getString(9), isWanted);
    }

    /** The times of bookings. */
    Map<DocumentId, List<SlotRow>> slots(Collection<DocumentId> documents) throws SQLException {
        Map<DocumentId, List<SlotRow>> result = new TreeMap<>();
        BulkSelect.unlocked(transaction).each(SLOTS + " WHERE s.document_id IN ", ids(documents), SLOT_ORDER, row -> {
            SlotRow slot = slot(row);
            result.computeIfAbsent(slot.document(), id -> new ArrayList<>()).add(slot);
        });
        return result;
    }

    private static List<Long> ids(Collection<DocumentId> documents) {
        return documents.stream().map(DocumentId::value).sorted().toList();
    }

    /** Bookings and wishes by their documents. */
    Map<DocumentId, Head> heads(Collection<DocumentId> documents) throws SQLException {
        Map<DocumentId, Head> result = new TreeMap<>();
        BulkSelect.unlocked(transaction).each(HEADS + " WHERE b.document_id IN ", ids(documents), "", row -> {
            Head head = head(row);
            result.put(head.document(), head);
        });
        return result;
    }

    /** A booking or wish. */
    Optional<Head> head(DocumentId document) throws SQLException {
        return Optional.ofNullable(heads(List.of(document)).get(document));
    }

    /** Bookings, not wishes, that begin in a time. */
    List<Head> beginning(Span time) throws SQLException {
        String sql = HEADS
            + " WHERE b.version > 0 AND b.start_at >= ? AND b.start_at < ? ORDER BY b.start_at, b.document_id"
            + transaction.dialect().withoutWaiting();
        List<Head> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, Micros.of(time.from()));
            select.setLong(2, Micros.of(time.until()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(head(row));
                }
            }
        }
        return result;
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(new DocumentId(row.getLong(1)), row.getString(2), row.getInt(3),
            new Span(Micros.toInstant(row.getLong(4)), Micros.toInstant(row.getLong(5))), row.getString(6),
            Optional.ofNullable((Long) row.getObject(7)).map(DocumentId::new));
    }

}
