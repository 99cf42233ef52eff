package org.stockwright.valuation.internal.reports;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.ItemRow;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.TransitTerms;
import org.stockwright.valuation.ValueRow.Whose;

/**
 * What was sold in a span of time: goods that went to customers, by the movements, and what was booked to the accounts of
 * that side, by the journal.
 */
final class SoldGoods {

    /** The side of the posting rules that names the accounts of cost of sales. */
    private static final String SIDE = "customer";
    /** Only our own goods have a value. */
    private static final String OURS = "SELF";

    private final Map<String, ItemRow> items;
    private final Map<String, SoldItem> sold = new TreeMap<>();
    /** Whose goods in places of transit are, from when. */
    private final Map<String, NavigableMap<Instant, Whose>> transits = new HashMap<>();

    /** Nothing yet, of these items. */
    SoldGoods(List<ItemRow> items) {
        this.items = items.stream().collect(Collectors.toMap(ItemRow::code, Function.identity()));
    }

    /** The item with this code. */
    ItemRow item(String code) {
        return items.get(code);
    }

    /** What was sold of the items, by code. */
    Map<String, SoldItem> byItem() {
        sold.values().removeIf(SoldItem::isNothing);
        return sold;
    }

    /** The codes of the accounts that are cost of sales by the posting rules. */
    static Set<String> accounts(Accounts accounts) {
        return accounts.rules().stream().filter(rule -> rule.side().equals(SIDE)).map(Accounts.Rule::account)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Adds what was booked to these accounts. */
    void addCost(Journal journal, Set<String> accounts, Span span, Instant knownAt, Progress progress) {
        for (String account : accounts) {
            Journal.Query query = span.query(knownAt);
            journal.each(new Journal.Query(query.from(), query.to(), query.item(), Optional.of(account),
                query.movement(), query.knownAt()), line -> {
                    progress.check();
                    if (line.item().isEmpty()) {
                        // of a production order alone: nothing was sold
                        return;
                    }
                    SoldItem item = of(line.item());
                    if (line.debit().equals(account)) {
                        item.add(line, line.amount());
                    }
                    if (line.credit().equals(account)) {
                        item.add(line, line.amount().negate());
                    }
                });
        }
    }

    /** Adds how much became customers' and came back: what arrived at them, and what left into transit as theirs. */
    void addQuantities(Stock stock, Locations locations, TransitTerms terms, Span span, Instant knownAt,
        Progress progress) {
        terms.list().stream().filter(one -> !one.recorded().isAfter(knownAt))
            .forEach(one -> transits.computeIfAbsent(one.terms().place(), place -> new TreeMap<>())
                .put(one.terms().from().orElse(Instant.MIN), one.whose()));
        Map<String, Location> customers = locations.list().stream()
            .filter(place -> place.kind() == LocationKind.CUSTOMER)
            .collect(Collectors.toMap(Location::code, Function.identity()));
        Set<Object> ids = customers.values().stream().map(Location::id).collect(Collectors.toSet());
        for (Location place : customers.values()) {
            // a query of a place has its parts in it
            if (place.parent().isEmpty() || !ids.contains(place.parent().get())) {
                stock.stream(new MovementQuery(Optional.empty(), Optional.of(place.id()), Optional.empty(), span.from(),
                    span.to(), Optional.of(knownAt), "", Optional.empty(), false),
                    movement -> add(movement, customers.keySet()), progress);
            }
        }
        for (Location place : locations.list()) {
            if (transits.getOrDefault(place.code(), new TreeMap<>()).containsValue(Whose.CUSTOMER)) {
                stock.stream(new MovementQuery(Optional.empty(), Optional.of(place.id()), Optional.empty(), span.from(),
                    span.to(), Optional.of(knownAt), "", Optional.empty(), false), movement -> {
                        // what goes from there to a customer was looked at with him
                        if (!customers.containsKey(movement.to()) && !customers.containsKey(movement.from())) {
                            add(movement, customers.keySet());
                        }
                    }, progress);
            }
        }
    }

    private void add(MovementView movement, Set<String> customers) {
        boolean to = isCustomers(movement.to(), movement.effective(), customers);
        boolean from = isCustomers(movement.from(), movement.effective(), customers);
        if (to != from && movement.owner().equals(OURS)) {
            of(movement.item()).add(to ? movement.quantity() : movement.quantity().negate());
        }
    }

    private boolean isCustomers(String place, Instant at, Set<String> customers) {
        NavigableMap<Instant, Whose> terms = transits.getOrDefault(place, new TreeMap<>());
        return customers.contains(place)
            || terms.floorEntry(at) != null && terms.floorEntry(at).getValue() == Whose.CUSTOMER;
    }

    private SoldItem of(String code) {
        return sold.computeIfAbsent(code, key -> new SoldItem(Quantity.zero(items.get(key).unit())));
    }

}
