package org.stockwright.service.internal.cases;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.ReservationId;
import org.stockwright.documents.DocumentId;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.ServiceCase.StageState;
import org.stockwright.service.internal.stock.BatchRows;

/** Reads and writes cases and their stages. */
final class CaseRows {

    private static final String SELECT = "SELECT c.document_id, c.template_code, c.template_version, c.ahead, c.batch_id, "
        + "c.unit, c.reservation_id, c.arrived_at, c.promised_at, c.delivered_at, c.cancelled_at FROM service_case c "
        + "JOIN document d ON d.id = c.document_id";

    /** Open ones by when they are due, then the others: those that ended last come first. */
    private static final String ORDER = " ORDER BY d.is_open DESC, CASE WHEN d.is_open = 1 THEN c.promised_at "
        + "ELSE -COALESCE(c.delivered_at, c.cancelled_at, c.promised_at) END, d.id";
    private static final String STAGES = "SELECT document_id, stage, state, due_at, done_at, user_name FROM "
        + "service_case_stage " + BulkSelect.by("service_case_stage_pk") + "WHERE document_id IN ";

    private final Transaction transaction;

    CaseRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** When the case with a key arrived. */
    Optional<Instant> arrived(String key) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT c.arrived_at FROM service_case c JOIN document d ON d.id = c.document_id "
                + "WHERE d.kind = 'service-case' AND d.document_key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Micros.toInstant(row.getLong(1))) : Optional.empty();
            }
        }
    }

    /** The stored unit of a case. */
    record Unit(DocumentId batch, int number, ReservationId reservation) {
    }

    /** A case as it is stored. */
    record Row(DocumentId document, String template, int version, int ahead, Optional<Unit> unit, Instant arrived,
        Instant promised, Optional<Instant> ended) {
    }

    /** A stage of a case as it is stored. */
    record StageRow(int stage, StageState state, Optional<Instant> due, Optional<Instant> done, String user) {
    }

    Optional<Row> get(DocumentId id) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement(SELECT + " WHERE c.document_id = ?")) {
            select.setLong(1, id.value());
            return read(select).stream().findFirst();
        }
    }

    List<Row> list(Optional<String> template, boolean openOnly, int limit) throws SQLException {
        String sql = SELECT + (openOnly ? " WHERE d.is_open = 1" : " WHERE d.is_open >= 0")
            + (template.isPresent() ? " AND c.template_code = ?" : "") + ORDER
            + transaction.dialect().window(0, limit);
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            if (template.isPresent()) {
                select.setString(1, template.get());
            }
            return read(select);
        }
    }

    private static List<Row> read(PreparedStatement select) throws SQLException {
        List<Row> result = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long batch = row.getLong(5);
                Optional<Unit> unit = row.wasNull() ? Optional.empty()
                    : Optional.of(new Unit(new DocumentId(batch), row.getInt(6), new ReservationId(row.getLong(7))));
                Optional<Instant> delivered = BatchRows.instant(row, 10);
                result.add(new Row(new DocumentId(row.getLong(1)), row.getString(2), row.getInt(3), row.getInt(4), unit,
                    Micros.toInstant(row.getLong(8)), Micros.toInstant(row.getLong(9)),
                    delivered.isPresent() ? delivered : BatchRows.instant(row, 11)));
            }
        }
        return result;
    }

    void insert(Row row) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO service_case "
            + "(document_id, template_code, template_version, ahead, batch_id, unit, reservation_id, arrived_at, "
            + "promised_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, row.document().value());
            insert.setString(2, row.template());
            insert.setInt(3, row.version());
            insert.setInt(4, row.ahead());
            insert.setObject(5, row.unit().map(unit -> unit.batch().value()).orElse(null), Types.BIGINT);
            insert.setObject(6, row.unit().map(Unit::number).orElse(null), Types.INTEGER);
            insert.setObject(7, row.unit().map(unit -> unit.reservation().value()).orElse(null), Types.BIGINT);
            insert.setLong(8, Micros.of(row.arrived()));
            insert.setLong(9, Micros.of(row.promised()));
            insert.executeUpdate();
        }
    }

    void insert(DocumentId document, List<StageRow> stages) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO service_case_stage (document_id, stage, state, due_at) VALUES (?, ?, ?, ?)")) {
            for (StageRow one : stages) {
                insert.setLong(1, document.value());
                insert.setInt(2, one.stage());
                insert.setString(3, one.state().name());
                insert.setObject(4, one.due().map(Micros::of).orElse(null), Types.BIGINT);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The stages of a case, in their order. */
    List<StageRow> stages(DocumentId document) throws SQLException {
        return stages(List.of(document)).getOrDefault(document, List.of());
    }

    /** The stages of cases, in their order. */
    Map<DocumentId, List<StageRow>> stages(Collection<DocumentId> documents) throws SQLException {
        Map<DocumentId, List<StageRow>> result = new HashMap<>();
        new BulkSelect(transaction).each(STAGES, documents.stream().map(DocumentId::value).toList(), " ORDER BY stage",
            row -> result.computeIfAbsent(new DocumentId(row.getLong(1)), one -> new ArrayList<>())
                .add(new StageRow(row.getInt(2), StageState.valueOf(row.getString(3)), BatchRows.instant(row, 4),
                    BatchRows.instant(row, 5), Optional.ofNullable(row.getString(6)).orElse(""))));
        return result;
    }

    /** A stage is done. */
    void done(DocumentId document, int stage, Instant at) throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement("UPDATE service_case_stage "
            + "SET state = 'DONE', done_at = ?, user_name = ? WHERE document_id = ? AND stage = ?")) {
            update.setLong(1, Micros.of(at));
            update.setString(2, transaction.user());
            update.setLong(3, document.value());
            update.setInt(4, stage);
            update.executeUpdate();
        }
    }

    /** It is a stage's turn. */
    void ready(DocumentId document, int stage, Optional<Instant> due) throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE service_case_stage SET state = 'READY', due_at = ? WHERE document_id = ? AND stage = ?")) {
            update.setObject(1, due.map(Micros::of).orElse(null), Types.BIGINT);
            update.setLong(2, document.value());
            update.setInt(3, stage);
            update.executeUpdate();
        }
    }

    /** The customer has it. */
    void delivered(DocumentId document, Instant at) throws SQLException {
        end("UPDATE service_case SET delivered_at = ? WHERE document_id = ?", document, at);
    }

    /** Nobody wants it any more. */
    void cancelled(DocumentId document, Instant at) throws SQLException {
        end("UPDATE service_case SET cancelled_at = ? WHERE document_id = ?", document, at);
    }

    private void end(String sql, DocumentId document, Instant at) throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement(sql)) {
            update.setLong(1, Micros.of(at));
            update.setLong(2, document.value());
            update.executeUpdate();
        }
    }

    /** Open cases whose turn it is for a stage, what is due first before others. */
    List<Waiting> waiting(int limit) throws SQLException {
        String sql = "SELECT s.document_id, s.stage, s.due_at, t.name, t.performer FROM service_case_stage s "
            + "JOIN service_case c ON c.document_id = s.document_id JOIN document d ON d.id = s.document_id "
            + "JOIN service_template v ON v.code = c.template_code AND v.version = c.template_version "
            + "JOIN service_stage t ON t.template_id = v.id AND t.stage = s.stage "
            + "WHERE s.state = 'READY' AND d.is_open = 1 "
            + "ORDER BY CASE WHEN s.due_at IS NULL THEN 1 ELSE 0 END, s.due_at, s.document_id"
            + transaction.dialect().window(0, limit);
        List<Waiting> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql);
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new Waiting(new DocumentId(row.getLong(1)), row.getInt(2), BatchRows.instant(row, 3),
                    row.getString(4), row.getString(5)));
            }
        }
        return result;
    }

    /** A case waits for a stage. */
    record Waiting(DocumentId document, int stage, Optional<Instant> due, String name, String performer) {
    }

    /** Open cases whose turn it is for an automated stage, the oldest first. */
    List<DocumentId> automated() throws SQLException {
        List<DocumentId> result = new ArrayList<>();
        try (
            PreparedStatement select = transaction.connection().prepareStatement("SELECT s.document_id "
                + "FROM service_case_stage s JOIN service_case c ON c.document_id = s.document_id "
                + "JOIN document d ON d.id = s.document_id JOIN service_template v ON v.code = c.template_code "
                + "AND v.version = c.template_version JOIN service_stage t ON t.template_id = v.id AND t.stage = s.stage "
                + "WHERE s.state = 'READY' AND d.is_open = 1 AND t.performer = 'AUTOMATION' ORDER BY s.document_id");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new DocumentId(row.getLong(1)));
            }
        }
        return result;
    }

    /** Open cases all of whose stages are done. */
    List<DocumentId> ready(int limit) throws SQLException {
        String sql = "SELECT c.document_id FROM service_case c JOIN document d ON d.id = c.document_id "
            + "WHERE d.state = 'READY' AND d.is_open = 1 ORDER BY c.promised_at, c.document_id"
            + transaction.dialect().window(0, limit);
        List<DocumentId> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql);
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new DocumentId(row.getLong(1)));
            }
        }
        return result;
    }

}
