package org.stockwright.purchasing.ui.internal.order;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.ui.internal.Messages;

/** Enters blanket orders: the whole quantities, at prices that hold until their last day. */
@Component(service = EntryModel.class)
public final class BlanketEntry extends OrderForm {

    private final PurchaseOrders orders;

    /** Places blanket orders here. */
    @Activate
    public BlanketEntry(@Reference PurchaseOrders orders, @Reference EntryMasters masters) {
        super(orders, masters, PurchaseOrders.BLANKET,
            Messages.Blanket_title, Messages.Field_lastDay);
        this.orders = orders;
    }

    @Override
    Outcome<Document> place(PurchaseOrders.Draft draft) {
        return orders.placeBlanket(draft);
    }

}
