package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.stockwright.base.Micros;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.Key;

/** The rows that say where the valuation of items stands. Whoever values items locks theirs, by rising number. */
final class Heads {

    /** Whoever makes new ones, or must know them all, locks this setting. */
    static final String NEW = "valuation.heads";

    private static final String COLUMNS = "h.item_id, h.stamp, h.effective_at, h.turn, h.seq, h.quantity, h.amount, "
        + "h.since_checkpoint, h.due_at";
    private static final int PART = 500;

    private final Transaction transaction;
    private final Connection connection;

    Heads(Transaction transaction) {
        this.transaction = transaction;
        this.connection = transaction.connection();
    }

    /** Locks the rows of these items, and makes those that are missing. */
    Map<Long, Head> lock(SortedSet<Long> items) throws SQLException {
        Map<Long, Head> found = select(items);
        SortedSet<Long> missing = new TreeSet<>(items);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            lockSetting(transaction, NEW);
            // somebody may have made them while we waited
            missing.removeAll(select(missing).keySet());
            create(missing);
            found = select(items);
        }
        return found;
    }

    /** Locks all rows, so that nothing is valued meanwhile. */
    Map<Long, Head> lockAll() throws SQLException {
        Map<Long, Head> found = select(all());
        lockSetting(transaction, NEW);
        SortedSet<Long> made = all();
        made.removeAll(found.keySet());
        found.putAll(select(made));
        return found;
    }

    private SortedSet<Long> all() throws SQLException {
        TreeSet<Long> items = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT item_id FROM cost_head");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                items.add(row.getLong(1));
            }
        }
        return items;
    }

    /** Locks a setting until the transaction ends, and gives it a version that none had before. */
    static void lockSetting(Transaction transaction, String name) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE setting SET version = ? WHERE name = ?")) {
            update.setLong(1, transaction.nextId("valuation_seq"));
            update.setString(2, name);
            update.executeUpdate();
        }
    }

    private Map<Long, Head> select(SortedSet<Long> items) throws SQLException {
        Map<Long, Head> result = new LinkedHashMap<>();
        if (transaction.dialect() == Dialect.POSTGRESQL) {
            List<Long> all = new ArrayList<>(items);
            try (PreparedStatement select = connection.prepareStatement("SELECT " + COLUMNS
                + " FROM cost_head h WHERE h.item_id = ANY (?) ORDER BY h.item_id FOR UPDATE")) {
                for (int start = 0; start < all.size(); start += PART) {
                    select.setArray(1, connection.createArrayOf("bigint",
                        all.subList(start, Math.min(all.size(), start + PART)).toArray()));
                    read(select, result);
                }
            }
            return result;
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT " + COLUMNS
            + " FROM cost_head h WHERE h.item_id = ?" + transaction.dialect().forUpdate())) {
            for (long item : items) {
                select.setLong(1, item);
                read(select, result);
            }
        }
        return result;
    }

    private static void read(PreparedStatement select, Map<Long, Head> result) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.put(row.getLong(1), head(row));
            }
        }
    }

    /** Without locking it; the item may have none. */
    static Head find(Connection connection, long item) throws SQLException {
        try (PreparedStatement select = connection
            .prepareStatement("SELECT " + COLUMNS + " FROM cost_head h WHERE h.item_id = ?")) {
            select.setLong(1, item);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? head(row) : null;
            }
        }
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong(1), row.getLong(2), new Key(row.getLong(3), row.getInt(4), row.getLong(5)),
            row.getBigDecimal(6), row.getBigDecimal(7), row.getInt(8), row.getLong(9));
    }

    private void create(Collection<Long> items) throws SQLException {
        try (
            PreparedStatement insert = connection.prepareStatement("INSERT INTO cost_head (item_id, stamp, "
                + "effective_at, turn, seq, quantity, amount, since_checkpoint, due_at, catalog_standard, category) "
                + "VALUES (?, 0, ?, 0, 0, 0, 0, 0, 0, ?, ?)");
            PreparedStatement facts = connection.prepareStatement("SELECT i.standard_cost, c.path FROM item i "
                + "LEFT JOIN category c ON c.id = i.category_id WHERE i.id = ?")) {
            for (long item : items) {
                facts.setLong(1, item);
                try (ResultSet row = facts.executeQuery()) {
                    row.next();
                    BigDecimal standard = row.getBigDecimal(1);
                    String path = row.getString(2);
                    insert.setLong(1, item);
                    insert.setLong(2, Rules.ALWAYS);
                    insert.setBigDecimal(3, standard);
                    insert.setString(4, path == null ? "" : path);
                    insert.addBatch();
                    if (path != null) {
                        category(item, path, Rules.ALWAYS);
                    }
                    if (standard != null) {
                        standard(item, Cost.of(standard), Rules.ALWAYS);
                    }
                }
            }
            insert.executeBatch();
        }
    }

    /** The items whose standard cost or category in the catalog is another one than when they were looked at last. */
    static SortedSet<Long> outdated(Connection connection) throws SQLException {
        SortedSet<Long> items = new TreeSet<>();
        try (
            PreparedStatement select = connection.prepareStatement("SELECT h.item_id FROM cost_head h JOIN item i "
                + "ON i.id = h.item_id LEFT JOIN category c ON c.id = i.category_id WHERE h.stamp <> 0 "
                + "AND (COALESCE(i.standard_cost, -1) <> COALESCE(h.catalog_standard, -1) "
                + "OR COALESCE(c.path, '') <> h.category)");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                items.add(row.getLong(1));
            }
        }
        return items;
    }

    /**
     * Notes that an item's standard cost or category in the catalog changed, from now on.
     *
     * @return whether it did
     */
    boolean follow(long item) throws SQLException {
        try (
            PreparedStatement select = connection
                .prepareStatement("SELECT i.standard_cost, h.catalog_standard, c.path, "
                    + "h.category FROM cost_head h JOIN item i ON i.id = h.item_id LEFT JOIN category c "
                    + "ON c.id = i.category_id WHERE h.item_id = ?");
            PreparedStatement update = connection
                .prepareStatement("UPDATE cost_head SET catalog_standard = ?, category = ? WHERE item_id = ?")) {
            select.setLong(1, item);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                BigDecimal standard = row.getBigDecimal(1);
                BigDecimal known = row.getBigDecimal(2);
                String path = row.getString(3) == null ? "" : row.getString(3);
                boolean otherCost = standard != null && (known == null || standard.compareTo(known) != 0);
                boolean otherPath = !path.equals(row.getString(4));
                if (!otherCost && !otherPath) {
                    return false;
                }
                if (otherCost) {
                    standard(item, Cost.of(standard), Micros.of(transaction.now()));
                }
                if (otherPath) {
                    category(item, path, Micros.of(transaction.now()));
                }
                update.setBigDecimal(1, standard);
                update.setString(2, path);
                update.setLong(3, item);
                update.executeUpdate();
                return true;
            }
        }
    }

    /** Appends the standard cost of an item from an instant. */
    void standard(long item, Cost cost, long effective) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO standard_cost (id, item_id, "
            + "effective_at, material, freight, labour, overhead, recorded_at, user_name) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("valuation_seq"));
            insert.setLong(2, item);
            insert.setLong(3, effective);
            insert.setBigDecimal(4, cost.material());
            insert.setBigDecimal(5, cost.freight());
            insert.setBigDecimal(6, cost.labour());
            insert.setBigDecimal(7, cost.overhead());
            insert.setLong(8, Micros.of(transaction.now()));
            insert.setString(9, transaction.user());
            insert.executeUpdate();
        }
    }

    /** Appends the category of an item from an instant. */
    void category(long item, String path, long effective) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
            "INSERT INTO item_category (id, item_id, category, effective_at, recorded_at) VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("valuation_seq"));
            insert.setLong(2, item);
            insert.setString(3, path);
            insert.setLong(4, effective);
            insert.setLong(5, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
    }

    /** Writes where the items stand now. */
    void write(Collection<Head> heads) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE cost_head SET stamp = ?, "
            + "effective_at = ?, turn = ?, seq = ?, quantity = ?, amount = ?, since_checkpoint = ?, due_at = ? "
            + "WHERE item_id = ?")) {
            for (Head head : heads) {
                update.setLong(1, head.stamp());
                update.setLong(2, head.key().effective());
                update.setInt(3, head.key().rank());
                update.setLong(4, head.key().seq());
                update.setBigDecimal(5, head.quantity());
                update.setBigDecimal(6, head.amount());
                update.setInt(7, head.sinceCheckpoint());
                update.setLong(8, head.due());
                update.setLong(9, head.item());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    static void nullable(PreparedStatement statement, int at, String text) throws SQLException {
        if (text.isEmpty()) {
            statement.setNull(at, Types.VARCHAR);
        } else {
            statement.setString(at, text);
        }
    }

}
