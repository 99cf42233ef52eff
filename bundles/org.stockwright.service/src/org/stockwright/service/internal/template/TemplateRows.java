package org.stockwright.service.internal.template;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Performer;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.internal.CodeLock;

/** Reads and writes versions of templates. */
final class TemplateRows {

    private static final String SELECT = "SELECT id, code, version, name, state, item_id, stored_item_id, queue_id, valid_from, "
        + "valid_until, boundary, minimum, target, under_cost, over_cost, written_by FROM service_template";
    private static final String ORDER = " ORDER BY code, version";
    private static final String STAGES = "SELECT template_id, stage, code, name, performer, automation, automation_code, "
        + "minutes, cost, validity_days, gate, due_minutes FROM service_stage " + BulkSelect.by("service_stage_pk")
        + "WHERE template_id IN ";
    private static final String MATERIALS = "SELECT template_id, stage, item_id, quantity FROM service_stage_material "
        + BulkSelect.by("service_stage_material_pk") + "WHERE template_id IN ";
    private static final String NEEDS = "SELECT template_id, stage, pool, minutes FROM service_stage_need "
        + BulkSelect.by("service_stage_need_pk") + "WHERE template_id IN ";

    private final Transaction transaction;

    TemplateRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A stored version.
     *
     * @param id its identity
     * @param template what it says
     * @param writer who wrote it last
     */
    record Stored(long id, Template template, String writer) {
    }

    /** As it would be read again: numbers without zeros at their end, materials and needs in their order. */
    static Template normal(Template template) {
        List<Stage> stages = template.stages().stream().map(stage -> new Stage(stage.code(), stage.name(),
            stage.performer(), stage.automation(), plain(stage.minutes()), plain(stage.cost()), stage.validityDays(),
            stage.gate(), stage.dueMinutes().map(TemplateRows::plain),
            stage.materials().stream().map(one -> new Stage.Material(one.item(), plain(one.quantity())))
                .sorted(Comparator.comparing(Stage.Material::item)).toList(),
            stage.needs().stream().map(one -> new Stage.Need(one.pool(), plain(one.minutes())))
                .sorted(Comparator.comparing(Stage.Need::pool)).toList()))
            .toList();
        return new Template(template.code(), template.version(), template.name(), template.state(), template.service(),
            template.stored(), template.queue(), template.from(), template.until(), template.boundary(),
            new Template.Replenishment(plain(template.replenishment().minimum()),
                plain(template.replenishment().target())),
            new Template.Mismatch(plain(template.mismatch().under()),
                template.mismatch().over().map(TemplateRows::plain)),
            stages);
    }

    /** All versions of all templates. */
    List<Stored> all() throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + ORDER)) {
            return read(select);
        }
    }

    /** All versions of one. */
    List<Stored> versions(String code) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement(SELECT + " WHERE code = ?" + ORDER)) {
            select.setString(1, code);
            return read(select);
        }
    }

    /** All versions of the services of an item. */
    List<Stored> of(ItemId service) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement(SELECT + " WHERE item_id = ?" + ORDER)) {
            select.setLong(1, service.value());
            return read(select);
        }
    }

    /** Waits for whoever writes versions of the same template, which may be a new one. */
    void lock(String code) throws SQLException {
        CodeLock.TEMPLATE.take(transaction, code);
    }

    /**
     * Says that an item belongs to a template, as its service or its prepared unit.
     *
     * @return the template that has it already otherwise; empty when it is this one's now
     */
    Optional<String> claim(ItemId item, String code, String part) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT code, part FROM service_item WHERE item_id = ?")) {
            select.setLong(1, item.value());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return code.equals(row.getString(1)) && part.equals(row.getString(2)) ? Optional.empty()
                        : Optional.of(row.getString(1));
                }
            }
        }
        CodeLock.add(transaction, "INSERT INTO service_item (item_id, code, part) VALUES (?, ?, ?)", insert -> {
            insert.setLong(1, item.value());
            insert.setString(2, code);
            insert.setString(3, part);
        });
        return Optional.empty();
    }

    /** Gives items free that no version of a template names any more. */
    void release(String code) throws SQLException {
        try (PreparedStatement delete = transaction.connection().prepareStatement(
            "DELETE FROM service_item WHERE code = ? AND NOT EXISTS (SELECT 1 FROM service_template t "
                + "WHERE t.code = service_item.code AND (service_item.part = 'SERVICE' AND t.item_id = service_item.item_id "
                + "OR service_item.part = 'STORED' AND t.stored_item_id = service_item.item_id))")) {
            delete.setString(1, code);
            delete.executeUpdate();
        }
    }

    private List<Stored> read(PreparedStatement select) throws SQLException {
        List<Stored> heads = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                heads.add(head(row));
            }
        }
        Map<Long, List<Stage>> stages = stages(heads.stream().map(Stored::id).toList());
        return heads.stream()
            .map(head -> new Stored(head.id(), head.template().with(stages.getOrDefault(head.id(), List.of())),
                head.writer()))
            .toList();
    }

    private static Stored head(ResultSet row) throws SQLException {
        Optional<ItemId> stored = number(row, 7).map(ItemId::new);
        Optional<LocationId> queue = number(row, 8).map(LocationId::new);
        Template template = new Template(row.getString(2), row.getInt(3), row.getString(4),
            Template.State.valueOf(row.getString(5)), new ItemId(row.getLong(6)), stored, queue,
            row.getDate(9).toLocalDate(), Optional.ofNullable(row.getDate(10)).map(Date::toLocalDate), row.getInt(11),
            new Template.Replenishment(plain(row.getBigDecimal(12)), plain(row.getBigDecimal(13))),
            new Template.Mismatch(plain(row.getBigDecimal(14)),
                Optional.ofNullable(row.getBigDecimal(15)).map(TemplateRows::plain)),
            List.of());
        return new Stored(row.getLong(1), template, row.getString(16));
    }

    private static Optional<Long> number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** A stage of a version. */
    private record StageKey(long template, int stage) {

        private static StageKey of(ResultSet row) throws SQLException {
            return new StageKey(row.getLong(1), row.getInt(2));
        }

    }

    /** The stages of versions, in their order. */
    private Map<Long, List<Stage>> stages(List<Long> ids) throws SQLException {
        BulkSelect select = new BulkSelect(transaction);
        Map<StageKey, List<Stage.Material>> materials = new HashMap<>();
        select.each(MATERIALS, ids, " ORDER BY stage, item_id",
            row -> materials.computeIfAbsent(StageKey.of(row), key -> new ArrayList<>())
                .add(new Stage.Material(new ItemId(row.getLong(3)), plain(row.getBigDecimal(4)))));
        Map<StageKey, List<Stage.Need>> needs = new HashMap<>();
        select.each(NEEDS, ids, " ORDER BY stage",
            row -> needs.computeIfAbsent(StageKey.of(row), key -> new ArrayList<>())
                .add(new Stage.Need(row.getString(3), plain(row.getBigDecimal(4)))));
        Map<Long, List<Stage>> stages = new HashMap<>();
        select.each(STAGES, ids, " ORDER BY stage", row -> {
            StageKey key = StageKey.of(row);
            // as a draft is compared: databases sort letters in ways of their own
            List<Stage.Need> pools = needs.getOrDefault(key, List.of()).stream()
                .sorted(Comparator.comparing(Stage.Need::pool)).toList();
            stages.computeIfAbsent(key.template(), id -> new ArrayList<>())
                .add(stage(row, materials.getOrDefault(key, List.of()), pools));
        });
        return stages;
    }

    private static Stage stage(ResultSet row, List<Stage.Material> materials, List<Stage.Need> needs)
        throws SQLException {
        String kind = row.getString(6);
        Optional<Stage.Automation> automation = kind == null ? Optional.empty()
            : Optional.of(new Stage.Automation(kind, row.getString(7)));
        int validity = row.getInt(10);
        Optional<Integer> days = row.wasNull() ? Optional.empty() : Optional.of(validity);
        return new Stage(row.getString(3), row.getString(4), Performer.valueOf(row.getString(5)), automation,
            plain(row.getBigDecimal(8)), plain(row.getBigDecimal(9)), days, row.getString(11),
            Optional.ofNullable(row.getBigDecimal(12)).map(TemplateRows::plain), materials, needs);
    }

    /** Stores a draft under a new identity. */
    void insert(Template template) throws SQLException {
        long id = transaction.nextId("service_seq");
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO service_template (id, code, version, name, state, item_id, stored_item_id, queue_id, valid_from, "
                + "valid_until, boundary, minimum, target, under_cost, over_cost, written_by, written_at) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, template.code());
            insert.setInt(3, template.version());
            insert.setString(4, template.name());
            insert.setString(5, template.state().name());
            insert.setLong(6, template.service().value());
            set(insert, 7, template.stored().map(ItemId::value));
            set(insert, 8, template.queue().map(LocationId::value));
            insert.setDate(9, Date.valueOf(template.from()));
            insert.setDate(10, template.until().map(Date::valueOf).orElse(null));
            insert.setInt(11, template.boundary());
            insert.setBigDecimal(12, template.replenishment().minimum());
            insert.setBigDecimal(13, template.replenishment().target());
            insert.setBigDecimal(14, template.mismatch().under());
            insert.setBigDecimal(15, template.mismatch().over().orElse(null));
            insert.setString(16, transaction.user());
            insert.setLong(17, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
        stages(id, template.stages());
    }

    private static void set(PreparedStatement statement, int index, Optional<Long> number) throws SQLException {
        if (number.isPresent()) {
            statement.setLong(index, number.get());
        } else {
            statement.setNull(index, Types.BIGINT);
        }
    }

    private void stages(long id, List<Stage> stages) throws SQLException {
        try (
            PreparedStatement stage = transaction.connection().prepareStatement(
                "INSERT INTO service_stage (template_id, stage, code, name, performer, automation, automation_code, minutes, "
                    + "cost, validity_days, gate, due_minutes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            PreparedStatement material = transaction.connection().prepareStatement(
                "INSERT INTO service_stage_material (template_id, stage, item_id, quantity) VALUES (?, ?, ?, ?)");
            PreparedStatement need = transaction.connection().prepareStatement(
                "INSERT INTO service_stage_need (template_id, stage, pool, minutes) VALUES (?, ?, ?, ?)")) {
            for (int i = 0; i < stages.size(); i++) {
                Stage one = stages.get(i);
                stage.setLong(1, id);
                stage.setInt(2, i + 1);
                stage.setString(3, one.code());
                stage.setString(4, one.name());
                stage.setString(5, one.performer().name());
                stage.setString(6, one.automation().map(Stage.Automation::kind).orElse(null));
                stage.setString(7, one.automation().map(Stage.Automation::code).orElse(null));
                stage.setBigDecimal(8, one.minutes());
                stage.setBigDecimal(9, one.cost());
                stage.setObject(10, one.validityDays().orElse(null), Types.INTEGER);
                stage.setString(11, one.gate());
                stage.setBigDecimal(12, one.dueMinutes().orElse(null));
                stage.addBatch();
                for (Stage.Material each : one.materials()) {
                    material.setLong(1, id);
                    material.setInt(2, i + 1);
                    material.setLong(3, each.item().value());
                    material.setBigDecimal(4, each.quantity());
                    material.addBatch();
                }
                for (Stage.Need each : one.needs()) {
                    need.setLong(1, id);
                    need.setInt(2, i + 1);
                    need.setString(3, each.pool());
                    need.setBigDecimal(4, each.minutes());
                    need.addBatch();
                }
            }
            stage.executeBatch();
            material.executeBatch();
            need.executeBatch();
        }
    }

    /** Throws a draft away. */
    void delete(long id) throws SQLException {
        for (String sql : List.of("DELETE FROM service_stage_need WHERE template_id = ?",
            "DELETE FROM service_stage_material WHERE template_id = ?",
            "DELETE FROM service_stage WHERE template_id = ?",
            "DELETE FROM service_template WHERE id = ?")) {
            try (PreparedStatement delete = transaction.connection().prepareStatement(sql)) {
                delete.setLong(1, id);
                delete.executeUpdate();
            }
        }
    }

    /** Approves a draft. */
    void approve(long id) throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE service_template SET state = 'APPROVED', approved_by = ?, approved_at = ? WHERE id = ?")) {
            update.setString(1, transaction.user());
            update.setLong(2, Micros.of(transaction.now()));
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    /** Lets a version end with a day; it is past when no day is left. */
    void end(long id, LocalDate last, Template.State state) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE service_template SET valid_until = ?, state = ? WHERE id = ?")) {
            update.setDate(1, Date.valueOf(last));
            update.setString(2, state.name());
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

}
