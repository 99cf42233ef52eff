package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The codes of lots, handling units and partners, looked up many at a time and kept for one question. */
final class Codes {

    /** From so many on, one scan of the table is cheaper than looking each up. */
    private static final int MANY = 500;

    private final String table;
    private final Map<Long, String> known = new HashMap<>();

    private Codes(String table) {
        this.table = table;
    }

    static Codes ofLots() {
        return new Codes("lot");
    }

    static Codes ofHandlingUnits() {
        return new Codes("handling_unit");
    }

    static Codes ofPartners() {
        return new Codes("partner");
    }

    /** Looks up what is not known yet. */
    void load(Connection connection, Set<Long> ids) throws SQLException {
        Set<Long> missing = new HashSet<>(ids);
        missing.removeAll(known.keySet());
        if (missing.isEmpty()) {
            return;
        }
        SqlQuery query = new SqlQuery("SELECT id, code FROM " + table);
        if (missing.size() <= MANY) {
            query.add(" WHERE id IN").list(missing);
        }
        query.forEach(connection, row -> {
            long id = row.getLong(1);
            if (missing.contains(id)) {
                known.put(id, row.getString(2));
            }
        });
    }

    String get(long id) {
        return known.getOrDefault(id, "");
    }

}
