package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockRow;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.ValueQuery;
import org.stockwright.valuation.ValueRow;
import org.stockwright.valuation.ValueRow.Whose;
import org.stockwright.valuation.internal.engine.Key;

/** Answers one question for the value of stock. */
final class Values {

    /** More decimals than amounts have, for costs per unit that are shown. */
    private static final int UNIT_DECIMALS = 4;

    private final UnitOfWork work;
    private final RulesIndex index;
    private final Stock stock;
    private final ValueQuery query;
    private final Progress progress;
    private final Map<String, String> codes = new HashMap<>();
    /** When, as far as terms of transit are concerned. */
    private final long at;

    Values(UnitOfWork work, RulesIndex index, Stock stock, ValueQuery query, Progress progress) {
        this.work = work;
        this.index = index;
        this.stock = stock;
        this.query = query;
        this.progress = progress;
        this.at = Micros.of(query.asOf().orElseGet(() -> work.clock().instant()));
    }

    /** What is read in one transaction. */
    private record Read(Rules rules, Map<Long, ItemFacts> items, Map<Long, BigDecimal> amounts,
        Map<Long, CostMethod> methods, Map<Long, Map<Long, BigDecimal>> byPlace) {
    }

    List<ValueRow> rows() {
        progress.begin("Values", query.method().isPresent() ? 2 : 1);
        Quantities quantities = quantities();
        Read read = work.read(this::read);
        List<ValueRow> result = new ArrayList<>();
        for (ItemFacts item : read.items().values()) {
            if (query.category().isPresent() && !item.isIn(query.category().get())) {
                continue;
            }
            Map<String, BigDecimal> at = quantities.ours().getOrDefault(item.id(), Map.of());
            BigDecimal quantity = at.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal amount = read.amounts().get(item.id().value());
            boolean empty = quantity.signum() == 0 && (amount == null || amount.signum() == 0);
            if (amount == null && query.method().isPresent()) {
                continue;
            }
            if (empty && (query.item().isEmpty() || query.bySite())) {
                others(read, item, quantities, result);
                continue;
            }
            BigDecimal value = ValuationComponent.plain(amount);
            if (query.bySite()) {
                bySite(read, item, at, quantity, value, result);
                others(read, item, quantities, result);
            } else {
                result.add(row(read, item, "", quantity, value, Whose.OURS));
            }
        }
        progress.worked(1);
        return result;
    }

    private ValueRow row(Read read, ItemFacts item, String site, BigDecimal quantity, BigDecimal value, Whose whose) {
        return new ValueRow(item.id(), item.code(), item.name(), item.category(), site,
            new Quantity(quantity, item.unit()), value, unitCost(value, quantity, read.rules().scale()),
            query.method().orElseGet(() -> Optional.ofNullable(read.methods().get(item.id().value()))
                .orElse(CostMethod.AVERAGE)),
            whose);
    }

    /** What is on its way and not ours, beside what stock is worth: each place by itself, at the cost that is known. */
    private void others(Read read, ItemFacts item, Quantities quantities, List<ValueRow> result) {
        if (!query.bySite() || query.method().isPresent()) {
            return;
        }
        quantities.others().getOrDefault(item.id(), Map.of()).forEach((site, quantity) -> {
            BigDecimal own = read.byPlace().getOrDefault(item.id().value(), Map.of()).getOrDefault(placeOf(site),
                BigDecimal.ZERO);
            if (quantity.signum() != 0 || own.signum() != 0) {
                result.add(row(read, item, codes.get(site), quantity, ValuationComponent.plain(own),
                    TransitOwners.whose(quantities.owners().at(placeOf(site), at))));
            }
        });
    }

    static Optional<BigDecimal> unitCost(BigDecimal value, BigDecimal quantity, int scale) {
        return quantity.signum() == 0 ? Optional.empty()
            : Optional
                .of(ValuationComponent.plain(value.divide(quantity, scale + UNIT_DECIMALS, RoundingMode.HALF_UP)));
    }

    /**
     * Each place has the value of its pools. Where the whole company is one pool, that is split by quantity; the last site
     * takes the rest. What is on its way or being made has a value of its own in any case.
     */
    private void bySite(Read read, ItemFacts item, Map<String, BigDecimal> at, BigDecimal quantity, BigDecimal value,
        List<ValueRow> result) {
        Map<Long, BigDecimal> pools = read.byPlace().getOrDefault(item.id().value(), Map.of());
        BigDecimal left = quantity;
        BigDecimal rest = value;
        List<Map.Entry<String, BigDecimal>> shared = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> site : at.entrySet()) {
            long place = placeOf(site.getKey());
            if (query.method().isEmpty()
                && (read.rules().scope() == CostScope.SITE || read.rules().places().isApart(place))) {
                BigDecimal own = pools.getOrDefault(place, BigDecimal.ZERO);
                left = left.subtract(site.getValue());
                rest = rest.subtract(own);
                add(read, item, site, own, result);
            } else {
                shared.add(site);
            }
        }
        for (Map.Entry<String, BigDecimal> site : shared) {
            BigDecimal own = left.signum() == 0 ? BigDecimal.ZERO
                : rest.multiply(site.getValue()).divide(left, read.rules().scale(), RoundingMode.HALF_UP);
            left = left.subtract(site.getValue());
            rest = rest.subtract(own);
            add(read, item, site, own, result);
        }
    }

    private void add(Read read, ItemFacts item, Map.Entry<String, BigDecimal> site, BigDecimal own,
        List<ValueRow> result) {
        if (site.getValue().signum() != 0 || own.signum() != 0) {
            result.add(row(read, item, codes.get(site.getKey()), site.getValue(), ValuationComponent.plain(own),
                Whose.OURS));
        }
    }

    private static long placeOf(String site) {
        return Long.parseLong(site);
    }

    /**
     * How much there is, by item and place.
     *
     * @param ours our stock; everything at one place when sites are not asked for
     * @param others what is on its way and not ours, by place of transit
     * @param owners whose goods in transit are
     */
    private record Quantities(Map<ItemId, Map<String, BigDecimal>> ours, Map<ItemId, Map<String, BigDecimal>> others,
        TransitOwners owners) {
    }

    private Quantities quantities() {
        TransitOwners owners = work.read(transaction -> index.current(transaction).places().owners())
            .knownUntil(query.knownAt().map(Micros::of).orElse(Long.MAX_VALUE));
        boolean byPlace = query.bySite() || !owners.isEmpty();
        StockQuery.Grouping grouping = byPlace ? StockQuery.Grouping.LOCATION : StockQuery.Grouping.ITEM;
        StockQuery asked = new StockQuery(query.item(), Optional.empty(), Optional.empty(),
            Optional.of(PartnerId.SELF), Optional.empty(), query.asOf(), query.knownAt(), grouping);
        Quantities result = new Quantities(new HashMap<>(), new HashMap<>(), owners);
        List<StockRow> rows = stock.onHand(asked);
        Map<Long, Long> sites = query.bySite() ? work.read(this::sites) : Map.of();
        for (StockRow row : rows) {
            String site = !query.bySite() ? ""
                : row.locationId().map(place -> Long.toString(sites.get(place.value()))).orElse("");
            boolean ours = row.locationId().map(place -> owners.at(place.value(), at).isOurs()).orElse(true);
            (ours ? result.ours() : result.others()).computeIfAbsent(row.itemId(), item -> new TreeMap<>()).merge(site,
                row.onHand().amount(), BigDecimal::add);
        }
        return result;
    }

    private Map<Long, Long> sites(Transaction transaction) throws SQLException {
        PlaceMap places = index.current(transaction).places();
        Map<Long, Long> sites = new HashMap<>();
        try (
            PreparedStatement select = transaction.connection().prepareStatement("SELECT id, code FROM location");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sites.put(row.getLong(1), places.home(row.getLong(1)));
                codes.put(Long.toString(row.getLong(1)), row.getString(2));
            }
        }
        return sites;
    }

    private Read read(Transaction transaction) throws SQLException {
        Rules rules = index.current(transaction);
        Connection connection = transaction.connection();
        Map<Long, ItemFacts> items = ItemFacts.read(connection, query.item());
        long now = Micros.of(transaction.now());
        Map<Long, CostMethod> methods = new HashMap<>();
        items.forEach((id, item) -> methods.put(id,
            rules.policies().at(id, item.category(), query.asOf().map(Micros::of).orElse(now))));
        Map<Long, BigDecimal> amounts = query.method().isPresent() ? whatIf(connection, rules, items.values(), now)
            : booked(connection, "item_id");
        return new Read(rules, items, amounts, methods, Map.copyOf(byPlace(connection, rules)));
    }

    private Map<Long, Map<Long, BigDecimal>> byPlace(Connection connection, Rules rules) throws SQLException {
        if (!query.bySite() || query.method().isPresent()) {
            return Map.of();
        }
        Map<Long, BigDecimal> pools = new HashMap<>();
        for (String side : List.of("debit", "credit")) {
            booked(connection, side + "_pool_id", "amount").forEach((pool, amount) -> pools.merge(pool,
                side.equals("debit") ? amount : amount.negate(), BigDecimal::add));
        }
        Map<Long, Map<Long, BigDecimal>> result = new HashMap<>();
        try (
            PreparedStatement select = connection.prepareStatement("SELECT id, item_id, place_id FROM cost_pool");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.computeIfAbsent(row.getLong(2), item -> new HashMap<>()).merge(row.getLong(3),
                    pools.getOrDefault(row.getLong(1), BigDecimal.ZERO), BigDecimal::add);
            }
        }
        return result;
    }

    private Map<Long, BigDecimal> booked(Connection connection, String by) throws SQLException {
        if (query.asOf().isEmpty() && query.knownAt().isEmpty()) {
            return sums(connection, "SELECT item_id, amount FROM cost_head"
                + (query.item().isPresent() ? " WHERE item_id = ?" : ""), false);
        }
        return booked(connection, by, "stock_change");
    }

    private Map<Long, BigDecimal> booked(Connection connection, String by, String what) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT " + by + ", SUM(" + what + ") FROM value_entry");
        List<String> conditions = new ArrayList<>();
        query.item().ifPresent(item -> conditions.add("item_id = ?"));
        query.asOf().ifPresent(instant -> conditions.add("effective_at <= ?"));
        query.knownAt().ifPresent(instant -> conditions.add("recorded_at <= ?"));
        if (!conditions.isEmpty()) {
            sql.append(" WHERE ").append(String.join(" AND ", conditions));
        }
        return sums(connection, sql + " GROUP BY " + by, true);
    }

    private Map<Long, BigDecimal> sums(Connection connection, String sql, boolean dated) throws SQLException {
        Map<Long, BigDecimal> result = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int at = 1;
            if (query.item().isPresent()) {
                select.setLong(at, query.item().get().value());
                at++;
            }
            if (dated && query.asOf().isPresent()) {
                select.setLong(at, Micros.of(query.asOf().get()));
                at++;
            }
            if (dated && query.knownAt().isPresent()) {
                select.setLong(at, Micros.of(query.knownAt().get()));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.put(row.getLong(1), row.getBigDecimal(2));
                }
            }
        }
        return result;
    }

    /** Values every item in memory by the other method; items without a standard cost have no value by it. */
    private Map<Long, BigDecimal> whatIf(Connection connection, Rules rules, Iterable<ItemFacts> items, long now)
        throws SQLException {
        Map<Long, BigDecimal> result = new LinkedHashMap<>();
        Key until = query.asOf().map(instant -> Key.endOf(Micros.of(instant)))
            .orElse(Events.END);
        List<Long> wanted = new ArrayList<>();
        for (ItemFacts item : items) {
            if (query.category().isEmpty() || item.isIn(query.category().get())) {
                wanted.add(item.id().value());
            }
        }
        new Simulation(connection, rules, now, query.knownAt().map(Micros::of).orElse(Long.MAX_VALUE), until,
            query.method()).some(wanted, Simulation.Listener.NONE, (item, state) -> {
                if (query.method().get() != CostMethod.STANDARD || state.standard() != null) {
                    result.put(item, state.value().total());
                }
            }, Progress.silent(progress::isCancelled));
        return result;
    }

}
