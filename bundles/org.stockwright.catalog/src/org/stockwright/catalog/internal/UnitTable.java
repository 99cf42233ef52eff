package org.stockwright.catalog.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Unit;
import org.stockwright.catalog.UnitView;
import org.stockwright.persistence.Transaction;

/** The table of units. There are some dozens of them: it is always read as a whole. */
final class UnitTable {

    /**
     * A stored unit.
     *
     * @param id its identity
     * @param view what it is
     * @param version the state that a change starts from
     */
    record StoredUnit(long id, UnitView view, long version) {

        Unit unit() {
            return view.unit();
        }

    }

    private UnitTable() {
    }

    /** All units by code, in the order of dimension and code. */
    static Map<String, StoredUnit> load(Connection connection) throws SQLException {
        Map<String, StoredUnit> units = new LinkedHashMap<>();
        Chunks.query(connection, "SELECT id, version, code, name, dimension, scale, step, numerator, denominator "
            + "FROM unit ORDER BY dimension, code", row -> {
                Unit unit = new Unit(row.getString(3), row.getString(5), Numbers.rational(row, 8), row.getInt(6),
                    row.getBigDecimal(7));
                units.put(unit.code(), new StoredUnit(row.getLong(1), new UnitView(row.getString(4), unit),
                    row.getLong(2)));
            });
        return units;
    }

    /** Stores new units, and changed ones over those that are stored. */
    static void store(Transaction tx, Map<String, StoredUnit> stored, Collection<UnitView> units)
        throws SQLException {
        try (Batch insert = new Batch(tx.connection(),
            "INSERT INTO unit (name, dimension, numerator, denominator, scale, step, version, id, code) "
                + "VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)");
            Batch update = new Batch(tx.connection(),
                "UPDATE unit SET name = ?, dimension = ?, numerator = ?, denominator = ?, scale = ?, step = ?, "
                    + "version = version + 1 WHERE id = ? AND version = ?")) {
            for (UnitView view : units) {
                StoredUnit old = stored.get(view.code());
                long id = old == null ? tx.nextId("catalog_seq") : old.id();
                tx.watch("unit", List.of(id));
                Unit unit = view.unit();
                (old == null ? insert : update).add(view.name(), unit.dimension(),
                    Numbers.decimal(unit.factor().numerator()),
                    Numbers.decimal(unit.factor().denominator()), unit.scale(), unit.step(),
                    id,
                    old == null ? view.code() : Long.valueOf(old.version()));
            }
            insert.finish();
            Races.requireAllFound(update.finish());
        }
    }

    /**
     * Whether quantities were posted in a unit: it is the base unit of an item that moved, or movements were entered in
     * it.
     */
    static boolean isInUse(Connection connection, StoredUnit unit) throws SQLException {
        return Chunks.any(connection, "SELECT 1 FROM item i WHERE i.unit_id = ? AND EXISTS "
            + "(SELECT 1 FROM movement m WHERE m.item_id = i.id) FETCH FIRST ROW ONLY", unit.id())
            || Chunks.any(connection, "SELECT 1 FROM movement m WHERE m.entered_unit = ? AND NOT EXISTS (SELECT 1 "
                + "FROM item_pack p WHERE p.item_id = m.item_id AND p.code = m.entered_unit) FETCH FIRST ROW ONLY",
                unit.view().code());
    }

}
