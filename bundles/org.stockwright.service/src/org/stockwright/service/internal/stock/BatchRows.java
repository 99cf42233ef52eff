package org.stockwright.service.internal.stock;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.documents.DocumentId;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Batch;
import org.stockwright.service.Batch.UnitState;
import org.stockwright.service.Preparations;
import org.stockwright.service.Template;

/** Reads and writes batches and their units. */
public final class BatchRows {

    private static final String SELECT = "SELECT b.document_id, d.number, d.state, b.template_code, b.template_version, "
        + "b.stages, b.item_id, b.lot_code, b.units, b.made, b.planned_at, b.done_at, b.expires_on FROM service_batch b "
        + "JOIN document d ON d.id = b.document_id";
    private static final String UNITS = "SELECT batch_id, unit, state, case_id, reason FROM service_unit WHERE batch_id IN ";

    private static final String FREE = "SELECT u.unit, COALESCE(own.content, alike.content) FROM service_unit u "
        + "LEFT JOIN service_result_value own ON own.document_id = u.batch_id AND own.unit = u.unit "
        + "AND own.stage = 0 AND own.name = '" + Preparations.Plan.CLIENT + "' "
        + "LEFT JOIN service_result_value alike ON alike.document_id = u.batch_id AND alike.unit = 0 "
        + "AND alike.stage = 0 AND alike.name = '" + Preparations.Plan.CLIENT + "' "
        + "WHERE u.batch_id = ? AND u.state = 'FREE' ORDER BY u.unit";

    private static final String OWNERS = "SELECT 1 FROM service_result_value WHERE document_id = ? AND stage = 0 AND name = '"
        + Preparations.Plan.CLIENT + "'";

    private final Transaction transaction;

    /** In a transaction. */
    public BatchRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** A batch without its units. */
    public Optional<Batch> head(DocumentId id) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement(SELECT + " WHERE b.document_id = ?")) {
            select.setLong(1, id.value());
            return read(select).stream().findFirst();
        }
    }

    /** A batch with its units. */
    public Optional<Batch> get(DocumentId id) throws SQLException {
        Optional<Batch> head = head(id);
        if (head.isEmpty()) {
            return head;
        }
        List<Batch.Unit> units = new ArrayList<>();
        BulkSelect.unlocked(transaction).each(UNITS, List.of(id.value()), "", row -> {
            long usedBy = row.getLong(4);
            Optional<DocumentId> user = row.wasNull() ? Optional.empty() : Optional.of(new DocumentId(usedBy));
            units.add(new Batch.Unit(row.getInt(2), UnitState.valueOf(row.getString(3)), user, row.getString(5)));
        });
        units.sort(Comparator.comparing(Batch.Unit::number));
        Batch one = head.get();
        return Optional
            .of(new Batch(one.document(), one.number(), one.state(), one.template(), one.version(), one.stages(),
                one.item(), one.lot(), one.units(), one.made(), one.planned(), one.done(), one.expires(), units));
    }

    /** Batches without their units, newest first. */
    public List<Batch> list(Optional<String> template, boolean openOnly, int limit) throws SQLException {
        String sql = SELECT + (openOnly ? " WHERE d.is_open = 1" : " WHERE d.is_open >= 0")
            + (template.isPresent() ? " AND b.template_code = ?" : "") + " ORDER BY b.document_id DESC"
            + transaction.dialect().window(0, limit);
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            if (template.isPresent()) {
                select.setString(1, template.get());
            }
            return read(select);
        }
    }

    /** Batches of a template, or of all, with units that wait for a customer; without locks. */
    public List<Batch> waiting(Optional<String> template) throws SQLException {
        String sql = SELECT + " WHERE b.document_id IN (SELECT u.batch_id FROM service_unit u WHERE u.state = 'FREE')"
            + (template.isPresent() ? " AND b.template_code = ?" : "") + " ORDER BY b.document_id"
            + transaction.dialect().withoutWaiting();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            if (template.isPresent()) {
                select.setString(1, template.get());
            }
            return read(select);
        }
    }

    private static List<Batch> read(PreparedStatement select) throws SQLException {
        List<Batch> result = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(batch(row));
            }
        }
        return result;
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(new DocumentId(row.getLong(1)), row.getString(2), Batch.State.valueOf(row.getString(3)),
            row.getString(4), row.getInt(5), row.getInt(6), new ItemId(row.getLong(7)), row.getString(8), row.getInt(9),
            row.getInt(10), instant(row, 11), instant(row, 12),
            Optional.ofNullable(row.getDate(13)).map(Date::toLocalDate), List.of());
    }

    /** The instant in a column that may be empty. */
    public static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Micros.toInstant(micros));
    }

    /** Whether a lot is there, or a batch that will be one. */
    boolean isLotTaken(ItemId item, String lot) throws SQLException {
        for (String sql : List.of("SELECT COUNT(*) FROM lot WHERE item_id = ? AND code = ?",
            "SELECT COUNT(*) FROM service_batch WHERE item_id = ? AND lot_code = ?")) {
            try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
                select.setLong(1, item.value());
                select.setString(2, lot);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Stores a planned batch with its units. */
    void insert(DocumentId id, Template template, ItemId item, String lot, int units, Optional<Instant> when)
        throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO service_batch "
            + "(document_id, template_code, template_version, stages, item_id, lot_code, units, made, planned_at) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)")) {
            insert.setLong(1, id.value());
            insert.setString(2, template.code());
            insert.setInt(3, template.version());
            insert.setInt(4, template.boundary());
            insert.setLong(5, item.value());
            insert.setString(6, lot);
            insert.setInt(7, units);
            insert.setObject(8, when.map(Micros::of).orElse(null), Types.BIGINT);
            insert.executeUpdate();
        }
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO service_unit (batch_id, unit, state, reason) VALUES (?, ?, 'MAKING', '')")) {
            for (int unit = 1; unit <= units; unit++) {
                insert.setLong(1, id.value());
                insert.setInt(2, unit);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** A batch is done. */
    void done(DocumentId id, int made, Instant at, Optional<LocalDate> expires) throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE service_batch SET made = ?, done_at = ?, expires_on = ? WHERE document_id = ?")) {
            update.setInt(1, made);
            update.setLong(2, Micros.of(at));
            update.setDate(3, expires.map(Date::valueOf).orElse(null));
            update.setLong(4, id.value());
            update.executeUpdate();
        }
    }

    /** All units that are in a state come into another. */
    void all(DocumentId id, UnitState from, UnitState to, String reason) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE service_unit SET state = ?, reason = ? WHERE batch_id = ? AND state = ?")) {
            update.setString(1, to.name());
            update.setString(2, reason);
            update.setLong(3, id.value());
            update.setString(4, from.name());
            update.executeUpdate();
        }
    }

    /** Units come into a state, each with its reason; no case has them. */
    void units(DocumentId id, UnitState to, Map<Integer, String> reasons) throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE service_unit SET state = ?, reason = ?, case_id = NULL WHERE batch_id = ? AND unit = ?")) {
            for (Map.Entry<Integer, String> one : new TreeMap<>(reasons).entrySet()) {
                update.setString(1, to.name());
                update.setString(2, one.getValue());
                update.setLong(3, id.value());
                update.setInt(4, one.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** A unit comes into a state; a case has it, or none. */
    public void unit(DocumentId id, int unit, UnitState to, Optional<DocumentId> usedBy, String reason)
        throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE service_unit SET state = ?, case_id = ?, reason = ? WHERE batch_id = ? AND unit = ?")) {
            update.setString(1, to.name());
            update.setObject(2, usedBy.map(DocumentId::value).orElse(null), Types.BIGINT);
            update.setString(3, reason);
            update.setLong(4, id.value());
            update.setInt(5, unit);
            update.executeUpdate();
        }
    }

    /** The first units of a batch that wait for a customer, at most so many. */
    public List<Integer> free(DocumentId id, int most) throws SQLException {
        List<Integer> result = new ArrayList<>();
        String sql = "SELECT unit FROM service_unit WHERE batch_id = ? AND state = 'FREE' ORDER BY unit"
            + transaction.dialect().window(0, most);
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(row.getInt(1));
                }
            }
        }
        return result;
    }

    /**
     * A unit that waits for a customer.
     *
     * @param number which of its batch
     * @param own whether it was prepared for him; else anybody can have it
     */
    public record Waiting(int number, boolean own) {
    }

    /** The unit of a batch that a customer with this code would get: the first one of his own, else of nobody's. */
    public Optional<Waiting> free(DocumentId id, String client) throws SQLException {
        Optional<Waiting> result = Optional.empty();
        try (PreparedStatement select = transaction.connection().prepareStatement(FREE)) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String his = row.getString(2);
                    if (client.equals(his)) {
                        return Optional.of(new Waiting(row.getInt(1), true));
                    }
                    if (his == null && result.isEmpty()) {
                        result = Optional.of(new Waiting(row.getInt(1), false));
                    }
                }
            }
        }
        return result;
    }

    /** Whether units of a batch were prepared for certain customers. */
    boolean hasOwners(DocumentId id) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(OWNERS)) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** How many units of open batches there are, by template. */
    Map<String, Integer> inWork() throws SQLException {
        Map<String, Integer> result = new TreeMap<>();
        try (
            PreparedStatement select = transaction.connection().prepareStatement("SELECT b.template_code, SUM(b.units) "
                + "FROM service_batch b JOIN document d ON d.id = b.document_id WHERE d.is_open = 1 "
                + "GROUP BY b.template_code");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.put(row.getString(1), row.getInt(2));
            }
        }
        return result;
    }

    /** The items that batches are lots of. */
    List<ItemId> items() throws SQLException {
        List<ItemId> result = new ArrayList<>();
        try (
            PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT DISTINCT item_id FROM service_batch");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new ItemId(row.getLong(1)));
            }
        }
        return result;
    }

    /** The batches with these documents, without their units. */
    public Map<DocumentId, Batch> heads(Collection<DocumentId> ids) throws SQLException {
        Map<DocumentId, Batch> result = new TreeMap<>(Comparator.comparing(DocumentId::value));
        new BulkSelect(transaction).each(SELECT + " WHERE b.document_id IN ",
            ids.stream().map(DocumentId::value).collect(Collectors.toCollection(TreeSet::new)), "", row -> {
                Batch batch = batch(row);
                result.put(batch.document(), batch);
            });
        return result;
    }

}
