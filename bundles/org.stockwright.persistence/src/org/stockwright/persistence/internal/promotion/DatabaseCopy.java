package org.stockwright.persistence.internal.promotion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.base.Progress;
import org.stockwright.persistence.Promotion;

/**
 * Copies every table of an embedded database into a PostgreSQL database of the same schema, in one transaction of the
 * target, and compares what came out. The source is locked against writers meanwhile and not changed. The caller commits
 * the target when the proof holds, and rolls both back in any case.
 */
public final class DatabaseCopy {

    private static final int BATCH = 1_000;
    private static final int FETCH = 5_000;
    private static final String HEAD = "chain head: blocks";

    private final Connection source;
    private final Connection target;
    private final Set<String> left;

    /**
     * A copy between two transactions.
     *
     * @param source the embedded database
     * @param target an owner's connection, so that foreign keys can be set aside
     * @param left tables that each database keeps for itself
     */
    public DatabaseCopy(Connection source, Connection target, Set<String> left) {
        this.source = source;
        this.target = target;
        this.left = Set.copyOf(left);
    }

    /** Copies and compares; the transactions stay open. */
    public List<Promotion.Proof> run(Progress progress) throws SQLException {
        TreeMap<String, Table> tables = Table.all(source);
        tables.keySet().removeAll(left);
        compareSchemas(tables);
        lock(tables.keySet());
        Map<String, String> keys = new ForeignKeys(target).setAside();
        for (String table : tables.descendingKeySet()) {
            empty(table);
        }
        progress.begin("Copying", 2 * rows(tables.keySet()));
        List<Promotion.Proof> proofs = new ArrayList<>();
        for (Table table : tables.values()) {
            progress.check();
            RowsHash there = copy(table, progress);
            RowsHash here = hash(target, table, progress);
            proofs.add(new Promotion.Proof(table.name(), there.rows(), here.rows(), there.text(), here.text()));
        }
        continueSequences();
        new ForeignKeys(target).bringBack(keys);
        proofs.add(figures("on-hand by item",
            "SELECT item_id, SUM(on_hand), SUM(reserved) FROM balance WHERE kept = 1 GROUP BY item_id"));
        proofs.add(
            figures("movements by item", "SELECT item_id, SUM(quantity), COUNT(*) FROM movement GROUP BY item_id"));
        Head there = Head.of(source);
        Head here = Head.of(target);
        proofs.add(new Promotion.Proof(HEAD, there.block, here.block, there.seal, here.seal));
        return proofs;
    }

    /**
     * The end of the chain of seals.
     *
     * @param block the newest block's number, which is how many there are; 0 when nothing is sealed
     * @param seal its hash, as it is printed and kept outside of the database, and the last movement under it
     */
    private record Head(long block, String seal) {

        private static Head of(Connection connection) throws SQLException {
            try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT number, last_seq, hash FROM seal_block "
                    + "ORDER BY number DESC FETCH FIRST 1 ROWS ONLY")) {
                return row.next() ? new Head(row.getLong(1), row.getString(3) + " up to movement " + row.getLong(2))
                    : new Head(0, "nothing is sealed");
            }
        }

    }

    private void compareSchemas(Map<String, Table> tables) throws SQLException {
        Map<String, Table> there = Table.all(target);
        for (Table table : tables.values()) {
            if (!table.equals(there.get(table.name()))) {
                throw new SQLException("The table " + table.name() + " is another one in the server's database: "
                    + table + " and " + there.get(table.name()));
            }
        }
    }

    /** Lets writers wait: what is copied is one state of the book. */
    private void lock(Collection<String> tables) throws SQLException {
        try (Statement statement = source.createStatement()) {
            for (String table : tables) {
                statement.execute("LOCK TABLE " + table + " IN SHARE MODE");
            }
        }
    }

    /** Takes away what the migrations put into a new database: the source brings its own. */
    private void empty(String table) throws SQLException {
        try (Statement statement = target.createStatement()) {
            boolean used;
            try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
                used = rows.next();
            }
            if (used) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        }
    }

    private long rows(Collection<String> tables) throws SQLException {
        long sum = 0;
        try (Statement statement = source.createStatement()) {
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    row.next();
                    sum += row.getLong(1);
                }
            }
        }
        return sum;
    }

    private RowsHash copy(Table table, Progress progress) throws SQLException {
        RowsHash hash = new RowsHash();
        try (Statement select = source.createStatement();
            ResultSet rows = select.executeQuery(table.select());
            PreparedStatement insert = target.prepareStatement(table.insert())) {
            int waiting = 0;
            while (rows.next()) {
                add(table, rows, hash);
                for (int at = 1; at <= table.columns().size(); at++) {
                    Values.copy(rows, at, table.columns().get(at - 1).kind(), insert);
                }
                insert.addBatch();
                waiting++;
                if (waiting == BATCH) {
                    waiting = 0;
                    insert.executeBatch();
                    progress.worked(BATCH);
                    progress.check();
                }
            }
            insert.executeBatch();
            progress.worked(waiting);
        }
        return hash;
    }

    private static RowsHash hash(Connection connection, Table table, Progress progress) throws SQLException {
        RowsHash hash = new RowsHash();
        try (Statement select = connection.createStatement()) {
            select.setFetchSize(FETCH);
            try (ResultSet rows = select.executeQuery(table.select())) {
                while (rows.next()) {
                    add(table, rows, hash);
                    if (hash.rows() % BATCH == 0) {
                        progress.worked(BATCH);
                        progress.check();
                    }
                }
            }
        }
        progress.worked(hash.rows() % BATCH);
        return hash;
    }

    private static void add(Table table, ResultSet row, RowsHash hash) throws SQLException {
        for (int at = 1; at <= table.columns().size(); at++) {
            Values.hash(row, at, table.columns().get(at - 1).kind(), hash);
        }
        hash.row();
    }

    /** The numbers that the copy gives out come after those that the source gave out. */
    private void continueSequences() throws SQLException {
        try (Statement names = source.createStatement();
            Statement restart = target.createStatement();
            ResultSet rows = names.executeQuery("SELECT q.sequencename, SYSCS_UTIL.SYSCS_PEEK_AT_SEQUENCE("
                + "s.schemaname, q.sequencename) FROM sys.syssequences q JOIN sys.sysschemas s "
                + "ON s.schemaid = q.schemaid WHERE s.schemaname = CURRENT SCHEMA")) {
            while (rows.next()) {
                restart.execute("ALTER SEQUENCE " + rows.getString(1) + " RESTART WITH " + rows.getLong(2));
            }
        }
    }

    private Promotion.Proof figures(String name, String sql) throws SQLException {
        RowsHash there = figures(source, sql);
        RowsHash here = figures(target, sql);
        return new Promotion.Proof(name, there.rows(), here.rows(), there.text(), here.text());
    }

    private static RowsHash figures(Connection connection, String sql) throws SQLException {
        RowsHash hash = new RowsHash();
        try (Statement select = connection.createStatement(); ResultSet rows = select.executeQuery(sql)) {
            while (rows.next()) {
                Values.hash(rows, 1, Table.Kind.INTEGER, hash);
                Values.hash(rows, 2, Table.Kind.DECIMAL, hash);
                Values.hash(rows, 3, Table.Kind.DECIMAL, hash);
                hash.row();
            }
        }
        return hash;
    }

}
