package org.stockwright.ledger.internal.stock;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;

/**
 * All balances where stock is kept, without their figures: what makes a balance never changes and none is ever deleted,
 * so only those are read that came since. A very large book is not kept in memory. Thread-safe.
 */
final class BalanceBook {

    private static final int MOST = 600_000;
    private static final String SELECT = "SELECT id, item_id, location_id, lot_id, owner_id, status, "
        + "handling_unit_id, kept FROM balance WHERE kept = 1";

    private Map<Long, BalanceKey> known = Map.of();
    /** No balance with a smaller number comes any more. */
    private long settled = Long.MIN_VALUE;

    /** All that are there for this transaction; the map does not change. */
    synchronized Map<Long, BalanceKey> all(Transaction transaction) throws SQLException {
        // Where several processes draw numbers by the thousand, a smaller one may come later: counting tells.
        boolean alone = transaction.dialect() == Dialect.DERBY;
        long until = alone ? transaction.settled("balance_seq") : Long.MIN_VALUE;
        if (!alone && known.size() == new SqlQuery("SELECT COUNT(*) FROM balance WHERE kept = 1")
            .number(transaction.connection())) {
            return known;
        }
        Map<Long, BalanceKey> come = new HashMap<>();
        SqlQuery query = new SqlQuery(SELECT);
        if (settled != Long.MIN_VALUE) {
            query.add(" AND id > ?", settled);
        }
        query.forEach(transaction.connection(), row -> {
            BalanceKey key = new BalanceKey(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4),
                row.getLong(5), row.getString(6), row.getLong(7), row.getInt(8) == 1);
            if (!known.containsKey(key.id())) {
                come.put(key.id(), key);
            }
        });
        if (come.isEmpty()) {
            settled = until;
            return known;
        }
        Map<Long, BalanceKey> all = new HashMap<>(known);
        all.putAll(come);
        if (all.size() <= MOST) {
            known = all;
            settled = until;
        }
        return all;
    }

}
