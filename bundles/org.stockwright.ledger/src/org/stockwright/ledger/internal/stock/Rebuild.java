package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.Verification.Result;
import org.stockwright.persistence.AuditAction;
import org.stockwright.persistence.Transaction;

/**
 * Recomputes on hand and reserved of every balance. Writers wait for its end; rows that are right already are not
 * written.
 */
final class Rebuild {

    static final String NAME = "rebuild-identical";
    private static final int BATCH = 500;

    private Rebuild() {
    }

    private record Row(long id, BigDecimal onHand, BigDecimal reserved) {
    }

    static Outcome<Result> run(Transaction transaction, Progress progress) throws SQLException {
        Connection connection = transaction.connection();
        try (Statement lock = connection.createStatement()) {
            lock.execute("LOCK TABLE balance IN EXCLUSIVE MODE");
        }
        Map<Long, BigDecimal> onHand = BalanceChecks.movementSums(connection, new Findings(NAME, progress));
        Map<Long, BigDecimal> reserved = new HashMap<>();
        new SqlQuery("SELECT balance_id, SUM(delta) FROM reservation_event GROUP BY balance_id").forEach(connection,
            row -> reserved.put(row.getLong(1), row.getBigDecimal(2)));
        Findings findings = new Findings(NAME, progress);
        List<Row> different = compare(connection, onHand, reserved, findings);
        if (!different.isEmpty()) {
            store(connection, different, progress);
            transaction.changes(Topic.STOCK);
        }
        transaction.tell(AuditAction.REBUILT, "balance", "all", Map.of("different", String.valueOf(different.size())));
        // What nobody looks at is not worth comparing: they are made anew.
        new CheckpointRows(connection).deleteAll();
        return Outcome.done(findings.result());
    }

    private static List<Row> compare(Connection connection, Map<Long, BigDecimal> onHand,
        Map<Long, BigDecimal> reserved, Findings findings) throws SQLException {
        List<Row> different = new ArrayList<>();
        new SqlQuery("""
            SELECT b.id, b.kept, b.on_hand, b.reserved, b.negative_allowed, i.code, l.code FROM balance b \
            JOIN item i ON i.id = b.item_id JOIN location l ON l.id = b.location_id""").forEach(connection, row -> {
            findings.looked();
            long id = row.getLong(1);
            boolean kept = row.getInt(2) == 1;
            BigDecimal there = kept ? onHand.getOrDefault(id, BigDecimal.ZERO) : BigDecimal.ZERO;
            BigDecimal held = kept ? reserved.getOrDefault(id, BigDecimal.ZERO) : BigDecimal.ZERO;
            if (there.compareTo(row.getBigDecimal(3)) == 0 && held.compareTo(row.getBigDecimal(4)) == 0) {
                return;
            }
            String what = "%s at %s: stored %s (%s reserved), recomputed %s (%s reserved)".formatted(
                row.getString(6), row.getString(7), BalanceChecks.plain(row.getBigDecimal(3)),
                BalanceChecks.plain(row.getBigDecimal(4)), BalanceChecks.plain(there), BalanceChecks.plain(held));
            // The database's own rules would refuse the row and with it all others.
            boolean fits = held.signum() >= 0 && (row.getInt(5) == 1 || there.compareTo(held) >= 0);
            findings.wrong(fits ? what : what + ", which the policy of the place forbids to be stored");
            if (fits) {
                different.add(new Row(id, there, held));
            }
        });
        return different;
    }

    private static void store(Connection connection, List<Row> rows, Progress progress) throws SQLException {
        try (PreparedStatement update = connection
            .prepareStatement("UPDATE balance SET on_hand = ?, reserved = ? WHERE id = ?")) {
            int waiting = 0;
            for (Row row : rows) {
                update.setBigDecimal(1, row.onHand);
                update.setBigDecimal(2, row.reserved);
                update.setLong(3, row.id);
                update.addBatch();
                if (++waiting % BATCH == 0) {
                    progress.check();
                    update.executeBatch();
                }
            }
            update.executeBatch();
        }
    }

}
