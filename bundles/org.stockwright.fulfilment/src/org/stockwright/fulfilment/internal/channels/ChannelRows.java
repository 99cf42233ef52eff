package org.stockwright.fulfilment.internal.channels;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.base.PartnerId;
import org.stockwright.fulfilment.Channels.Channel;
import org.stockwright.fulfilment.Channels.Load;
import org.stockwright.fulfilment.Channels.PricePolicy;
import org.stockwright.fulfilment.internal.Columns;
import org.stockwright.persistence.Transaction;

/** The rows of channels. */
final class ChannelRows {

    private static final String SELECT = "SELECT id, code, title, connector, settings, customer_id, location_id, currency, "
        + "prices, buffer_quantity, buffer_percent, active FROM channel";
    private static final String LOADS = "SELECT c.code, "
        + "COUNT(CASE WHEN m.state IN ('NEW', 'RETRY') THEN 1 END), COUNT(CASE WHEN m.state = 'DEAD' THEN 1 END), "
        + "MAX(m.received_at) FROM channel c LEFT JOIN channel_message m ON m.channel_id = c.id "
        + "GROUP BY c.code ORDER BY c.code";
    private static final String UPDATE = "UPDATE channel SET title = ?, connector = ?, settings = ?, customer_id = ?, "
        + "location_id = ?, currency = ?, prices = ?, buffer_quantity = ?, buffer_percent = ?, active = ?, "
        + "user_name = ?, changed_at = ?, code = ? WHERE id = ?";
    private static final String INSERT = "INSERT INTO channel (title, connector, settings, customer_id, location_id, "
        + "currency, prices, buffer_quantity, buffer_percent, active, user_name, changed_at, code, id) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Transaction transaction;

    ChannelRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** A channel with its number. */
    record Stored(long id, Channel channel) {
    }

    List<Stored> list() throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + " ORDER BY code")) {
            return read(select);
        }
    }

    /** How all are doing, by code. */
    List<Load> loads() throws SQLException {
        List<Load> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(LOADS);
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new Load(row.getString(1), row.getInt(2), row.getInt(3),
                    Columns.id(row, 4).map(Micros::toInstant)));
            }
        }
        return result;
    }

    Optional<Stored> find(String code) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + " WHERE code = ?")) {
            select.setString(1, code);
            return read(select).stream().findFirst();
        }
    }

    private List<Stored> read(PreparedStatement select) throws SQLException {
        List<Stored> result = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long id = row.getLong(1);
                result.add(new Stored(id, new Channel(row.getString(2), row.getString(3), row.getString(4),
                    row.getString(5), Columns.id(row, 6).map(PartnerId::new), Columns.id(row, 7).map(LocationId::new),
                    Optional.ofNullable(row.getString(8)).map(Currency::getInstance),
                    PricePolicy.valueOf(row.getString(9)), plain(row.getBigDecimal(10)), plain(row.getBigDecimal(11)),
                    row.getInt(12) == 1, assortment(id))));
            }
        }
        return result;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private Set<ItemId> assortment(long id) throws SQLException {
        Set<ItemId> result = new HashSet<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT item_id FROM channel_item WHERE channel_id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new ItemId(row.getLong(1)));
                }
            }
        }
        return result;
    }

    /** Waits for everybody else who works on the channel itself. */
    void lock(long id) throws SQLException {
        String sql = "SELECT id FROM channel WHERE id = ?" + transaction.dialect().forUpdate();
        try (PreparedStatement lock = transaction.connection().prepareStatement(sql)) {
            lock.setLong(1, id);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
            }
        }
    }

    void save(Channel channel) throws SQLException {
        Optional<Stored> before = find(channel.code());
        long id = before.isPresent() ? before.get().id() : transaction.nextId("channel_seq");
        String sql = before.isPresent() ? UPDATE : INSERT;
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            statement.setString(1, channel.title());
            statement.setString(2, channel.connector());
            statement.setString(3, channel.settings());
            Columns.set(statement, 4, channel.customer().map(PartnerId::value));
            Columns.set(statement, 5, channel.place().map(LocationId::value));
            statement.setString(6, channel.currency().map(Currency::getCurrencyCode).orElse(null));
            statement.setString(7, channel.prices().name());
            statement.setBigDecimal(8, channel.bufferQuantity());
            statement.setBigDecimal(9, channel.bufferPercent());
            statement.setInt(10, channel.active() ? 1 : 0);
            statement.setString(11, transaction.user());
            statement.setLong(12, Micros.of(transaction.now()));
            statement.setString(13, channel.code());
            statement.setLong(14, id);
            statement.executeUpdate();
        }
        assort(id, channel.assortment());
    }

    private void assort(long id, Set<ItemId> items) throws SQLException {
        try (PreparedStatement delete = transaction.connection()
            .prepareStatement("DELETE FROM channel_item WHERE channel_id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO channel_item (channel_id, item_id) VALUES (?, ?)")) {
            for (ItemId item : items) {
                insert.setLong(1, id);
                insert.setLong(2, item.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

}
