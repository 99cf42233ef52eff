package org.stockwright.bench.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.TreeMap;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.ledger.MovementKind;
import org.stockwright.persistence.Transaction;

/**
 * Plain statements that write what the ledger writes: one posting and one movement per row, and one relative update per
 * balance, in batches on one connection. Used inside one transaction.
 */
final class MovementRows implements AutoCloseable {

    /** Goods cost one to ten of the company's currency. */
    private static final long LEAST_CENTS = 100;
    private static final long PRICES = 900;
    private static final String HASH = "0".repeat(64);

    private final Transaction transaction;
    private final PreparedStatement posting;
    private final PreparedStatement movement;
    private final PreparedStatement balance;
    private final String user;
    private final Map<Long, Long> changes = new TreeMap<>();

    MovementRows(Transaction transaction) throws SQLException {
        this.transaction = transaction;
        this.user = transaction.user();
        this.posting = transaction.connection().prepareStatement("""
            INSERT INTO posting (id, posting_key, content_hash, number, reference, note, user_name, recorded_at, \
            reverses_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        this.movement = transaction.connection().prepareStatement("""
            INSERT INTO movement (seq, posting_id, line, kind, item_id, from_balance_id, to_balance_id, quantity, \
            entered_quantity, entered_unit, unit_cost, reason, effective_at, recorded_at, reverses_seq) \
            VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, 'EA', ?, ?, ?, ?, ?)""");
        this.balance = transaction.connection().prepareStatement("""
            UPDATE balance SET on_hand = on_hand + ?, reserved = reserved + ? \
            WHERE id = ? AND on_hand - reserved >= ?""");
    }

    /** A movement of one item between two balances. */
    record Row(String key, String kind, long item, long from, boolean fromKept, long to, boolean toKept, long quantity,
        long effective, long recorded) {
    }

    void add(Row row, long id, long seq) throws SQLException {
        posting.setLong(1, id);
        posting.setString(2, row.key);
        posting.setString(3, HASH);
        posting.setNull(4, Types.VARCHAR);
        posting.setNull(5, Types.VARCHAR);
        posting.setNull(6, Types.VARCHAR);
        posting.setString(7, user);
        posting.setLong(8, row.recorded);
        posting.setNull(9, Types.BIGINT);
        posting.addBatch();
        BigDecimal quantity = BigDecimal.valueOf(row.quantity);
        movement.setLong(1, seq);
        movement.setLong(2, id);
        movement.setString(3, row.kind);
        movement.setLong(4, row.item);
        movement.setLong(5, row.from);
        movement.setLong(6, row.to);
        movement.setBigDecimal(7, quantity);
        movement.setBigDecimal(8, quantity);
        if (row.kind.equals(MovementKind.RECEIPT.name())) {
            movement.setBigDecimal(9, BigDecimal.valueOf(LEAST_CENTS + seq % PRICES, 2));
        } else {
            movement.setNull(9, Types.DECIMAL);
        }
        movement.setNull(10, Types.VARCHAR);
        movement.setLong(11, row.effective);
        movement.setLong(12, row.recorded);
        movement.setNull(13, Types.BIGINT);
        movement.addBatch();
        if (row.fromKept) {
            changes.merge(row.from, -row.quantity, Long::sum);
        }
        if (row.toKept) {
            changes.merge(row.to, row.quantity, Long::sum);
        }
    }

    /** Writes all that was added: balances first, by rising number, as the ledger does. */
    void write() throws SQLException {
        for (Map.Entry<Long, Long> change : changes.entrySet()) {
            balance.setBigDecimal(1, BigDecimal.valueOf(change.getValue()));
            balance.setBigDecimal(2, BigDecimal.ZERO);
            balance.setLong(3, change.getKey());
            balance.setBigDecimal(4, BigDecimal.valueOf(-Math.min(0, change.getValue())));
            balance.addBatch();
        }
        for (int count : balance.executeBatch()) {
            if (count != 1) {
                throw new IllegalStateException("a benchmark row takes more than there is");
            }
        }
        posting.executeBatch();
        movement.executeBatch();
        // what is woken by postings, the sealer first, works alike in both sides' turns
        transaction.changes(Topic.STOCK);
        changes.clear();
    }

    @Override
    public void close() throws SQLException {
        try (posting; movement; balance) {
            changes.clear();
        }
    }

}
