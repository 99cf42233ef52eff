package org.stockwright.catalog.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.stockwright.base.ItemId;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.catalog.internal.KeyedTable.Stored;

import static org.stockwright.catalog.internal.KeyedTable.decimal;
import static org.stockwright.catalog.internal.KeyedTable.text;
import static org.stockwright.catalog.internal.KeyedTable.whole;

/** The table of how items are handled. */
final class HandlingTable {

    static final KeyedTable<ItemId, ItemHandling> TABLE = new KeyedTable<>("item_handling",
        List.of("item_id", "weight", "volume", "temperature_class", "hazard_class", "abc_class", "commodity_code",
            "origin_country", "least_days"),
        row -> new ItemHandling(new ItemId(row.getLong(1)), Numbers.optional(row, 2), Numbers.optional(row, 3),
            Numbers.text(row, 4), Numbers.text(row, 5), Numbers.text(row, 6), Numbers.text(row, 7),
            Numbers.text(row, 8), Numbers.whole(row, 9)),
        value -> List.of(value.item().value(), decimal(value.weight()), decimal(value.volume()),
            text(value.temperatureClass()), text(value.hazardClass()), text(value.abcClass()),
            text(value.commodityCode()), text(value.originCountry()), whole(value.daysKept())),
        ItemHandling::item);

    private HandlingTable() {
    }

    /** What is stored of items. */
    static Map<ItemId, Stored<ItemHandling>> load(Connection connection, Collection<Long> items)
        throws SQLException {
        return TABLE.load(connection, "t.item_id", "item_handling_unique", items);
    }

}
