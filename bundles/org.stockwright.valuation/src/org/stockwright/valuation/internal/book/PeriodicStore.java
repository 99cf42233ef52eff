package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.PeriodicAmounts;
import org.stockwright.valuation.PeriodicQuantities;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.internal.periodic.PeriodicLayer;

/** The closings of the periodic inventory system, as they are stored. */
final class PeriodicStore {

    /** The stored word for a closing. */
    static final String CLOSED = "CLOSED";
    /** The stored word for opening a closed period again. */
    static final String REOPENED = "REOPENED";

    private final Transaction transaction;
    private final Connection connection;

    PeriodicStore(Transaction transaction) {
        this.transaction = transaction;
        this.connection = transaction.connection();
    }

    /**
     * A stored decision.
     *
     * @param id its number
     * @param starts when its period begins
     * @param ends when the next one begins
     * @param what {@link #CLOSED} or {@link #REOPENED}
     * @param reason why, or empty
     * @param items how many items
     * @param closing what stock was worth
     * @param sales cost of sales
     * @param hash over the figures, or empty
     * @param recorded when
     * @param user by whom
     */
    record Decision(long id, long starts, long ends, String what, String reason, long items, BigDecimal closing,
        BigDecimal sales, String hash, long recorded, String user) {

        boolean isClosing() {
            return what.equals(CLOSED);
        }

    }

    /** All decisions, newest first. */
    List<Decision> decisions() throws SQLException {
        List<Decision> result = new ArrayList<>();
        try (
            PreparedStatement select = connection.prepareStatement("SELECT id, starts_at, ends_at, decision, reason, "
                + "items, closing_amount, sales_amount, hash, recorded_at, user_name FROM periodic_close ORDER BY id DESC");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new Decision(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4),
                    text(row.getString(5)), row.getLong(6), ValuationComponent.plain(row.getBigDecimal(7)),
                    ValuationComponent.plain(row.getBigDecimal(8)), text(row.getString(9)), row.getLong(10),
                    row.getString(11)));
            }
        }
        return result;
    }

    private static String text(String stored) {
        return stored == null ? "" : stored.strip();
    }

    /** The last decision about each period, by its end. */
    TreeMap<Long, Decision> periods() throws SQLException {
        TreeMap<Long, Decision> result = new TreeMap<>();
        for (Decision decision : decisions()) {
            result.putIfAbsent(decision.ends(), decision);
        }
        return result;
    }

    /** The closings that hold, by the end of the period. */
    TreeMap<Long, Decision> closings() throws SQLException {
        TreeMap<Long, Decision> result = periods();
        result.values().removeIf(decision -> !decision.isClosing());
        return result;
    }

    Decision decide(String what, long starts, long ends, String reason, List<PeriodicItem> items, String hash)
        throws SQLException {
        PeriodicAmounts total = items.stream().map(item -> item.row().amounts()).reduce(PeriodicAmounts.ZERO,
            PeriodicAmounts::plus);
        Decision decision = new Decision(transaction.nextId("valuation_seq"), starts, ends, what, reason, items.size(),
            ValuationComponent.plain(total.closingStock()), ValuationComponent.plain(total.costOfSales()), hash,
            Micros.of(transaction.now()), transaction.user());
        try (PreparedStatement insert = connection
            .prepareStatement("INSERT INTO periodic_close (id, starts_at, ends_at, "
                + "decision, reason, items, closing_amount, sales_amount, hash, recorded_at, user_name) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, decision.id());
            insert.setLong(2, starts);
            insert.setLong(3, ends);
            insert.setString(4, what);
            Heads.nullable(insert, 5, reason);
            insert.setLong(6, decision.items());
            insert.setBigDecimal(7, decision.closing());
            insert.setBigDecimal(8, decision.sales());
            Heads.nullable(insert, 9, hash);
            insert.setLong(10, decision.recorded());
            insert.setString(11, decision.user());
            insert.executeUpdate();
        }
        return decision;
    }

    /** Seals what a closing was calculated from. */
    void figures(long close, List<PeriodicItem> items) throws SQLException {
        try (
            PreparedStatement figure = connection.prepareStatement("INSERT INTO periodic_figure (close_id, item_id, "
                + "category, method, basis, opening, entered, purchased, returned, transferred, sold, scrapped, closing, "
                + "ledger, opening_amount, entered_amount, purchase_amount, return_amount, late_amount, revalued_amount, "
                + "closing_amount, elsewhere_amount, difference_amount, ledger_amount) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            PreparedStatement layer = connection
                .prepareStatement("INSERT INTO periodic_layer (close_id, item_id, line, "
                    + "effective_at, origin_seq, lot_id, quantity, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (PeriodicItem item : items) {
                figure.setLong(1, close);
                figure.setLong(2, item.row().itemId().value());
                figure.setString(3, item.row().category());
                figure.setString(4, item.row().method().name());
                figure.setString(5, item.row().basis().name());
                List<BigDecimal> numbers = numbers(item.row());
                for (int i = 0; i < numbers.size(); i++) {
                    figure.setBigDecimal(6 + i, numbers.get(i));
                }
                figure.addBatch();
                layers(close, item, layer);
            }
            figure.executeBatch();
            layer.executeBatch();
        }
    }

    private static void layers(long close, PeriodicItem item, PreparedStatement insert) throws SQLException {
        int line = 0;
        for (PeriodicLayer layer : item.layers()) {
            line++;
            insert.setLong(1, close);
            insert.setLong(2, item.row().itemId().value());
            insert.setInt(3, line);
            insert.setLong(4, layer.effective());
            insert.setLong(5, layer.origin());
            insert.setLong(6, layer.lot());
            insert.setBigDecimal(7, layer.quantity());
            insert.setBigDecimal(8, layer.amount());
            insert.addBatch();
        }
    }

    /** The figures of an item in the order in which they are stored. */
    static List<BigDecimal> numbers(PeriodicRow row) {
        PeriodicQuantities quantity = row.quantities();
        PeriodicAmounts amount = row.amounts();
        return List.of(quantity.opening(), quantity.entered(), quantity.purchased(), quantity.returned(),
            quantity.transferred(), quantity.sold(), quantity.scrapped(), quantity.closing(), quantity.ledger(),
            amount.opening(), amount.entered(), amount.purchases(), amount.returns(), amount.late(), amount.revalued(),
            amount.closing(), amount.elsewhere(), amount.difference(), amount.ledger());
    }

    /** The sealed figures of a closing, by the code of the item. */
    List<PeriodicRow> rows(long close) throws SQLException {
        Map<Long, ItemFacts> facts = ItemFacts.read(connection, Optional.empty());
        Map<Long, PeriodicRow> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT item_id, category, method, basis, opening, "
            + "entered, purchased, returned, transferred, sold, scrapped, closing, ledger, opening_amount, "
            + "entered_amount, purchase_amount, return_amount, late_amount, revalued_amount, closing_amount, "
            + "elsewhere_amount, difference_amount, ledger_amount FROM periodic_figure WHERE close_id = ?")) {
            select.setLong(1, close);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ItemFacts item = facts.get(row.getLong(1));
                    List<BigDecimal> n = new ArrayList<>();
                    for (int column = 5; column <= 23; column++) {
                        n.add(ValuationComponent.plain(row.getBigDecimal(column)));
                    }
                    found.put(row.getLong(1), new PeriodicRow(new ItemId(row.getLong(1)), item.code(), item.name(),
                        row.getString(2), item.unit(), CostMethod.valueOf(row.getString(3)),
                        PeriodicRow.Basis.valueOf(row.getString(4)),
                        new PeriodicQuantities(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5), n.get(6),
                            n.get(7), n.get(8)),
                        new PeriodicAmounts(n.get(9), n.get(10), n.get(11), n.get(12), n.get(13), n.get(14), n.get(15),
                            n.get(16), n.get(17), n.get(18))));
                }
            }
        }
        return facts.keySet().stream().filter(found::containsKey).map(found::get).toList();
    }

    /** The goods that a closing left, by item. */
    Map<Long, List<PeriodicLayer>> layers(long close) throws SQLException {
        Map<Long, List<PeriodicLayer>> result = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT item_id, effective_at, origin_seq, lot_id, "
            + "quantity, amount FROM periodic_layer WHERE close_id = ? ORDER BY item_id, line")) {
            select.setLong(1, close);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.computeIfAbsent(row.getLong(1), item -> new ArrayList<>())
                        .add(new PeriodicLayer(row.getLong(2), row.getLong(3), row.getLong(4), row.getBigDecimal(5),
                            row.getBigDecimal(6)));
                }
            }
        }
        return result;
    }

}
