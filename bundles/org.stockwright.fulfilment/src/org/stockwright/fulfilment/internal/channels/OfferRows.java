package org.stockwright.fulfilment.internal.channels;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.persistence.Transaction;

/** What channels were told last. */
final class OfferRows {

    private final Transaction transaction;
    private final long channel;

    OfferRows(Transaction transaction, long channel) {
        this.transaction = transaction;
        this.channel = channel;
    }

    /** What was told of an item, and since when. */
    record Told(BigDecimal quantity, Instant changed) {
    }

    Map<ItemId, Told> read() throws SQLException {
        Map<ItemId, Told> result = new HashMap<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT item_id, quantity, changed_at FROM channel_offer WHERE channel_id = ?")) {
            select.setLong(1, channel);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.put(new ItemId(row.getLong(1)),
                        new Told(row.getBigDecimal(2), Micros.toInstant(row.getLong(3))));
                }
            }
        }
        return result;
    }

    /** Remembers what is told now. */
    void save(Map<ItemId, BigDecimal> changed, Map<ItemId, Told> before) throws SQLException {
        try (
            PreparedStatement update = transaction.connection().prepareStatement(
                "UPDATE channel_offer SET quantity = ?, changed_at = ? WHERE channel_id = ? AND item_id = ?");
            PreparedStatement insert = transaction.connection().prepareStatement(
                "INSERT INTO channel_offer (quantity, changed_at, channel_id, item_id) VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<ItemId, BigDecimal> one : changed.entrySet()) {
                add(before.containsKey(one.getKey()) ? update : insert, one.getKey(), one.getValue());
            }
            update.executeBatch();
            insert.executeBatch();
        }
    }

    private void add(PreparedStatement statement, ItemId item, BigDecimal quantity) throws SQLException {
        statement.setBigDecimal(1, quantity);
        statement.setLong(2, Micros.of(transaction.now()));
        statement.setLong(3, channel);
        statement.setLong(4, item.value());
        statement.addBatch();
    }

}
