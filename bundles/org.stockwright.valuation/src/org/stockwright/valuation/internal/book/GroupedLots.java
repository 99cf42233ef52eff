package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** In which group lots are. Thread-safe. */
final class GroupedLots {

    private final Map<Key, Group> groups;
    /** What was found out: neither the item nor the code of a lot ever changes. */
    private final Map<Long, Long> byLot = new ConcurrentHashMap<>();

    /** A lot, which need not be there yet. */
    record Key(long item, String code) {
    }

    /**
     * A group.
     *
     * @param id its number; 0 for no group
     * @param name its name; empty for no group
     */
    record Group(long id, String name) {
    }

    private GroupedLots(Map<Key, Group> groups) {
        this.groups = groups;
    }

    static GroupedLots read(Connection connection) throws SQLException {
        Map<Key, Group> groups = new HashMap<>();
        try (
            PreparedStatement select = connection.prepareStatement("SELECT m.item_id, m.lot_code, g.id, g.name FROM "
                + "lot_group_member m LEFT JOIN lot_group g ON g.id = m.group_id ORDER BY m.id");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String name = row.getString(4);
                groups.put(new Key(row.getLong(1), row.getString(2)),
                    new Group(row.getLong(3), name == null ? "" : name));
            }
        }
        return new GroupedLots(groups);
    }

    /** The name of a lot's group; empty for none. */
    String nameOf(Key lot) {
        return groups.getOrDefault(lot, new Group(0, "")).name();
    }

    /** The number of a lot's group; 0 for none, and for goods without a lot. */
    long of(Connection connection, long lot) throws SQLException {
        if (lot == 0 || groups.isEmpty()) {
            return 0;
        }
        Long known = byLot.get(lot);
        if (known != null) {
            return known;
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT item_id, code FROM lot WHERE id = ?")) {
            select.setLong(1, lot);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("There is no lot " + lot);
                }
                long group = groups.getOrDefault(new Key(row.getLong(1), row.getString(2)), new Group(0, "")).id();
                byLot.put(lot, group);
                return group;
            }
        }
    }

}
