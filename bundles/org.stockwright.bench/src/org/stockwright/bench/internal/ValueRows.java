package org.stockwright.bench.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.TreeSet;

import org.stockwright.persistence.Transaction;

/**
 * Plain statements that write what valuing a movement writes: a row of the journal, and where the item stands. Used inside
 * one transaction.
 */
final class ValueRows implements AutoCloseable {

    private static final long INVENTORY = 1;
    private static final long OTHER = 4;

    private final PreparedStatement entry;
    private final PreparedStatement lock;
    private final PreparedStatement head;
    private final TreeSet<Long> items = new TreeSet<>();
    private final String user;

    ValueRows(Transaction transaction) throws SQLException {
        Connection connection = transaction.connection();
        this.user = transaction.user();
        this.entry = connection.prepareStatement("""
            INSERT INTO value_entry (id, item_id, kind, source_rank, source_seq, about_seq, debit_account_id, \
            credit_account_id, debit_pool_id, credit_pool_id, cost_centre, amount, freight, labour, overhead, \
            stock_change, effective_at, recorded_at, repriced, user_name, periodic_debit_id, \
            periodic_credit_id, purchase_sign) \
            VALUES (?, ?, 'COST', 1, ?, ?, ?, ?, 0, 0, NULL, ?, 0, 0, 0, ?, ?, ?, 0, ?, 0, 0, 0)""");
        this.lock = connection.prepareStatement(
            "SELECT stamp FROM cost_head WHERE item_id = ?" + transaction.dialect().forUpdate());
        this.head = connection
            .prepareStatement("UPDATE cost_head SET since_checkpoint = since_checkpoint WHERE item_id = ?");
    }

    /** A movement of one piece that is worth nothing: the book stays sound without the product's state of the item. */
    void add(long id, long item, long seq, long effective, long recorded) throws SQLException {
        entry.setLong(1, id);
        entry.setLong(2, item);
        entry.setLong(3, seq);
        entry.setLong(4, seq);
        entry.setLong(5, INVENTORY);
        entry.setLong(6, OTHER);
        entry.setBigDecimal(7, BigDecimal.ZERO);
        entry.setBigDecimal(8, BigDecimal.ZERO);
        entry.setLong(9, effective);
        entry.setLong(10, recorded);
        entry.setString(11, user);
        entry.addBatch();
        items.add(item);
    }

    /** Locks the items' rows as valuing does; the head itself is written as it was. */
    void write() throws SQLException {
        for (long item : items) {
            lock.setLong(1, item);
            lock.executeQuery().close();
        }
        entry.executeBatch();
        for (long item : items) {
            head.setLong(1, item);
            head.addBatch();
        }
        head.executeBatch();
        items.clear();
    }

    @Override
    public void close() throws SQLException {
        try (entry; lock; head) {
            items.clear();
        }
    }

}
