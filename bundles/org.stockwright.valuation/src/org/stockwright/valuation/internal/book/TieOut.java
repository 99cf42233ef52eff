package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.Micros;
import org.stockwright.base.Progress;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.internal.engine.ItemState;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.Line;
import org.stockwright.valuation.internal.engine.PoolKey;
import org.stockwright.valuation.internal.engine.Watcher;

/** Compares stock with the books, at one instant. */
final class TieOut {

    private static final int SHOWN = 3;

    private final Transaction transaction;
    private final Connection connection;
    private final Rules rules;
    private final Optional<Instant> asOf;
    private final Progress progress;

    TieOut(Transaction transaction, Rules rules, Optional<Instant> asOf, Progress progress) {
        this.transaction = transaction;
        this.connection = transaction.connection();
        this.rules = rules;
        this.asOf = asOf;
        this.progress = progress;
    }

    /** What is true by the movements alone. */
    static final class Truth {

        private final Map<Long, BigDecimal> quantities = new HashMap<>();
        private final Map<Long, BigDecimal> amounts = new HashMap<>();
        private final TreeMap<Long, BigDecimal> accounts = new TreeMap<>();
        /** Where the periodic inventory system is in force for some time: what the accounts of the books have. */
        private final TreeMap<Long, BigDecimal> inBooks = new TreeMap<>();
        private final List<String> unsound = new ArrayList<>();
        private final Map<Long, Map<PoolKey, BigDecimal[]>> pools = new TreeMap<>();

        /** Quantity and value of the pools, by item. */
        Map<Long, Map<PoolKey, BigDecimal[]>> pools() {
            return pools;
        }

    }

    List<TieOutRow> rows() throws SQLException {
        return rows(truth());
    }

    /** What is true by the movements alone. */
    Truth truth() throws SQLException {
        return truth(moved().keySet());
    }

    /** What is booked beside what is true. */
    List<TieOutRow> rows(Truth truth) throws SQLException {
        Map<Long, ItemFacts> items = ItemFacts.read(connection, Optional.empty());
        Map<Long, BigDecimal> moved = moved();
        List<TieOutRow> result = new ArrayList<>();
        result.add(compare("layers-equal-on-hand", truth.quantities, moved, items));
        result.add(compare("values-equal-journal", truth.amounts,
            sums("SELECT item_id, SUM(stock_change) FROM value_entry WHERE effective_at <= ? GROUP BY item_id"),
            items));
        accounts("account", truth.accounts, Books.SUB_LEDGER, result);
        if (!rules.systems().periodic().isEmpty()) {
            closings(truth);
            accounts("account-in-books", truth.inBooks, Books.of(connection), result);
            result.addAll(new PeriodicTieOut(transaction, rules).rows(asOf.map(Micros::of).orElse(Long.MAX_VALUE)));
        }
        result.add(new TieOutRow("nothing-is-worth-nothing", "", new BigDecimal(truth.unsound.size()),
            BigDecimal.ZERO, String.join(", ", truth.unsound.stream().limit(SHOWN).toList())));
        if (asOf.isEmpty()) {
            result.add(compare("stored-values",
                sums("SELECT item_id, amount FROM cost_head WHERE effective_at <= ? AND stamp <> 0"),
                truth.amounts, items));
            result.add(compare("stored-quantities",
                sums("SELECT item_id, quantity FROM cost_head WHERE effective_at <= ? AND stamp <> 0"),
                truth.quantities, items));
        }
        return result;
    }

    /** Our own stock by item, summed up from the movements. */
    private Map<Long, BigDecimal> moved() throws SQLException {
        Map<Long, BigDecimal> result = new TreeMap<>(
            sums("SELECT m.item_id, SUM(m.quantity) FROM movement m JOIN balance b ON b.id = m.to_balance_id "
                + "WHERE b.kept = 1 AND b.owner_id = 0 AND effective_at <= ? GROUP BY m.item_id"));
        sums("SELECT m.item_id, SUM(m.quantity) FROM movement m JOIN balance b ON b.id = m.from_balance_id "
            + "WHERE b.kept = 1 AND b.owner_id = 0 AND effective_at <= ? GROUP BY m.item_id")
            .forEach((item, quantity) -> result.merge(item, quantity.negate(), BigDecimal::add));
        return result;
    }

    private Map<Long, BigDecimal> sums(String sql) throws SQLException {
        Map<Long, BigDecimal> result = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, asOf.map(Micros::of).orElse(Long.MAX_VALUE));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.put(row.getLong(1), row.getBigDecimal(2));
                }
            }
        }
        return result;
    }

    /** Values every item from its first movement on. */
    private Truth truth(Collection<Long> items) throws SQLException {
        Truth truth = new Truth();
        progress.begin("Valuing", items.size());
        Events events = new Events(connection, rules, Micros.of(transaction.now()));
        Key until = asOf.map(instant -> new Key(Micros.of(instant), Key.COST, Long.MAX_VALUE)).orElse(Events.END);
        for (long item : items) {
            progress.check();
            ItemState state = new Replay(rules.scale(), Watcher.NONE).run(events, rules, item,
                ItemProfile.read(connection, item), until, Optional.empty(),
                (event, lines) -> lines.forEach(line -> book(truth, line, event.key())));
            progress.worked(1);
            truth.quantities.put(item, state.quantity());
            truth.amounts.put(item, state.value().total());
            for (PoolKey pool : state.poolKeys()) {
                truth.pools.computeIfAbsent(item, key -> new TreeMap<>()).put(pool,
                    new BigDecimal[] { state.quantity(pool), state.value(pool).total() });
                if (state.quantity(pool).signum() == 0 && !state.value(pool).isZero()) {
                    truth.unsound.add(pool + " of " + item);
                }
            }
        }
        return truth;
    }

    private void book(Truth truth, Line line, Key key) {
        long debit = rules.accounts().of(line.debit(), key.effective()).account();
        long credit = rules.accounts().of(line.credit(), key.effective()).account();
        BigDecimal amount = line.amount().total();
        move(truth.accounts, debit, credit, amount);
        if (!rules.systems().isPeriodic(key.effective())) {
            move(truth.inBooks, debit, credit, amount);
            return;
        }
        PeriodicSides periodic = PeriodicSides.of(line, rules.accounts(), key.effective());
        if (!periodic.equals(PeriodicSides.NONE)) {
            move(truth.inBooks, periodic.debit(), periodic.credit(), amount);
        }
    }

    private static void move(Map<Long, BigDecimal> accounts, long debit, long credit, BigDecimal amount) {
        accounts.merge(debit, amount, BigDecimal::add);
        accounts.merge(credit, amount.negate(), BigDecimal::add);
    }

    /** What periodic closings booked; that it is right is compared by itself. */
    private void closings(Truth truth) throws SQLException {
        sums(
            "SELECT debit_account_id, SUM(amount) FROM periodic_entry WHERE effective_at <= ? GROUP BY debit_account_id")
            .forEach((account, amount) -> truth.inBooks.merge(account, amount, BigDecimal::add));
        sums("SELECT credit_account_id, SUM(amount) FROM periodic_entry WHERE effective_at <= ? "
            + "GROUP BY credit_account_id")
            .forEach((account, amount) -> truth.inBooks.merge(account, amount.negate(), BigDecimal::add));
    }

    private void accounts(String check, Map<Long, BigDecimal> truth, Books books, List<TieOutRow> result)
        throws SQLException {
        Map<Long, BigDecimal> booked = new HashMap<>(sums(sumsOf("debit", books)));
        sums(sumsOf("credit", books)).forEach((account, amount) -> booked.merge(account, amount.negate(),
            BigDecimal::add));
        TreeSet<Long> all = new TreeSet<>(booked.keySet());
        all.addAll(truth.keySet());
        try (PreparedStatement select = connection.prepareStatement("SELECT code FROM account WHERE id = ?")) {
            for (long account : all) {
                select.setLong(1, account);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    result.add(new TieOutRow(check, row.getString(1),
                        ValuationComponent.plain(truth.get(account)),
                        ValuationComponent.plain(booked.get(account)), ""));
                }
            }
        }
    }

    private static String sumsOf(String side, Books books) {
        return "SELECT e." + side + "_account_id, SUM(e.amount) FROM " + books.rows() + " e WHERE e.effective_at <= ? "
            + "GROUP BY e." + side + "_account_id";
    }

    private static TieOutRow compare(String check, Map<Long, BigDecimal> stock, Map<Long, BigDecimal> books,
        Map<Long, ItemFacts> items) {
        List<String> apart = new ArrayList<>();
        TreeSet<Long> all = new TreeSet<>(stock.keySet());
        all.addAll(books.keySet());
        int more = 0;
        for (long item : all) {
            BigDecimal one = ValuationComponent.plain(stock.get(item));
            BigDecimal other = ValuationComponent.plain(books.get(item));
            if (one.compareTo(other) != 0) {
                if (apart.size() < SHOWN) {
                    apart.add(items.get(item).code() + ": " + one.toPlainString() + " / " + other.toPlainString());
                } else {
                    more++;
                }
            }
        }
        return new TieOutRow(check, "", sum(stock), sum(books),
            String.join(", ", apart) + (more == 0 ? "" : " and " + more + " more"));
    }

    private static BigDecimal sum(Map<Long, BigDecimal> amounts) {
        return ValuationComponent.plain(amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

}
