package org.stockwright.fulfilment.internal.packing;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.base.PartnerId;
import org.stockwright.base.ReservationId;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** The rows of packed units and of what is in them. */
public final class PackedRows {

    private static final String UNIT = "SELECT u.id, u.code, u.parent_id, u.rule_code, u.level, u.order_id, "
        + "u.location_id, l.code, u.tare_weight, u.outer_volume, u.state, u.shipment_id, u.user_name, u.created_at "
        + "FROM packed_unit u JOIN location l ON l.id = u.location_id WHERE ";
    private static final String CONTENT = "SELECT c.unit_id, c.order_line_id, c.item_id, i.code, c.lot, c.quantity, "
        + "c.reservation_key FROM packed_content c JOIN item i ON i.id = c.item_id WHERE c.unit_id IN ";

    private final Transaction transaction;

    /** In a transaction. */
    public PackedRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A unit as it is stored.
     *
     * @param parent the unit that holds it
     */
    public record Unit(long id, String code, Optional<Long> parent, String rule, int level, DocumentId order,
        LocationId location, String locationCode, BigDecimal tare, Optional<BigDecimal> volume,
        PackedUnit.State state, Optional<DocumentId> shipment, String user, Instant created) {
    }

    /**
     * A row of what is in a unit.
     *
     * @param key the key of the reservation that holds it
     */
    public record Content(long unit, Optional<LineId> line, ItemId item, String itemCode, String lot,
        BigDecimal quantity, String key) {
    }

    /**
     * Packing material that is still held in a unit.
     *
     * @param unit the unit
     * @param item the packing item
     * @param reservation what holds it
     * @param open how much
     * @param location where it is
     * @param owner whose it is
     * @param status its quality status
     */
    public record Material(Unit unit, ItemId item, ReservationId reservation, BigDecimal open, LocationId location,
        PartnerId owner, String status, org.stockwright.base.Unit base) {
    }

    /** The units that were packed for an order or left with a shipment, by identity. */
    public List<Unit> ofDocument(DocumentId document) throws SQLException {
        List<Unit> result = new ArrayList<>();
        for (String column : List.of("u.order_id", "u.shipment_id")) {
            String sql = UNIT + column + " = ?";
            try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
                select.setLong(1, document.value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        result.add(unit(row));
                    }
                }
            }
        }
        result.sort(Comparator.comparingLong(Unit::id));
        return result;
    }

    /** The unit with a code. */
    public Optional<Unit> byCode(String code) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(UNIT + "u.code = ?")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(unit(row)) : Optional.empty();
            }
        }
    }

    private static Unit unit(ResultSet row) throws SQLException {
        long parent = row.getLong(3);
        long shipment = row.getLong(12);
        return new Unit(row.getLong(1), row.getString(2), parent == 0 ? Optional.empty() : Optional.of(parent),
            row.getString(4), row.getInt(5), new DocumentId(row.getLong(6)), new LocationId(row.getLong(7)),
            row.getString(8), row.getBigDecimal(9), Optional.ofNullable(row.getBigDecimal(10)),
            PackedUnit.State.valueOf(row.getString(11)),
            shipment == 0 ? Optional.empty() : Optional.of(new DocumentId(shipment)), row.getString(13),
            Micros.toInstant(row.getLong(14)));
    }

    /** What is in units, by unit. */
    public Map<Long, List<Content>> contents(Collection<Long> units) throws SQLException {
        Map<Long, List<Content>> result = new HashMap<>();
        new BulkSelect(transaction).each(CONTENT, units, "", row -> {
            long line = row.getLong(2);
            result.computeIfAbsent(row.getLong(1), unit -> new ArrayList<>())
                .add(new Content(row.getLong(1), line == 0 ? Optional.empty() : Optional.of(new LineId(line)),
                    new ItemId(row.getLong(3)), row.getString(4), row.getString(5), row.getBigDecimal(6),
                    row.getString(7)));
        });
        result.values().forEach(rows -> rows.sort(Comparator.comparing(Content::itemCode).thenComparing(Content::lot)
            .thenComparing(Content::key)));
        return result;
    }

    /** The code of the unit in which the stock of each of these reservations lies; loose stock is missing. */
    public Map<String, String> unitOf(Collection<String> keys) throws SQLException {
        Map<String, String> result = new HashMap<>();
        new BulkSelect(transaction).each("SELECT c.reservation_key, u.code FROM packed_content c JOIN packed_unit u "
            + "ON u.id = c.unit_id WHERE c.reservation_key IN ", keys, "",
            row -> result.put(row.getString(1), row.getString(2)));
        return result;
    }

    /** The packing material that is held in these units. */
    public List<Material> materials(Collection<Unit> units) throws SQLException {
        Map<Long, Unit> byId = new HashMap<>();
        units.forEach(unit -> byId.put(unit.id(), unit));
        List<Material> result = new ArrayList<>();
        new BulkSelect(transaction).each("SELECT c.unit_id, c.item_id, r.id, r.open_quantity, b.location_id, "
            + "b.owner_id, b.status, n.code, n.dimension, n.numerator, n.denominator, n.scale, n.step "
            + "FROM packed_content c JOIN reservation r ON r.reservation_key = c.reservation_key "
            + "JOIN balance b ON b.id = r.balance_id JOIN item i ON i.id = c.item_id JOIN unit n ON n.id = i.unit_id "
            + "WHERE c.order_line_id IS NULL AND r.open_quantity > 0 AND c.unit_id IN ", byId.keySet(), "",
            row -> result.add(new Material(byId.get(row.getLong(1)), new ItemId(row.getLong(2)),
                new ReservationId(row.getLong(3)), row.getBigDecimal(4), new LocationId(row.getLong(5)),
                new PartnerId(row.getLong(6)), row.getString(7),
                new org.stockwright.base.Unit(row.getString(8), row.getString(9),
                    new org.stockwright.base.Rational(row.getBigDecimal(10).toBigIntegerExact(),
                        row.getBigDecimal(11).toBigIntegerExact()),
                    row.getInt(12), row.getBigDecimal(13)))));
        result.sort(Comparator.comparing(Material::reservation));
        return result;
    }

    /** Stores a unit. */
    public void add(Unit unit) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO packed_unit (id, code, "
            + "parent_id, rule_code, level, order_id, location_id, tare_weight, outer_volume, state, shipment_id, "
            + "user_name, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)")) {
            insert.setLong(1, unit.id());
            insert.setString(2, unit.code());
            if (unit.parent().isPresent()) {
                insert.setLong(3, unit.parent().get());
            } else {
                insert.setNull(3, Types.BIGINT);
            }
            insert.setString(4, unit.rule());
            insert.setInt(5, unit.level());
            insert.setLong(6, unit.order().value());
            insert.setLong(7, unit.location().value());
            insert.setBigDecimal(8, unit.tare());
            insert.setBigDecimal(9, unit.volume().orElse(null));
            insert.setString(10, unit.state().name());
            insert.setString(11, unit.user());
            insert.setLong(12, Micros.of(unit.created()));
            insert.executeUpdate();
        }
    }

    /** Stores what is in units. */
    public void add(List<Content> contents) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO packed_content (id, "
            + "unit_id, order_line_id, item_id, lot, quantity, reservation_key) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Content content : contents) {
                insert.setLong(1, transaction.nextId("shipping_seq"));
                insert.setLong(2, content.unit());
                if (content.line().isPresent()) {
                    insert.setLong(3, content.line().get().value());
                } else {
                    insert.setNull(3, Types.BIGINT);
                }
                insert.setLong(4, content.item().value());
                insert.setString(5, content.lot());
                insert.setBigDecimal(6, content.quantity());
                insert.setString(7, content.key());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Says where units stand, and with which shipment they left. */
    public void state(Collection<Long> units, PackedUnit.State state, Optional<DocumentId> shipment)
        throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE packed_unit SET state = ?, shipment_id = ? WHERE id = ?")) {
            for (long unit : units.stream().sorted().toList()) {
                update.setString(1, state.name());
                if (shipment.isPresent()) {
                    update.setLong(2, shipment.get().value());
                } else {
                    update.setNull(2, Types.BIGINT);
                }
                update.setLong(3, unit);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

}
