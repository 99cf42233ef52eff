package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.base.Micros;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.MovementKind;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.PeriodicAmounts;
import org.stockwright.valuation.PeriodicQuantities;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.internal.engine.Deficit;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.ItemState;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.Layer;
import org.stockwright.valuation.internal.engine.PoolKey;
import org.stockwright.valuation.internal.engine.PoolKind;
import org.stockwright.valuation.internal.engine.Spot;
import org.stockwright.valuation.internal.periodic.PeriodicLayer;
import org.stockwright.valuation.internal.periodic.PeriodicStock;

/** Calculates one item of a period. Used once. */
final class PeriodicItemReading {

    private final Transaction transaction;
    private final Connection connection;
    private final Rules rules;
    private final PeriodicPeriod period;
    private final ItemFacts facts;
    private final PeriodicCounts counts;
    private final ItemProfile profile;
    private final CostMethod method;
    private final PeriodicStock stock;
    private final Map<Key, Booked> booked = new HashMap<>();
    private final Map<Long, BigDecimal> expected = new TreeMap<>();
    private BigDecimal opening = BigDecimal.ZERO;
    private BigDecimal openingAmount = BigDecimal.ZERO;
    private BigDecimal entered = BigDecimal.ZERO;
    private BigDecimal purchased = BigDecimal.ZERO;
    private BigDecimal returned = BigDecimal.ZERO;
    private BigDecimal transferred = BigDecimal.ZERO;
    private BigDecimal sold = BigDecimal.ZERO;
    private BigDecimal scrapped = BigDecimal.ZERO;
    private BigDecimal enteredAmount = BigDecimal.ZERO;
    private BigDecimal purchases = BigDecimal.ZERO;
    private BigDecimal returns = BigDecimal.ZERO;
    private BigDecimal late = BigDecimal.ZERO;
    private BigDecimal revalued = BigDecimal.ZERO;
    private boolean moved;

    /** What the sub-ledger booked of an event, apart by where the goods were. */
    private static final class Booked {

        /** Owed to suppliers and for late costs, for goods that were not on their way or being made. */
        private BigDecimal bought = BigDecimal.ZERO;
        /** The part of it that went to goods in stock. */
        private BigDecimal intoStock = BigDecimal.ZERO;
        /** Owed for goods on their way or being made. */
        private BigDecimal elsewhere = BigDecimal.ZERO;
        /** Came from goods on their way or being made. */
        private BigDecimal moved = BigDecimal.ZERO;
        /** Changed the value of stock without a purchase. */
        private BigDecimal kept = BigDecimal.ZERO;
        /** Changed the value of goods on their way or being made so. */
        private BigDecimal keptElsewhere = BigDecimal.ZERO;

    }

    PeriodicItemReading(Transaction transaction, Rules rules, PeriodicPeriod period, ItemFacts facts,
        PeriodicCounts counts) throws SQLException {
        this.transaction = transaction;
        this.connection = transaction.connection();
        this.rules = rules;
        this.period = period;
        this.facts = facts;
        this.counts = counts;
        this.profile = ItemProfile.read(connection, facts.id().value());
        this.method = profile.method(rules.policies(), period.last());
        this.stock = new PeriodicStock(method, method == CostMethod.SPECIFIC || rules.scope() == CostScope.LOT,
            rules.scale());
    }

    private static Key last(long before) {
        return Key.endOf(before - 1);
    }

    /** Opens with what the closing before left. */
    void goOn(List<PeriodicLayer> layers, Optional<PeriodicRow> before) {
        layers.forEach(this::open);
        openingAmount = openingAmount.add(before.map(row -> row.amounts().elsewhere()).orElse(BigDecimal.ZERO));
    }

    /** Opens with what the sub-ledger has. */
    void begin() throws SQLException {
        ItemState state = new Simulation(connection, rules, Micros.of(transaction.now()), Long.MAX_VALUE,
            last(period.starts()), Optional.empty()).state(facts.id().value(), Simulation.Listener.NONE);
        List<PeriodicLayer> layers = new ArrayList<>();
        BigDecimal rest = state.value().total();
        for (PoolKey key : state.poolKeys()) {
            if (key.kind() == PoolKind.STOCK) {
                for (Layer layer : state.layers(key, rules.scale())) {
                    layers.add(new PeriodicLayer(layer.effective(), layer.origin(), layer.lot(), layer.quantity(),
                        layer.value().total()));
                }
                for (Deficit deficit : state.deficits(key)) {
                    layers.add(new PeriodicLayer(period.starts(), deficit.movement(), key.lot(),
                        deficit.quantity().negate(), deficit.value().total().negate()));
                }
            }
        }
        layers.sort(Comparator.comparingLong(PeriodicLayer::effective).thenComparingLong(PeriodicLayer::origin));
        for (PeriodicLayer layer : layers) {
            open(layer);
            rest = rest.subtract(layer.amount());
        }
        openingAmount = openingAmount.add(rest);
    }

    private void open(PeriodicLayer layer) {
        stock.in(layer, "");
        expect(layer.lot(), layer.quantity());
        opening = opening.add(layer.quantity());
        openingAmount = openingAmount.add(layer.amount());
    }

    private void expect(long lot, BigDecimal quantity) {
        expected.merge(stock.groupOf(lot), quantity, BigDecimal::add);
    }

    /** Goes through what happened in the period. */
    void read(Events events) throws SQLException {
        booked();
        for (Event event : events.between(facts.id().value(), profile,
            period.starts() <= Rules.ALWAYS ? Key.FIRST : last(period.starts()), last(period.ends()))) {
            Booked amounts = booked.getOrDefault(event.key(), new Booked());
            BigDecimal owed = amounts.bought.add(amounts.elsewhere);
            BigDecimal changed = amounts.kept.add(amounts.keptElsewhere);
            switch (event) {
                case Event.Move move -> {
                    moved = true;
                    move(move, amounts);
                    if (move.kind() == MovementKind.RETURN_OUT) {
                        returns = returns.subtract(owed);
                    } else {
                        purchases = purchases.add(owed);
                    }
                    enteredAmount = enteredAmount.add(changed);
                }
                case Event.LateCost cost -> {
                    stock.late(cost.receipt(), cost.quantity(), amounts.bought, amounts.intoStock);
                    late = late.add(owed);
                }
                case Event.WriteDown written -> revalued(amounts, changed);
                case Event.Change change -> revalued(amounts, changed);
                case Event.Ownership ownership -> revalued(amounts, changed);
            }
        }
    }

    private void revalued(Booked amounts, BigDecimal changed) {
        stock.worth(amounts.kept);
        revalued = revalued.add(changed);
    }

    private static boolean isStock(Spot spot) {
        return spot.pool() != null && spot.pool().kind() == PoolKind.STOCK;
    }

    private void move(Event.Move move, Booked amounts) {
        boolean comes = isStock(move.to());
        if (comes == isStock(move.from())) {
            return;
        }
        BigDecimal change = comes ? move.quantity() : move.quantity().negate();
        if (move.kind() == MovementKind.OPENING) {
            entered = entered.add(change);
            flow(move, comes, amounts.kept);
            expect(move.lot(), change);
            return;
        }
        switch (otherSide(comes ? move.from() : move.to())) {
            case SUPPLIER -> {
                if (move.kind() == MovementKind.RETURN_OUT) {
                    returned = returned.subtract(change);
                } else {
                    purchased = purchased.add(change);
                }
                flow(move, comes, amounts.bought);
            }
            case CUSTOMER -> sold = sold.subtract(change);
            case SCRAP -> scrapped = scrapped.subtract(change);
            case COUNT_DIFFERENCE -> {
                // what counts found is the difference that is looked for
                return;
            }
            default -> {
                transferred = transferred.add(change);
                flow(move, comes, amounts.moved);
            }
        }
        expect(move.lot(), change);
    }

    /** Where goods come from or go to: what is on its way and not ours counts as with its owner. */
    private static LocationKind otherSide(Spot spot) {
        if (spot.pool() == null || spot.pool().kind().isOurs()) {
            return spot.kind();
        }
        return spot.pool().kind() == PoolKind.SUPPLIER_TRANSIT ? LocationKind.SUPPLIER : LocationKind.CUSTOMER;
    }

    /** Goods that could be sold come in, or go without having been sold. */
    private void flow(Event.Move move, boolean comes, BigDecimal amount) {
        if (comes) {
            stock.in(new PeriodicLayer(move.key().effective(), move.key().seq(), move.lot(), move.quantity(), amount),
                move.reference());
        } else {
            stock.back(move.reverses(), move.kind() == MovementKind.RETURN_OUT ? move.reference() : "", move.lot(),
                move.quantity(), amount.negate());
        }
    }

    private void booked() throws SQLException {
        Map<Long, PoolKind> pools = new HashMap<>();
        Pools.read(transaction, facts.id().value()).numbers().forEach((key, id) -> {
            if (key.kind().isOurs()) {
                pools.put(id, key.kind());
            }
        });
        try (PreparedStatement select = connection.prepareStatement("SELECT effective_at, source_rank, source_seq, "
            + "debit_pool_id, credit_pool_id, purchase_sign, periodic_debit_id, amount FROM value_entry "
            + "WHERE item_id = ? AND effective_at >= ? AND effective_at < ?")) {
            select.setLong(1, facts.id().value());
            select.setLong(2, period.starts());
            select.setLong(3, period.ends());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Booked amounts = booked.computeIfAbsent(
                        new Key(row.getLong(1), row.getInt(2), row.getLong(3)), key -> new Booked());
                    add(amounts, pools.get(row.getLong(4)), pools.get(row.getLong(5)), row.getInt(6),
                        row.getLong(7) != 0, row.getBigDecimal(8));
                }
            }
        }
    }

    private static void add(Booked amounts, PoolKind debit, PoolKind credit, int purchase, boolean kept,
        BigDecimal amount) {
        if (purchase != 0) {
            PoolKind goods = purchase > 0 ? debit : credit;
            BigDecimal owed = purchase > 0 ? amount : amount.negate();
            if (goods == null || goods == PoolKind.STOCK) {
                amounts.bought = amounts.bought.add(owed);
                amounts.intoStock = amounts.intoStock.add(goods == null ? BigDecimal.ZERO : owed);
            } else {
                amounts.elsewhere = amounts.elsewhere.add(owed);
            }
        } else if (kept && debit == null != (credit == null)) {
            BigDecimal change = debit != null ? amount : amount.negate();
            if (debit == PoolKind.STOCK || credit == PoolKind.STOCK) {
                amounts.kept = amounts.kept.add(change);
            } else {
                amounts.keptElsewhere = amounts.keptElsewhere.add(change);
            }
        } else {
            amounts.moved = amounts.moved.add(debit == PoolKind.STOCK ? amount : BigDecimal.ZERO)
                .subtract(credit == PoolKind.STOCK ? amount : BigDecimal.ZERO);
        }
    }

    /**
     * The item at the end; empty when there is nothing to say of it.
     *
     * @param values what it is worth then by the sub-ledger
     */
    Optional<PeriodicItem> item(Map<PoolKind, BigDecimal> values) {
        Map<Long, BigDecimal> closing = new TreeMap<>();
        counts.closing().forEach((lot, quantity) -> closing.merge(stock.groupOf(lot), quantity, BigDecimal::add));
        BigDecimal closingQuantity = sum(closing);
        BigDecimal ledger = counts.byLedger();
        BigDecimal byLedger = values.getOrDefault(PoolKind.STOCK, BigDecimal.ZERO);
        Optional<BigDecimal> standard = Optional.ofNullable(profile.standard(period.last())).map(Cost::total);
        Optional<PeriodicLayer> otherwise = ledger.signum() == 0 ? Optional.empty()
            : Optional.of(new PeriodicLayer(period.last(), 0, 0, ledger, byLedger));
        List<PeriodicLayer> layers = stock.left(period.last(), closing, standard, otherwise);
        BigDecimal worth = amount(layers);
        BigDecimal difference = worth.subtract(amount(stock.left(period.last(), expected, standard, otherwise)));
        BigDecimal elsewhere = values.getOrDefault(PoolKind.TRANSIT, BigDecimal.ZERO)
            .add(values.getOrDefault(PoolKind.PRODUCTION, BigDecimal.ZERO));
        PeriodicQuantities quantities = new PeriodicQuantities(plain(opening), plain(entered), plain(purchased),
            plain(returned), plain(transferred), plain(sold), plain(scrapped), plain(closingQuantity), plain(ledger));
        PeriodicAmounts amounts = new PeriodicAmounts(plain(openingAmount), plain(enteredAmount), plain(purchases),
            plain(returns), plain(late), plain(revalued), plain(worth), plain(elsewhere), plain(difference),
            plain(byLedger.add(elsewhere)));
        PeriodicRow row = new PeriodicRow(facts.id(), facts.code(), facts.name(), profile.category(period.last()),
            facts.unit(), method, counts.basis(), quantities, amounts);
        Map<PoolKind, BigDecimal> kinds = new EnumMap<>(PoolKind.class);
        kinds.putAll(values);
        kinds.put(PoolKind.STOCK, plain(worth));
        return moved || !PeriodicStore.numbers(row).stream().allMatch(number -> number.signum() == 0)
            ? Optional.of(new PeriodicItem(row, layers, kinds)) : Optional.empty();
    }

    private static BigDecimal sum(Map<Long, BigDecimal> quantities) {
        return quantities.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(List<PeriodicLayer> layers) {
        return layers.stream().map(PeriodicLayer::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal plain(BigDecimal amount) {
        return ValuationComponent.plain(amount);
    }

}
