package org.stockwright.ledger.internal.posting;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.internal.places.Premises;
import org.stockwright.ledger.internal.places.PremisesIndex;
import org.stockwright.ledger.spi.LostRace;
import org.stockwright.persistence.Transaction;

/**
 * Knows the balances' numbers by what makes them, and makes those that are missing. Balances are never deleted and
 * never change what makes them, so their numbers may be remembered; their marks follow the policies' version.
 */
final class BalanceIndex {

    private static final int MOST = 200_000;

    private final PremisesIndex premisesIndex;
    private final Map<BalanceKey, Ref> remembered = new ConcurrentHashMap<>();
    private volatile long version = -1;

    BalanceIndex(PremisesIndex premisesIndex) {
        this.premisesIndex = premisesIndex;
    }

    /**
     * A balance.
     *
     * @param id its number
     * @param allowed whether the database lets it go negative
     */
    record Ref(long id, boolean allowed) {
    }

    /** The balances of these sides; those that are missing are made in this transaction. */
    Map<BalanceKey, Ref> of(Transaction transaction, Premises premises, Collection<CheckedLine.Side> sides)
        throws SQLException {
        if (version != premises.version()) {
            forget();
            version = premises.version();
        }
        Map<BalanceKey, Ref> result = new HashMap<>();
        TreeMap<BalanceKey, CheckedLine.Side> missing = new TreeMap<>();
        for (CheckedLine.Side side : sides) {
            Ref ref = remembered.get(side.key());
            if (ref == null) {
                missing.put(side.key(), side);
            } else {
                result.put(side.key(), ref);
            }
        }
        if (!missing.isEmpty()) {
            new BalanceSelect(transaction).one(List.copyOf(missing.keySet()), transaction.dialect(),
                row -> {
                    BalanceKey key = BalanceSelect.key(row);
                    if (missing.remove(key) != null) {
                        result.put(key, new Ref(row.getLong(1), row.getInt(8) == 1));
                    }
                });
        }
        if (!missing.isEmpty()) {
            make(transaction, premises, missing, result);
        }
        return result;
    }

    /** The numbers of those of these balances that are remembered. */
    Map<BalanceKey, Long> remembered(Collection<BalanceKey> keys) {
        Map<BalanceKey, Long> result = new HashMap<>();
        for (BalanceKey key : keys) {
            Ref ref = remembered.get(key);
            if (ref != null) {
                result.put(key, ref.id());
            }
        }
        return result;
    }

    private void make(Transaction transaction, Premises premises, TreeMap<BalanceKey, CheckedLine.Side> missing,
        Map<BalanceKey, Ref> result) throws SQLException {
        if (!premisesIndex.hold(transaction, premises)) {
            throw new LostRace();
        }
        long id = transaction.nextIds("balance_seq", missing.size());
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO balance (id, item_id, "
            + "location_id, lot_id, owner_id, status, handling_unit_id, kept, negative_allowed, on_hand, reserved) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)")) {
            for (CheckedLine.Side side : missing.values()) {
                BalanceKey key = side.key();
                boolean allowed = side.policy() != NegativePolicy.BLOCK;
                insert.setLong(1, id);
                insert.setLong(2, key.item());
                insert.setLong(3, key.location());
                insert.setLong(4, key.lot());
                insert.setLong(5, key.owner());
                insert.setString(6, key.status());
                insert.setLong(7, key.handlingUnit());
                insert.setInt(8, side.isKept() ? 1 : 0);
                insert.setInt(9, allowed ? 1 : 0);
                insert.addBatch();
                result.put(key, new Ref(id, allowed));
                id++;
            }
            insert.executeBatch();
        }
    }

    /** Remembers balances that are committed. */
    void remember(Map<BalanceKey, Ref> balances) {
        if (remembered.size() > MOST) {
            remembered.clear();
        }
        balances.forEach((key, ref) -> {
            if (!ref.equals(remembered.get(key))) {
                remembered.put(key, ref);
            }
        });
    }

    /** Forgets everything, after a race was lost. */
    void forget() {
        remembered.clear();
    }

}
