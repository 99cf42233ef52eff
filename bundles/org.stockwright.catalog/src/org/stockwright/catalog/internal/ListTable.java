package org.stockwright.catalog.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.PriceLists;
import org.stockwright.catalog.PriceLists.PriceLine;
import org.stockwright.catalog.internal.KeyedTable.Stored;

/** The table of customers' price lists. */
final class ListTable {

    /** Whose price of what a line is. */
    record Key(String priceList, Optional<PartnerId> customer, ItemId item) {

        static Key of(PriceLine line) {
            return new Key(line.priceList(), line.customer(), line.item());
        }

    }

    /** The row of the table of partners that stands for all customers: the company itself buys nothing from itself. */
    private static final long ALL = PartnerId.SELF.value();

    static final KeyedTable<PriceKey<Key>, PriceLine> TABLE = new KeyedTable<>("price_list_line",
        PriceKey.columnsBehind("price_list", "partner_id", "item_id"),
        row -> new PriceLine(row.getString(1),
            Optional.of(new PartnerId(row.getLong(2))).filter(partner -> partner.value() != ALL),
            new ItemId(row.getLong(3)), PriceKey.read(row, 4)),
        value -> PriceKey.valuesBehind(value.terms(), value.priceList(),
            value.customer().map(PartnerId::value).orElse(ALL), value.item().value()),
        value -> PriceKey.of(Key.of(value), value.terms()));

    private static final String FOR_CUSTOMER = Chunks.by("price_list_line_unique")
        + "WHERE (t.partner_id = ? OR t.partner_id = ? AND (t.price_list = ? OR EXISTS (SELECT 1 "
        + "FROM price_list_line o --DERBY-PROPERTIES index=price_list_line_customer_ix\n"
        + "WHERE o.partner_id = ? AND o.price_list = t.price_list))) AND t.item_id IN";

    private ListTable() {
    }

    /** All lines of items. */
    static Map<PriceKey<Key>, Stored<PriceLine>> load(Connection connection, Collection<Long> items)
        throws SQLException {
        return TABLE.load(connection, "t.item_id", "price_list_line_unique", items);
    }

    /** All lines of a list. */
    static List<PriceLine> ofList(Connection connection, String priceList) throws SQLException {
        return TABLE.find(connection, " WHERE t.price_list = ?", priceList);
    }

    /** The lines of items that may be for a customer: his, those of his lists, and those of the standard list. */
    static List<PriceLine> forCustomer(Connection connection, Collection<Long> items, PartnerId customer)
        throws SQLException {
        return TABLE.findEach(connection, FOR_CUSTOMER,
            List.of(customer.value(), ALL, PriceLists.STANDARD, customer.value()), items);
    }

    /** The codes of all lists. */
    static List<String> codes(Connection connection) throws SQLException {
        List<String> codes = new ArrayList<>();
        Chunks.query(connection, "SELECT DISTINCT price_list FROM price_list_line ORDER BY price_list",
            row -> codes.add(row.getString(1)));
        return codes;
    }

}
