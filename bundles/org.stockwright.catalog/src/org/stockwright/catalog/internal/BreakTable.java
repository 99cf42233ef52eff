package org.stockwright.catalog.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

import org.stockwright.base.ItemId;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.PriceBreaks.PriceBreak;
import org.stockwright.catalog.internal.KeyedTable.Stored;
import org.stockwright.catalog.internal.SupplierTable.Key;

/** The table of suppliers' prices. */
final class BreakTable {

    static final KeyedTable<PriceKey<Key>, PriceBreak> TABLE = new KeyedTable<>("supplier_price",
        PriceKey.columnsBehind("item_id", "partner_id"),
        row -> new PriceBreak(new ItemId(row.getLong(1)), new PartnerId(row.getLong(2)), PriceKey.read(row, 3)),
        value -> PriceKey.valuesBehind(value.terms(), value.item().value(), value.supplier().value()),
        value -> PriceKey.of(new Key(value.item(), value.supplier()), value.terms()));

    private BreakTable() {
    }

    /** All prices of items. */
    static Map<PriceKey<Key>, Stored<PriceBreak>> load(Connection connection, Collection<Long> items)
        throws SQLException {
        return TABLE.load(connection, "t.item_id", "supplier_price_unique", items);
    }

}
