package org.stockwright.persistence.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

import org.postgresql.PGConnection;

/** Finds out who holds what our units of work wait for, while they wait: afterwards the server does not know it. */
final class LockWatch {

    private static final Duration SLOW = Duration.ofMillis(1_500);
    private static final String QUERY = """
        SELECT w.pid, a.application_name, a.usename, a.xact_start FROM unnest(?) w (pid)
        CROSS JOIN LATERAL unnest(pg_blocking_pids(w.pid)) b (pid) JOIN pg_stat_activity a ON a.pid = b.pid""";

    private final RunningWork running;

    /** Of these units of work. */
    LockWatch(RunningWork running) {
        this.running = running;
    }

    /** Asks the server about those that run for long; each remembers whom it waits for. */
    void look(Connection connection) throws SQLException {
        Map<Integer, StoreTransaction> slow = new HashMap<>();
        for (StoreTransaction transaction : running.transactions()) {
            if (transaction.age().compareTo(SLOW) > 0) {
                int pid = transaction.watched().unwrap(PGConnection.class).getBackendPID();
                slow.put(Integer.valueOf(pid), transaction);
            }
        }
        if (!slow.isEmpty()) {
            ask(connection, slow);
        }
    }

    private static void ask(Connection connection, Map<Integer, StoreTransaction> slow) throws SQLException {
        Array pids = connection.createArrayOf("int4", slow.keySet().toArray());
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setArray(1, pids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    StoreTransaction waiting = slow.get(Integer.valueOf(row.getInt(1)));
                    if (waiting != null) {
                        waiting.holder(holder(row));
                    }
                }
            }
        } finally {
            pids.free();
        }
    }

    private static String holder(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject(4, OffsetDateTime.class);
        return row.getString(2) + " (database user " + row.getString(3) + ')'
            + (since == null ? "" : " since " + since.toInstant());
    }

}
