package org.stockwright.ledger.internal.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/**
 * When the rows of a file that say no instant were posted before. A row without one means now; its repetition has to
 * mean the same instant, or it would be another posting with the same key.
 */
final class EarlierPostings {

    private static final int BATCH = 100;

    private EarlierPostings() {
    }

    static Map<String, Instant> effective(UnitOfWork work, List<String> keys) {
        return keys.isEmpty() ? Map.of() : work.read(transaction -> read(transaction, keys));
    }

    private static Map<String, Instant> read(Transaction transaction, List<String> keys) throws SQLException {
        Map<String, Instant> instants = new HashMap<>();
        try (PreparedStatement select = transaction.connection().prepareStatement("""
            SELECT p.posting_key, m.effective_at FROM posting p JOIN movement m ON m.posting_id = p.id AND m.line = 1 \
            WHERE p.posting_key IN (""" + "?, ".repeat(BATCH - 1) + "?)")) {
            for (int start = 0; start < keys.size(); start += BATCH) {
                for (int i = 0; i < BATCH; i++) {
                    select.setString(i + 1, keys.get(Math.min(start + i, keys.size() - 1)));
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        instants.put(row.getString(1), Instant.EPOCH.plus(row.getLong(2), ChronoUnit.MICROS));
                    }
                }
            }
        }
        return instants;
    }

}
