package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.Collection;

import org.stockwright.base.ItemId;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.PriceLists;
import org.stockwright.catalog.PriceLists.PriceLine;
import org.stockwright.catalog.QuantityPrice;
import org.stockwright.persistence.Transaction;

/** Checks lines of price lists. */
final class ListSaving extends PriceSaving<ListTable.Key, PriceLine> {

    ListSaving(Transaction tx, Collection<Long> itemIds) throws SQLException {
        super(tx, ListTable.TABLE, ListTable.load(tx.connection(), itemIds), itemIds);
    }

    @Override
    ItemId item(PriceLine value) {
        return value.item();
    }

    @Override
    QuantityPrice terms(PriceLine value) {
        return value.terms();
    }

    /** The standard list has one spelling, for everybody is to get its prices. */
    static String code(String priceList) {
        return priceList.equalsIgnoreCase(PriceLists.STANDARD) ? PriceLists.STANDARD : priceList;
    }

    @Override
    PriceLine checked(PriceLine value, QuantityPrice terms, Findings findings) {
        findings.code("price_list", value.priceList(), 64);
        value.customer().ifPresent(customer -> partners().requireRole(customer, Role.CUSTOMER, findings));
        return new PriceLine(code(value.priceList()), value.customer(), value.item(), terms);
    }

}
