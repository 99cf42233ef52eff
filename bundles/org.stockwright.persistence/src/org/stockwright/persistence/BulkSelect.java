package org.stockwright.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

import org.stockwright.base.StoredText;

/**
 * Reads the rows of many keys with few statements. Lists of keys are filled up to a few sizes by repeating the last
 * key, so that the database compiles few texts.
 */
public final class BulkSelect {

    /** The most keys in a list that is taken whole. */
    public static final int MOST = 512;
    /**
     * The most in one of the parts. Derby goes through the whole list for every row that it finds; PostgreSQL, whose
     * statistics are old while an import fills a table, may look through the whole table for a longer list.
     */
    private static final int PART = 64;
    private static final int[] SIZES = { 1, 8, 16, PART, MOST };

    /** Takes a row. */
    @FunctionalInterface
    public interface Row {

        /** Takes the row that the result stands at. */
        void read(ResultSet row) throws SQLException;

    }

    private final Connection connection;
    private final Dialect dialect;
    private final String rest;

    /** Reads in a transaction. */
    public BulkSelect(Transaction transaction) {
        this(transaction, "");
    }

    private BulkSelect(Transaction transaction, String rest) {
        this.connection = transaction.connection();
        this.dialect = transaction.dialect();
        this.rest = rest;
    }

    /**
     * One that on Derby neither takes locks nor waits for any, so that it never waits in a circle with those who post; it
     * sees what others have not committed yet. Readers of PostgreSQL lock nothing and see what is committed.
     */
    public static BulkSelect unlocked(Transaction transaction) {
        return new BulkSelect(transaction, transaction.dialect() == Dialect.DERBY ? " WITH UR" : "");
    }

    /**
     * Behind a table's name: makes Derby read by the index of a constraint. Its plan is chosen when a table is still
     * small and is kept for a hundred runs, in which an import fills the table. To PostgreSQL this is a comment.
     */
    public static String by(String constraint) {
        return "-- DERBY-PROPERTIES constraint=" + constraint + "\n ";
    }

    /** The same by an index that is no constraint's. */
    public static String byIndex(String index) {
        return "-- DERBY-PROPERTIES index=" + index + "\n ";
    }

    /**
     * Behind the name of a table that is joined: makes Derby look its rows up one by one, by the index of a constraint. With few
     * rows to join it would sometimes read all of the table into a hash table.
     */
    public static String oneByOne(String constraint) {
        return "-- DERBY-PROPERTIES constraint=" + constraint + ", joinStrategy=NESTEDLOOP\n ";
    }

    /** The same by the index of the primary key, which has no name. */
    public static String oneByOne() {
        return "-- DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n ";
    }

    /** Behind the word FROM: makes Derby join the tables in the order in which they are written. */
    public static String inOrder() {
        return "-- DERBY-PROPERTIES joinOrder=FIXED\n ";
    }

    /** Runs the query once per part of the keys. */
    public void each(String before, Collection<?> keys, String after, Row row) throws SQLException {
        List<?> list = List.copyOf(keys);
        for (int start = 0; start < list.size(); start += PART) {
            List<?> some = list.subList(start, Math.min(list.size(), start + PART));
            run(before + marks(some) + after, List.of(some), row);
        }
    }

    /**
     * Runs a query with two lists: the first is cut into parts, the second is taken whole when it is short and left
     * out of the query, so that more rows than wanted come, when it is long.
     */
    public void each(String before, Collection<?> keys, String between, Collection<?> others, Row row)
        throws SQLException {
        if (others.size() > MOST) {
            each(before, keys, "", row);
            return;
        }
        List<?> second = List.copyOf(others);
        List<?> list = List.copyOf(keys);
        for (int start = 0; start < list.size(); start += PART) {
            List<?> some = list.subList(start, Math.min(list.size(), start + PART));
            run(before + marks(some) + between + marks(second), List.of(some, second), row);
        }
    }

    /**
     * Locks rows until the transaction ends, by rising number, and reads them. On Derby each is asked for by itself: it
     * locks the rows of a list in the order of whatever index it reads. A server sorts the rows before it locks them.
     *
     * @param select what to read of which table, for example {@code SELECT id FROM document}
     * @param column the column of the number
     */
    public void lock(String select, String column, SortedSet<Long> numbers, Row row) throws SQLException {
        if (dialect != Dialect.DERBY) {
            each(select + " WHERE " + column + " IN ", numbers, " ORDER BY " + column + dialect.forUpdate(), row);
            return;
        }
        String sql = select + " WHERE " + column + " = ?" + dialect.forUpdate();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (long number : numbers) {
                statement.setLong(1, number);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        row.read(rows);
                    }
                }
            }
        }
    }

    private void run(String sql, List<List<?>> lists, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql + rest)) {
            int at = 1;
            for (List<?> list : lists) {
                int size = padded(list.size());
                for (int i = 0; i < size; i++) {
                    Object key = list.get(Math.min(i, list.size() - 1));
                    // a text that no database keeps is not found; PostgreSQL would end the transaction
                    statement.setObject(at, key instanceof String text ? StoredText.mended(text) : key);
                    at++;
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        }
    }

    private static String marks(List<?> keys) {
        return "(" + String.join(", ", Collections.nCopies(padded(keys.size()), "?")) + ")";
    }

    private static int padded(int count) {
        for (int size : SIZES) {
            if (count <= size) {
                return size;
            }
        }
        throw new IllegalArgumentException("more than " + MOST + " keys: " + count);
    }

}
