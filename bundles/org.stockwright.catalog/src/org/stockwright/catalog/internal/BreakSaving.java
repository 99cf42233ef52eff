package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.Collection;

import org.stockwright.base.ItemId;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.PriceBreaks.PriceBreak;
import org.stockwright.catalog.QuantityPrice;
import org.stockwright.catalog.internal.SupplierTable.Key;
import org.stockwright.persistence.Transaction;

/** Checks suppliers' prices. */
final class BreakSaving extends PriceSaving<Key, PriceBreak> {

    BreakSaving(Transaction tx, Collection<Long> itemIds) throws SQLException {
        super(tx, BreakTable.TABLE, BreakTable.load(tx.connection(), itemIds), itemIds);
    }

    @Override
    ItemId item(PriceBreak value) {
        return value.item();
    }

    @Override
    QuantityPrice terms(PriceBreak value) {
        return value.terms();
    }

    @Override
    PriceBreak checked(PriceBreak value, QuantityPrice terms, Findings findings) {
        partners().requireRole(value.supplier(), Role.SUPPLIER, findings);
        return new PriceBreak(value.item(), value.supplier(), terms);
    }

}
