package org.stockwright.ledger.internal.reports;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;

/** How many items, and how much of each unit: quantities of different units are never added. */
final class UnitTotals {

    /** More units than this are counted, not listed. */
    private static final int MOST_UNITS = 8;

    private final Set<ItemId> items = new HashSet<>();
    private final Map<String, Quantity> quantities = new TreeMap<>();

    void add(ItemId item, Quantity quantity) {
        items.add(item);
        quantities.merge(quantity.unit().code(), quantity, Quantity::plus);
    }

    /** For example {@code 14 items · 1,250 EA · 37.50 KG}. */
    String text() {
        String count = items.size() == 1 ? "1 item" : whole(items.size()) + " items";
        if (quantities.size() > MOST_UNITS) {
            return count + " in " + quantities.size() + " units";
        }
        return count + " · "
            + quantities.values().stream().map(UnitTotals::text).collect(Collectors.joining(" · "));
    }

    private static String whole(int number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    private static String text(Quantity quantity) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(quantity.unit().scale());
        format.setMaximumFractionDigits(quantity.unit().scale());
        return format.format(quantity.amount()) + " " + quantity.unit();
    }

}
