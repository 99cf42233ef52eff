package org.stockwright.ledger.internal.posting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;

/** Finds balances of many keys: by item and place, or by item and lot where there is one. More than wanted may come. */
final class BalanceSelect {

    private static final String SELECT = "SELECT id, item_id, location_id, lot_id, owner_id, status, "
        + "handling_unit_id, negative_allowed, on_hand, reserved FROM balance " + BulkSelect.by("balance_unique")
        + "WHERE item_id IN ";
    private static final String ONE = SELECT.replace("item_id IN ", "item_id = ? AND location_id = ? AND lot_id = ? "
        + "AND owner_id = ? AND status = ? AND handling_unit_id = ?");

    private final Connection connection;
    private final BulkSelect select;

    BalanceSelect(Transaction transaction) {
        this(transaction, new BulkSelect(transaction));
    }

    private BalanceSelect(Transaction transaction, BulkSelect select) {
        this.connection = transaction.connection();
        this.select = select;
    }

    /** One whose {@link #each} locks nothing, and on Derby sees what others have not committed yet. */
    static BalanceSelect unlocked(Transaction transaction) {
        return new BalanceSelect(transaction, BulkSelect.unlocked(transaction));
    }

    /**
     * Finds balances while others change them. A query of Derby keeps the lock of a row until it has the next one's, in
     * the order of the index; those who post lock in the order of the numbers: they could wait in a circle. So there
     * each balance is asked for by itself. Readers of PostgreSQL lock nothing.
     */
    void one(Collection<BalanceKey> keys, Dialect dialect, BulkSelect.Row row) throws SQLException {
        if (dialect != Dialect.DERBY) {
            each(keys, row);
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(ONE)) {
            for (BalanceKey key : keys) {
                statement.setLong(1, key.item());
                statement.setLong(2, key.location());
                statement.setLong(3, key.lot());
                statement.setLong(4, key.owner());
                statement.setString(5, key.status());
                statement.setLong(6, key.handlingUnit());
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        row.read(found);
                    }
                }
            }
        }
    }

    void each(Collection<BalanceKey> keys, BulkSelect.Row row) throws SQLException {
        Set<Long> items = new TreeSet<>();
        Set<Long> places = new TreeSet<>();
        Set<Long> itemsWithLots = new TreeSet<>();
        Set<Long> lots = new TreeSet<>();
        for (BalanceKey key : keys) {
            if (key.lot() == 0) {
                items.add(key.item());
                places.add(key.location());
            } else if (key.lot() > 0) {
                itemsWithLots.add(key.item());
                lots.add(key.lot());
            }
        }
        if (!items.isEmpty()) {
            select.each(SELECT, items, " AND lot_id = 0 AND location_id IN ", places, row);
        }
        if (!lots.isEmpty()) {
            select.each(SELECT, itemsWithLots, " AND lot_id IN ", lots, row);
        }
    }

    static BalanceKey key(ResultSet row) throws SQLException {
        return new BalanceKey(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getString(6),
            row.getLong(7));
    }

}
