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
import java.util.function.Function;

import org.stockwright.base.Micros;
import org.stockwright.base.Progress;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.Line;
import org.stockwright.valuation.internal.engine.PoolKey;

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
        private final Map<Long, BigDecimal> othersQuantities = new HashMap<>();
        private final Map<Long, BigDecimal> othersAmounts = new HashMap<>();
        private final TreeMap<Long, BigDecimal> accounts = new TreeMap<>();
        private final TreeMap<String, BigDecimal> orders = new TreeMap<>();
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
        Map<Long, BigDecimal> others = others();
        Map<Long, BigDecimal> moved = moved();
        others.forEach((item, quantity) -> moved.merge(item, quantity.negate(), BigDecimal::add));
        List<TieOutRow> result = new ArrayList<>();
        result.add(compare("layers-equal-on-hand", truth.quantities, moved, items));
        result.add(compare("values-equal-journal", truth.amounts,
            sums("SELECT item_id, SUM(stock_change) FROM value_entry WHERE effective_at <= ? GROUP BY item_id"),
            items));
        if (!rules.places().owners().isEmpty()) {
            result.add(compare("others-equal-on-hand", truth.othersQuantities, others, items));
            result.add(compare("others-equal-journal", truth.othersAmounts, othersBooked(), items));
        }
        accounts("account", truth.accounts, Books.SUB_LEDGER, result);
        orders(truth, result);
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

    /** How much lies in places of transit where goods are not ours, by item. */
    private Map<Long, BigDecimal> others() throws SQLException {
        TransitOwners owners = rules.places().owners();
        Map<Long, BigDecimal> result = new TreeMap<>();
        if (owners.isEmpty()) {
            return result;
        }
        Map<Long, BigDecimal> last = sums(
            "SELECT item_id, MAX(effective_at) FROM movement WHERE effective_at <= ? GROUP BY item_id");
        for (long place : owners.places()) {
            inPlace(place).forEach((item, quantity) -> {
                if (!owners.at(place, end(last.get(item).longValue())).isOurs()) {
                    result.merge(item, quantity, BigDecimal::add);
                }
            });
        }
        return result;
    }

    /** Without an instant the last event counts, as far as one is dated later than now. */
    private long end(long last) {
        return asOf.map(Micros::of).orElseGet(() -> Math.max(last, Micros.of(transaction.now())));
    }

    private Map<Long, BigDecimal> inPlace(long place) throws SQLException {
        Map<Long, BigDecimal> result = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT m.item_id, "
            + "SUM(CASE WHEN t.location_id = ? THEN m.quantity ELSE 0 END) "
            + "- SUM(CASE WHEN f.location_id = ? THEN m.quantity ELSE 0 END) FROM movement m "
            + "JOIN balance t ON t.id = m.to_balance_id JOIN balance f ON f.id = m.from_balance_id "
            + "WHERE (t.location_id = ? OR f.location_id = ?) AND t.owner_id = 0 AND m.effective_at <= ? "
            + "GROUP BY m.item_id")) {
            for (int i = 1; i <= 4; i++) {
                select.setLong(i, place);
            }
            select.setLong(5, asOf.map(Micros::of).orElse(Long.MAX_VALUE));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.put(row.getLong(1), row.getBigDecimal(2));
                }
            }
        }
        return result;
    }

    /** What the pools of goods on their way that are not ours are worth by the journal. */
    private Map<Long, BigDecimal> othersBooked() throws SQLException {
        Map<Long, BigDecimal> result = new TreeMap<>(
            sums("SELECT e.item_id, SUM(e.amount) FROM value_entry e JOIN cost_pool p ON p.id = e.debit_pool_id "
                + "WHERE e.effective_at <= ? AND p.kind IN ('SUPPLIER_TRANSIT', 'CUSTOMER_TRANSIT') "
                + "GROUP BY e.item_id"));
        sums("SELECT e.item_id, SUM(e.amount) FROM value_entry e JOIN cost_pool p ON p.id = e.credit_pool_id "
            + "WHERE e.effective_at <= ? AND p.kind IN ('SUPPLIER_TRANSIT', 'CUSTOMER_TRANSIT') "
            + "GROUP BY e.item_id").forEach((item, amount) -> result.merge(item, amount.negate(), BigDecimal::add));
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
        Key until = asOf.map(instant -> Key.endOf(Micros.of(instant))).orElse(Events.END);
        Simulation simulation = new Simulation(connection, rules, Micros.of(transaction.now()), Long.MAX_VALUE, until,
            Optional.empty());
        simulation.all(items, (item, event, lines) -> lines.forEach(line -> book(truth, line, event.key())),
            (item, state) -> {
                truth.quantities.put(item, state.quantity());
                truth.amounts.put(item, state.value().total());
                truth.othersQuantities.put(item, state.quantity(false));
                truth.othersAmounts.put(item, state.value(false).total());
                for (PoolKey pool : state.poolKeys()) {
                    truth.pools.computeIfAbsent(item, key -> new TreeMap<>()).put(pool,
                        new BigDecimal[] { state.quantity(pool), state.value(pool).total() });
                    if (state.quantity(pool).signum() == 0 && !state.value(pool).isZero()) {
                        truth.unsound.add(pool + " of " + item);
                    }
                }
            }, progress);
        for (OrderFlow order : simulation.orders()) {
            truth.orders.put(order.facts().reference(), order.holds().total());
            order.own().forEach(own -> book(truth, own.line(), own.source()));
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

    /** What each production order holds; nothing is said where there are none. */
    private void orders(Truth truth, List<TieOutRow> result) throws SQLException {
        Map<String, BigDecimal> booked = Orders.holdings(connection, asOf.map(Micros::of).orElse(Long.MAX_VALUE));
        if (!booked.isEmpty() || !truth.orders.isEmpty()) {
            result.add(compare("orders-equal-journal", truth.orders, booked, order -> order));
        }
    }

    private static String sumsOf(String side, Books books) {
        return "SELECT e." + side + "_account_id, SUM(e.amount) FROM " + books.rows() + " e WHERE e.effective_at <= ? "
            + "GROUP BY e." + side + "_account_id";
    }

    private static TieOutRow compare(String check, Map<Long, BigDecimal> stock, Map<Long, BigDecimal> books,
        Map<Long, ItemFacts> items) {
        return compare(check, stock, books, item -> items.get(item).code());
    }

    private static <K extends Comparable<K>> TieOutRow compare(String check, Map<K, BigDecimal> stock,
        Map<K, BigDecimal> books, Function<K, String> name) {
        List<String> apart = new ArrayList<>();
        TreeSet<K> all = new TreeSet<>(stock.keySet());
        all.addAll(books.keySet());
        int more = 0;
        for (K item : all) {
            BigDecimal one = ValuationComponent.plain(stock.get(item));
            BigDecimal other = ValuationComponent.plain(books.get(item));
            if (one.compareTo(other) != 0) {
                if (apart.size() < SHOWN) {
                    apart.add(name.apply(item) + ": " + one.toPlainString() + " / " + other.toPlainString());
                } else {
                    more++;
                }
            }
        }
        return new TieOutRow(check, "", sum(stock), sum(books),
            String.join(", ", apart) + (more == 0 ? "" : " and " + more + " more"));
    }

    private static BigDecimal sum(Map<?, BigDecimal> amounts) {
        return ValuationComponent.plain(amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

}
