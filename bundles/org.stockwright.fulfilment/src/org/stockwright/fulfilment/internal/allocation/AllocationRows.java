package org.stockwright.fulfilment.internal.allocation;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.ReservationId;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/**
 * Which reservations hold stock for which lines of orders. How much is held is what the ledger's reservation says: there is
 * no second figure. Rows whose reservation holds nothing any more are passed over.
 */
public final class AllocationRows {

    private static final String COLUMNS = "SELECT a.reservation_key, a.document_id, a.line_id, a.stage, r.id, "
        + "r.open_quantity, b.item_id, b.location_id, l.code, lot.code, b.owner_id, b.status, r.holder, b.id, "
        + "l.pick_sequence FROM " + BulkSelect.inOrder() + "allocation a ";
    private static final String TABLES = "JOIN reservation r " + BulkSelect.oneByOne("reservation_key_unique")
        + "ON r.reservation_key = a.reservation_key JOIN balance b " + BulkSelect.oneByOne()
        + "ON b.id = r.balance_id JOIN location l ON l.id = b.location_id JOIN lot " + BulkSelect.oneByOne()
        + "ON lot.id = b.lot_id WHERE r.open_quantity > 0 AND ";

    private static final String HELD = "SELECT a.reservation_key, a.document_id, a.line_id, a.stage, r.id, "
        + "r.open_quantity FROM " + BulkSelect.inOrder() + "allocation a "
        + BulkSelect.byIndex("allocation_document_ix") + "JOIN reservation r "
        + BulkSelect.by("reservation_key_unique") + "ON r.reservation_key = a.reservation_key "
        + "WHERE r.open_quantity > 0 AND a.document_id IN ";
    private static final Comparator<Holding> ORDER = Comparator.comparing(Holding::document)
        .thenComparing(Holding::line).thenComparing(held -> held.reservation().value());

    private final Transaction transaction;

    /** In a transaction. */
    public AllocationRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** How far the goods are. */
    public enum Stage {
        /** They lie in their bin and are held for the order. */
        HELD,
        /** They were taken from their bin and are held where they were brought to. */
        PICKED,
        /** They were verified and packed. */
        PACKED
    }

    /** What is held for a line of an order, wherever it lies. */
    public interface Holding {

        /** The reservation's key. */
        String key();

        /** The order. */
        DocumentId document();

        /** Its line. */
        LineId line();

        /** How far the goods are. */
        Stage stage();

        /** The reservation. */
        ReservationId reservation();

        /** How much it still holds, in the item's base unit; positive. */
        BigDecimal open();

    }

    /** What is held for a line of an order. */
    private record Held(String key, DocumentId document, LineId line, Stage stage, ReservationId reservation,
        BigDecimal open) implements Holding {
    }

    /**
     * Stock that is held for a line of an order.
     *
     * @param key the reservation's key
     * @param document the order
     * @param line its line
     * @param stage how far the goods are
     * @param reservation the reservation
     * @param open how much it still holds, in the item's base unit; positive
     * @param item the item
     * @param location where it lies
     * @param locationCode the code of the place
     * @param pickSequence the order of visiting bins; 0 when it is not set
     * @param lot the lot's or serial number's code, or empty
     * @param owner whose stock it is
     * @param status its quality status
     * @param holder who it is held for: the order's number
     * @param balance the number of the balance
     */
    public record Row(String key, DocumentId document, LineId line, Stage stage, ReservationId reservation,
        BigDecimal open, ItemId item, LocationId location, String locationCode, int pickSequence, String lot,
        PartnerId owner, String status, String holder, long balance) implements Holding {
    }

    /** What is held for orders, by order, line and reservation. */
    public List<Row> ofDocuments(Collection<DocumentId> orders) throws SQLException {
        return rows("allocation_document_ix", "a.document_id IN ",
            orders.stream().map(DocumentId::value).distinct().toList());
    }

    /** How much is held for orders, by order, line and reservation, for those who need not know where it lies. */
    public List<Holding> heldFor(Collection<DocumentId> orders) throws SQLException {
        List<Holding> result = new ArrayList<>();
        new BulkSelect(transaction).each(HELD, orders.stream().map(DocumentId::value).distinct().toList(), "",
            row -> result.add(new Held(row.getString(1), new DocumentId(row.getLong(2)), new LineId(row.getLong(3)),
                Stage.valueOf(row.getString(4)), new ReservationId(row.getLong(5)), row.getBigDecimal(6))));
        result.sort(ORDER);
        return result;
    }

    /** What is held for lines, by order, line and reservation. */
    public List<Row> ofLines(Collection<LineId> lines) throws SQLException {
        return rows("allocation_line_ix", "a.line_id IN ", lines.stream().map(LineId::value).distinct().toList());
    }

    private List<Row> rows(String index, String condition, List<Long> keys) throws SQLException {
        List<Row> result = new ArrayList<>();
        new BulkSelect(transaction).each(COLUMNS + BulkSelect.byIndex(index) + TABLES + condition, keys, "",
            row -> result.add(row(row)));
        result.sort(ORDER);
        return result;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString(1), new DocumentId(row.getLong(2)), new LineId(row.getLong(3)),
            Stage.valueOf(row.getString(4)), new ReservationId(row.getLong(5)), row.getBigDecimal(6),
            new ItemId(row.getLong(7)), new LocationId(row.getLong(8)), row.getString(9), row.getInt(15),
            row.getString(10), new PartnerId(row.getLong(11)), row.getString(12), row.getString(13), row.getLong(14));
    }

    /**
     * A reservation that was made for a line.
     *
     * @param key the reservation's key
     * @param document the order
     * @param line its line
     * @param stage how far the goods are
     */
    public record Entry(String key, DocumentId document, LineId line, Stage stage) {
    }

    /** Stores that reservations, which are there already, were made for lines. */
    public void add(List<Entry> entries) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO allocation (reservation_key, document_id, line_id, stage) VALUES (?, ?, ?, ?)")) {
            for (Entry entry : entries) {
                insert.setString(1, entry.key());
                insert.setLong(2, entry.document().value());
                insert.setLong(3, entry.line().value());
                insert.setString(4, entry.stage().name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Moves reservations to a stage. */
    public void stage(Collection<String> keys, Stage stage) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE allocation SET stage = ? WHERE reservation_key = ?")) {
            for (String key : keys.stream().sorted().toList()) {
                update.setString(1, stage.name());
                update.setString(2, key);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** A new key for a reservation of a line, never used before. */
    public List<String> newKeys(LineId line, int count) throws SQLException {
        long first = transaction.nextIds("fulfilment_seq", count);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add("AL-" + line + "-" + (first + i));
        }
        return keys;
    }

}
