package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.QuantityPrice;
import org.stockwright.catalog.internal.KeyedTable.Stored;
import org.stockwright.catalog.internal.UnitTable.StoredUnit;
import org.stockwright.persistence.Transaction;

/**
 * Checks prices by quantity and day: of those that differ in their days only, no two may hold on the same day.
 *
 * @param <W> whose price of what it is
 * @param <T> the prices
 */
abstract class PriceSaving<W, T> extends KeyedSaving<PriceKey<W>, T> {

    private final Map<ItemId, Item> items = new HashMap<>();
    private final Map<String, StoredUnit> units;
    private final PartnerBook partners;

    PriceSaving(Transaction tx, KeyedTable<PriceKey<W>, T> table, Map<PriceKey<W>, Stored<T>> stored,
        Collection<Long> itemIds) throws SQLException {
        super(tx, table, stored, Topic.ITEMS, "valid_from");
        new ItemReader(tx.connection()).byIds(itemIds).values()
            .forEach(item -> items.put(item.item().id(), item.item()));
        units = UnitTable.load(tx.connection());
        partners = PartnerTable.load(tx.connection());
    }

    /** What is sold. */
    abstract ItemId item(T value);

    /** The price itself. */
    abstract QuantityPrice terms(T value);

    /** Checks all but item and price; the value with the price in the form in which it is stored. */
    abstract T checked(T value, QuantityPrice terms, Findings findings);

    /** Who buys and sells. */
    final PartnerBook partners() {
        return partners;
    }

    @Override
    final String key(T value) {
        return items.get(item(value)).code();
    }

    @Override
    final T checked(T value, Findings findings) {
        Item item = items.get(item(value));
        if (item == null) {
            findings.add("item", Refusal.of(CatalogRefusal.UNKNOWN_ITEM, item(value)).hint("Make the item first."));
            return value;
        }
        QuantityPrice terms = terms(value);
        String unit = terms.unit().isEmpty() ? item.unit().code() : terms.unit();
        findings.take("unit", ItemUnits.find(item, unit, units));
        BigDecimal from = findings.amount("from_quantity", Optional.of(terms.fromQuantity())).orElse(BigDecimal.ZERO);
        findings.amount("price", terms.price().amount());
        terms.validFrom().ifPresent(day -> checkDay("valid_from", day, findings));
        terms.validTo().ifPresent(day -> {
            checkDay("valid_to", day, findings);
            terms.validFrom().filter(day::isBefore)
                .ifPresent(first -> findings.outOfRange("valid_to", day, "not before " + first));
        });
        return checked(value, new QuantityPrice(unit, from, terms.price(), terms.validFrom(), terms.validTo()),
            findings);
    }

    private static void checkDay(String field, LocalDate day, Findings findings) {
        if (!day.isAfter(PriceKey.ALWAYS) || day.getYear() > 9999) {
            findings.outOfRange(field, day, "after " + PriceKey.ALWAYS + " and before 10000-01-01");
        }
    }

    /** A price that is stored, or will be: then it has a place in the list or file, from 0; what is stored has -1. */
    private record Line<W, T>(PriceKey<W> key, T value, int place) {
    }

    @Override
    final void settle() {
        Map<PriceKey<W>, List<Line<W, T>>> groups = new LinkedHashMap<>();
        int place = 0;
        for (Map.Entry<PriceKey<W>, Taken<T>> entry : taken().entrySet()) {
            groups.computeIfAbsent(entry.getKey().always(), group -> new ArrayList<>())
                .add(new Line<>(entry.getKey(), entry.getValue().value(), place));
            place++;
        }
        stored().forEach((key, stored) -> {
            List<Line<W, T>> group = groups.get(key.always());
            if (group != null && !taken().containsKey(key)) {
                group.add(new Line<>(key, stored.value(), -1));
            }
        });
        groups.values().forEach(this::separate);
    }

    /** Refuses prices until no two overlap; of two the one that came later. What it was to change stays as it is. */
    private void separate(List<Line<W, T>> group) {
        group.sort(Comparator.comparing(line -> line.key().validFrom()));
        int at = 1;
        while (at < group.size()) {
            Line<W, T> earlier = group.get(at - 1);
            Line<W, T> later = group.get(at);
            LocalDate begins = later.key().validFrom();
            if (terms(earlier.value()).validTo().filter(begins::isAfter).isPresent()) {
                at++;
                continue;
            }
            boolean laterGoes = later.place() > earlier.place();
            Line<W, T> refused = laterGoes ? later : earlier;
            taken().get(refused.key()).findings().add("valid_from", Refusal
                .of(CatalogRefusal.DAYS_OVERLAP, key(refused.value()), refused.key().begin(),
                    (laterGoes ? earlier : later).key().begin())
                .hint((laterGoes ? "End the other one" : "End this one") + " with valid_to " + begins.minusDays(1)
                    + "."));
            drop(refused.key());
            int place = group.indexOf(refused);
            group.remove(place);
            stored(refused.key()).ifPresent(old -> group.add(place, new Line<>(refused.key(), old, -1)));
            at = 1;
        }
    }

}
