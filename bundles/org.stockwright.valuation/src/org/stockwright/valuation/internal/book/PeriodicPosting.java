package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.Micros;
import org.stockwright.ledger.MovementKind;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.internal.engine.AccountSide;
import org.stockwright.valuation.internal.engine.PoolKind;
import org.stockwright.valuation.internal.engine.Side;

/** Writes the rows of the books that no event of the sub-ledger makes. */
final class PeriodicPosting {

    /** Stock from opening to closing, as far as sales explain it. */
    private static final String CLOSING = "PERIODIC_CLOSING";
    /** Stock that was found more or less than expected. */
    private static final String DIFFERENCE = "PERIODIC_DIFFERENCE";
    /** Purchases to zero. */
    private static final String PURCHASES = "PERIODIC_PURCHASES";
    /** From the last closing to the values of the sub-ledger. */
    private static final String SYSTEM = "SYSTEM_CHANGE";

    private final Transaction transaction;
    private final Connection connection;
    private final Rules rules;

    PeriodicPosting(Transaction transaction, Rules rules) {
        this.transaction = transaction;
        this.connection = transaction.connection();
        this.rules = rules;
    }

    /** A row without number, instant and document. */
    private record Row(long item, String kind, long debit, long credit, String costCentre, BigDecimal amount) {
    }

    /** Books a closing. */
    void close(PeriodicStore.Decision closing, LocalDate lastDay, List<PeriodicItem> items) throws SQLException {
        long at = closing.ends() - 1;
        Map<Long, Map<Long, BigDecimal>> stock = stock(closing.ends());
        Map<Long, Map<Long, BigDecimal>> bought = bought(closing.starts(), closing.ends());
        List<Row> rows = new ArrayList<>();
        for (PeriodicItem item : items) {
            long id = item.row().itemId().value();
            String category = item.row().category();
            PostingRules.Target sales = rules.accounts()
                .of(new Side(AccountSide.CUSTOMER, null, MovementKind.ISSUE, category, ""), at);
            Map<Long, BigDecimal> wanted = new HashMap<>();
            item.closing()
                .forEach((kind, amount) -> wanted.merge(account(kind, category, at), amount, BigDecimal::add));
            BigDecimal difference = item.row().amounts().difference();
            long goods = account(PoolKind.STOCK, category, at);
            changes(stock.getOrDefault(id, Map.of()), wanted).forEach((account, change) -> rows.add(new Row(id, CLOSING,
                account, sales.account(), sales.costCentre(),
                account == goods ? change.subtract(difference) : change)));
            rows.add(new Row(id, DIFFERENCE, goods, sales.account(), sales.costCentre(), difference));
            bought.getOrDefault(id, Map.of()).forEach((account, amount) -> rows
                .add(new Row(id, PURCHASES, sales.account(), account, sales.costCentre(), amount)));
        }
        write(rows, closing.id(), "PERIODIC-" + lastDay, at);
    }

    private long account(PoolKind kind, String category, long at) {
        return rules.accounts().of(new Side(kind.side(), null, null, category, ""), at).account();
    }

    /** What has to be added to each account, by its number; accounts where nothing changes too. */
    private static TreeMap<Long, BigDecimal> changes(Map<Long, BigDecimal> now, Map<Long, BigDecimal> wanted) {
        TreeMap<Long, BigDecimal> result = new TreeMap<>(wanted);
        now.forEach((account, amount) -> result.merge(account, amount.negate(), BigDecimal::add));
        return result;
    }

    /** Books the difference between the last closing and the sub-ledger, for a perpetual system that begins. */
    void leave(long setting, LocalDate firstDay, long from) throws SQLException {
        Map<Long, Map<Long, BigDecimal>> stock = stock(from);
        Map<Long, Map<Long, BigDecimal>> wanted = new HashMap<>();
        subLedger(wanted, "effective_at < " + from, "");
        TreeSet<Long> items = new TreeSet<>(stock.keySet());
        items.addAll(wanted.keySet());
        List<Row> rows = new ArrayList<>();
        for (long item : items) {
            String category = ItemProfile.read(connection, item).category(from);
            PostingRules.Target other = rules.accounts()
                .of(new Side(AccountSide.REVALUATION, null, null, category, ""), from);
            changes(stock.getOrDefault(item, Map.of()), wanted.getOrDefault(item, Map.of())).forEach((account,
                change) -> rows.add(new Row(item, SYSTEM, account, other.account(), other.costCentre(), change)));
        }
        write(rows, setting, "SYSTEM-" + firstDay, from);
    }

    /** Takes back what a closing or a change of the system booked. */
    void takeBack(long source) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT item_id, kind, document, debit_account_id, "
            + "credit_account_id, cost_centre, amount, effective_at FROM periodic_entry WHERE source_id = ? ORDER BY id")) {
            select.setLong(1, source);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    write(List.of(new Row(row.getLong(1), row.getString(2), row.getLong(4), row.getLong(5),
                        row.getString(6) == null ? "" : row.getString(6), row.getBigDecimal(7).negate())), source,
                        row.getString(3), row.getLong(8));
                }
            }
        }
    }

    private void write(List<Row> all, long source, String document, long effective) throws SQLException {
        List<Row> rows = all.stream().filter(row -> row.amount().signum() != 0).toList();
        if (rows.isEmpty()) {
            return;
        }
        long id = transaction.nextIds("movement_seq", rows.size());
        try (PreparedStatement insert = connection
            .prepareStatement("INSERT INTO periodic_entry (id, source_id, item_id, "
                + "kind, document, debit_account_id, credit_account_id, cost_centre, amount, effective_at, recorded_at, "
                + "user_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Row row : rows) {
                insert.setLong(1, id);
                insert.setLong(2, source);
                insert.setLong(3, row.item());
                insert.setString(4, row.kind());
                insert.setString(5, document);
                insert.setLong(6, row.debit());
                insert.setLong(7, row.credit());
                Heads.nullable(insert, 8, row.costCentre());
                insert.setBigDecimal(9, row.amount());
                insert.setLong(10, effective);
                insert.setLong(11, Micros.of(transaction.now()));
                insert.setString(12, transaction.user());
                insert.addBatch();
                id++;
            }
            insert.executeBatch();
        }
    }

    /** What the books have of each item on accounts of stock before an instant. */
    Map<Long, Map<Long, BigDecimal>> stock(long before) throws SQLException {
        Map<Long, Map<Long, BigDecimal>> result = new HashMap<>();
        String periodic = rules.systems().condition("effective_at");
        subLedger(result, "effective_at < " + before + " AND NOT (" + periodic + ")", "");
        subLedger(result, "effective_at < " + before + " AND " + periodic
            + " AND purchase_sign = 0 AND periodic_debit_id <> 0", "periodic");
        add(result,
            "SELECT item_id, debit_account_id, SUM(amount) FROM periodic_entry WHERE kind <> 'PERIODIC_PURCHASES' "
                + "AND effective_at < " + before + " GROUP BY item_id, debit_account_id",
            false);
        return result;
    }

    private void subLedger(Map<Long, Map<Long, BigDecimal>> result, String condition, String accounts)
        throws SQLException {
        for (String side : List.of("debit", "credit")) {
            String account = accounts.isEmpty() ? side + "_account_id" : accounts + "_" + side + "_id";
            add(result,
                "SELECT item_id, " + account + ", SUM(amount) FROM value_entry WHERE " + condition + " AND " + side
                    + "_pool_id <> 0 GROUP BY item_id, " + account,
                side.equals("credit"));
        }
    }

    /** What the books have on purchases of each item in a span of time, without what closings took to zero. */
    Map<Long, Map<Long, BigDecimal>> bought(long from, long until) throws SQLException {
        Map<Long, Map<Long, BigDecimal>> result = new HashMap<>();
        String span = " AND effective_at >= " + from + " AND effective_at < " + until + " GROUP BY item_id, ";
        add(result, "SELECT item_id, periodic_debit_id, SUM(amount) FROM value_entry WHERE purchase_sign = 1" + span
            + "periodic_debit_id", false);
        add(result, "SELECT item_id, periodic_credit_id, SUM(amount) FROM value_entry WHERE purchase_sign = -1" + span
            + "periodic_credit_id", true);
        return result;
    }

    private void add(Map<Long, Map<Long, BigDecimal>> result, String sql, boolean negative) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                BigDecimal amount = row.getBigDecimal(3);
                result.computeIfAbsent(row.getLong(1), item -> new HashMap<>()).merge(row.getLong(2),
                    negative ? amount.negate() : amount, BigDecimal::add);
            }
        }
    }

}
