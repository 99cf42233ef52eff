package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Micros;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.LineKind;

/** The rows of the journal. */
final class Entries {

    /** The columns of {@link #what}, from the first on, and those of the amount behind them. */
    static final String WHAT = "e.effective_at, e.source_rank, e.source_seq, e.about_seq, e.kind, e.debit_account_id, "
        + "e.credit_account_id, e.debit_pool_id, e.credit_pool_id, e.debit_order_id, e.credit_order_id, "
        + "e.periodic_debit_id, e.periodic_credit_id, e.purchase_sign, e.amount, e.freight, e.labour, e.overhead";
    /** Where the amount begins in them. */
    static final int AMOUNT_COLUMN = 15;
    /** The first column behind them. */
    static final int AFTER_AMOUNT = 19;

    private final Transaction transaction;
    private final Connection connection;

    Entries(Transaction transaction) {
        this.transaction = transaction;
        this.connection = transaction.connection();
    }

    /** What is booked of the events of an item from one key on, until another. */
    Map<Entry.What, Cost> booked(long item, Key from, Key until) throws SQLException {
        Map<Entry.What, Cost> result = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
            "SELECT " + WHAT + " FROM value_entry e WHERE e.item_id = ? AND e.effective_at >= ? "
                + "AND e.effective_at <= ?")) {
            select.setLong(1, item);
            select.setLong(2, from.effective());
            select.setLong(3, until.effective());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Entry.What what = what(row);
                    if (!what.source().isBefore(from) && !until.isBefore(what.source())) {
                        result.merge(what, cost(row, AMOUNT_COLUMN), Cost::plus);
                    }
                }
            }
        }
        return result;
    }

    /** What a row is compared by, of the columns {@link #WHAT}. */
    static Entry.What what(ResultSet row) throws SQLException {
        return new Entry.What(new Key(row.getLong(1), row.getInt(2), row.getLong(3)), row.getLong(4),
            LineKind.valueOf(row.getString(5)), row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9),
            row.getLong(10), row.getLong(11),
            new PeriodicSides(row.getLong(12), row.getLong(13), row.getInt(14)));
    }

    /** A cost of four columns, the first of which is the total. */
    static Cost cost(ResultSet row, int at) throws SQLException {
        BigDecimal freight = row.getBigDecimal(at + 1);
        BigDecimal labour = row.getBigDecimal(at + 2);
        BigDecimal overhead = row.getBigDecimal(at + 3);
        return new Cost(row.getBigDecimal(at).subtract(freight).subtract(labour).subtract(overhead), freight, labour,
            overhead);
    }

    /**
     * What is booked about a movement by events before two keys.
     *
     * @param itself whether only what the movement itself moved counts, at what it was entered
     */
    Cost about(long movement, Key before, Key alsoBefore, boolean itself) throws SQLException {
        Cost sum = Cost.ZERO;
        try (PreparedStatement select = connection.prepareStatement("SELECT effective_at, source_rank, source_seq, "
            + "kind, amount, freight, labour, overhead FROM value_entry WHERE about_seq = ?")) {
            select.setLong(1, movement);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Key source = new Key(row.getLong(1), row.getInt(2), row.getLong(3));
                    if (source.isBefore(before) && source.isBefore(alsoBefore)
                        && counts(LineKind.valueOf(row.getString(4)), source.equals(
                            new Key(row.getLong(1), Key.MOVEMENT, movement)), itself)) {
                        sum = sum.plus(cost(row, 5));
                    }
                }
            }
        }
        return sum;
    }

    /** Whether a line is part of what a movement cost: of a receipt what was entered, of an issue what came later too. */
    static boolean counts(LineKind kind, boolean own, boolean itself) {
        return itself ? own && (kind == LineKind.COST || kind == LineKind.PRICE_VARIANCE)
            : own && kind == LineKind.COST || kind == LineKind.SETTLEMENT || kind == LineKind.LATE_COST;
    }

    /** Appends rows. */
    void append(List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        long id = transaction.nextIds("movement_seq", entries.size());
        long recorded = Micros.of(transaction.now());
        String user = transaction.user();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO value_entry (id, item_id, kind, "
            + "source_rank, source_seq, about_seq, debit_account_id, credit_account_id, debit_pool_id, "
            + "credit_pool_id, cost_centre, amount, freight, labour, overhead, stock_change, effective_at, "
            + "recorded_at, repriced, user_name, debit_order_id, credit_order_id, periodic_debit_id, "
            + "periodic_credit_id, purchase_sign) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Entry entry : entries) {
                Entry.What what = entry.what();
                BigDecimal total = entry.amount().total();
                insert.setLong(1, id);
                insert.setLong(2, entry.item());
                insert.setString(3, what.kind().name());
                insert.setInt(4, what.source().rank());
                insert.setLong(5, what.source().seq());
                insert.setLong(6, what.about());
                insert.setLong(7, what.debitAccount());
                insert.setLong(8, what.creditAccount());
                insert.setLong(9, what.debitPool());
                insert.setLong(10, what.creditPool());
                Heads.nullable(insert, 11, entry.costCentre());
                insert.setBigDecimal(12, total);
                insert.setBigDecimal(13, entry.amount().freight());
                insert.setBigDecimal(14, entry.amount().labour());
                insert.setBigDecimal(15, entry.amount().overhead());
                insert.setBigDecimal(16, entry.stockChange());
                insert.setLong(17, what.source().effective());
                insert.setLong(18, recorded);
                insert.setInt(19, entry.repriced() ? 1 : 0);
                insert.setString(20, user);
                insert.setLong(21, what.debitOrder());
                insert.setLong(22, what.creditOrder());
                insert.setLong(23, what.periodic().debit());
                insert.setLong(24, what.periodic().credit());
                insert.setInt(25, what.periodic().purchase());
                insert.addBatch();
                id++;
            }
            insert.executeBatch();
        }
        ofOrders(entries, id - entries.size());
    }

    /** Rows of production orders are found by them. */
    private void ofOrders(List<Entry> entries, long first) throws SQLException {
        if (entries.stream().allMatch(entry -> entry.orders().isEmpty())) {
            return;
        }
        try (PreparedStatement insert = connection
            .prepareStatement("INSERT INTO order_entry (order_id, entry_id) VALUES (?, ?)")) {
            for (int i = 0; i < entries.size(); i++) {
                for (long order : entries.get(i).orders()) {
                    insert.setLong(1, order);
                    insert.setLong(2, first + i);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

}
