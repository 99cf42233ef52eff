package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.internal.engine.Key;

/** Where late costs are by what is booked: also those that production orders passed on to what they made. Used once. */
final class LateCostSplit {

    private final Connection connection;
    private Set<Long> sold;

    LateCostSplit(Connection connection) {
        this.connection = connection;
    }

    /** An event that brought some of it to an item. */
    private record Source(int rank, long seq, long item, long effective) {
    }

    /** Where the share of a receipt is. */
    LateCosts.Share share(long event, long movement, String item, BigDecimal amount) throws SQLException {
        BigDecimal[] found = { BigDecimal.ZERO, BigDecimal.ZERO };
        Deque<Source> sources = new ArrayDeque<>();
        add(sources, Key.COST, "SELECT id, item_id, effective_at FROM cost_event WHERE id = ?", event);
        while (!sources.isEmpty()) {
            Source source = sources.remove();
            sum(source, found);
            passedOn(sources, source);
        }
        return new LateCosts.Share(movement, item, ValuationComponent.plain(amount), ValuationComponent.plain(found[0]),
            ValuationComponent.plain(found[1]), ValuationComponent.plain(amount.subtract(found[0]).subtract(found[1])));
    }

    private void add(Deque<Source> sources, int rank, String sql, long number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sources.add(new Source(rank, row.getLong(1), row.getLong(2), row.getLong(3)));
                }
            }
        }
    }

    private void passedOn(Deque<Source> sources, Source source) throws SQLException {
        String sql = source.rank() == Key.COST
            ? "SELECT id, item_id, effective_at FROM order_late WHERE source_seq = ? AND source_rank = 2"
            : "SELECT id, item_id, effective_at FROM order_late WHERE source_seq = ? AND source_rank = 3";
        add(sources, Key.PASSED_ON, sql, source.seq());
    }

    private void sum(Source source, BigDecimal[] found) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT stock_change, debit_account_id, amount "
            + "FROM value_entry WHERE item_id = ? AND effective_at = ? AND source_rank = ? AND source_seq = ?")) {
            select.setLong(1, source.item());
            select.setLong(2, source.effective());
            select.setInt(3, source.rank());
            select.setLong(4, source.seq());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getBigDecimal(1).signum() != 0) {
                        found[0] = found[0].add(row.getBigDecimal(1));
                    } else if (sold().contains(row.getLong(2))) {
                        found[1] = found[1].add(row.getBigDecimal(3));
                    }
                }
            }
        }
    }

    private Set<Long> sold() throws SQLException {
        if (sold == null) {
            sold = new HashSet<>();
            try (
                PreparedStatement select = connection
                    .prepareStatement("SELECT DISTINCT account_id FROM posting_rule WHERE side = 'customer'");
                ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sold.add(row.getLong(1));
                }
            }
        }
        return sold;
    }

}
