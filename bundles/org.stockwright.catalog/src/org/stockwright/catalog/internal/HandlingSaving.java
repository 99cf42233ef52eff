package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.catalog.Item;
import org.stockwright.persistence.Transaction;

/** Checks how items are handled. */
final class HandlingSaving extends KeyedSaving<ItemId, ItemHandling> {

    private static final Pattern COMMODITY = Pattern.compile("\\d{6,12}");

    private final Map<ItemId, Item> items = new HashMap<>();

    HandlingSaving(Transaction tx, Collection<Long> itemIds) throws SQLException {
        super(tx, HandlingTable.TABLE, HandlingTable.load(tx.connection(), itemIds), Topic.ITEMS, "item");
        new ItemReader(tx.connection()).byIds(itemIds).values()
            .forEach(stored -> items.put(stored.item().id(), stored.item()));
    }

    @Override
    Optional<ItemHandling> absent(ItemHandling value) {
        return Optional.of(ItemHandling.none(value.item()));
    }

    @Override
    String key(ItemHandling value) {
        return items.get(value.item()).code();
    }

    @Override
    ItemHandling checked(ItemHandling value, Findings findings) {
        Item item = items.get(value.item());
        if (item == null) {
            findings.add("item", Refusal.of(CatalogRefusal.UNKNOWN_ITEM, value.item()).hint("Make the item first."));
            return value;
        }
        return new ItemHandling(value.item(), findings.amount("weight_kg", value.weight()),
            findings.amount("volume_l", value.volume()),
            findings.handlingClass("temperature_class", value.temperatureClass()),
            findings.handlingClass("hazard_class", value.hazardClass()), abc(value, findings),
            commodity(value, findings),
            findings.country("origin_country", value.originCountry()), days(value, item, findings));
    }

    private static String abc(ItemHandling value, Findings findings) {
        String word = findings.handlingClass("abc_class", value.abcClass());
        if (!word.matches("[ABC]?")) {
            findings.add("abc_class", Refusal.of(CatalogRefusal.UNKNOWN_VALUE, value.abcClass(), "class")
                .hint("The classes are A, B and C."));
        }
        return word;
    }

    private static String commodity(ItemHandling value, Findings findings) {
        String digits = value.commodityCode().replaceAll("[.\\s]", "");
        if (!digits.isEmpty() && !COMMODITY.matcher(digits).matches()) {
            findings.add("commodity_code", Refusal
                .of(CatalogRefusal.UNKNOWN_VALUE, value.commodityCode(), "commodity code")
                .hint("It has 6 digits of the Harmonized System and up to 6 more of the country, such as 8302.41.50."));
        }
        return digits;
    }

    private static Optional<Integer> days(ItemHandling value, Item item, Findings findings) {
        value.daysKept().ifPresent(days -> {
            if (days < 0) {
                findings.outOfRange("least_days", days, "0 or more");
            }
            item.shelfLifeDays().filter(life -> days > life).ifPresent(life -> findings.outOfRange("least_days", days,
                "at most the item's shelf life of " + life + " days"));
        });
        return value.daysKept();
    }

}
