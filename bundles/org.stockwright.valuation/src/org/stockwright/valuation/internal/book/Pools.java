package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.internal.engine.PoolKey;
import org.stockwright.valuation.internal.engine.PoolKind;

/** The numbers of an item's pools. */
final class Pools {

    private final Transaction transaction;
    private final long item;
    private final Map<PoolKey, Long> numbers;
    private final Set<Long> others = new HashSet<>();

    private Pools(Transaction transaction, long item, Map<PoolKey, Long> numbers) {
        this.transaction = transaction;
        this.item = item;
        this.numbers = numbers;
        numbers.forEach(this::note);
    }

    private void note(PoolKey key, long number) {
        if (!key.kind().isOurs()) {
            others.add(number);
        }
    }

    /** Those that were known when the item's state was kept. */
    static Pools known(Transaction transaction, long item, Map<PoolKey, Long> numbers) {
        return new Pools(transaction, item, new HashMap<>(numbers));
    }

    /** Those that are stored. */
    static Pools read(Transaction transaction, long item) throws SQLException {
        Pools pools = new Pools(transaction, item, new HashMap<>());
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT id, kind, place_id, lot_id FROM cost_pool WHERE item_id = ?")) {
            select.setLong(1, item);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    PoolKey key = new PoolKey(PoolKind.valueOf(row.getString(2)), row.getLong(3), row.getLong(4));
                    pools.numbers.put(key, row.getLong(1));
                    pools.note(key, row.getLong(1));
                }
            }
        }
        return pools;
    }

    /** How much an amount that goes from one pool, or none, to another adds to the value of our stock. */
    BigDecimal stockChange(Entry.What what, BigDecimal amount) {
        boolean comes = isOurs(what.debitPool());
        if (comes == isOurs(what.creditPool())) {
            return BigDecimal.ZERO;
        }
        return comes ? amount : amount.negate();
    }

    private boolean isOurs(long number) {
        return number != 0 && !others.contains(number);
    }

    Map<PoolKey, Long> numbers() {
        return Map.copyOf(numbers);
    }

    /** The number of a pool, which is made when there is none; 0 for no pool. */
    long number(PoolKey key) throws SQLException {
        if (key == null) {
            return 0;
        }
        Long known = numbers.get(key);
        if (known != null) {
            return known;
        }
        long id = transaction.nextId("valuation_seq");
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO cost_pool (id, item_id, kind, place_id, lot_id) VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setLong(2, item);
            insert.setString(3, key.kind().name());
            insert.setLong(4, key.place());
            insert.setLong(5, key.lot());
            insert.executeUpdate();
        }
        numbers.put(key, id);
        note(key, id);
        return id;
    }

}
