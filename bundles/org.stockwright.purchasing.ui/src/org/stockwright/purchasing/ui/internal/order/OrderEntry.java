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

/** Enters purchase orders. */
@Component(service = EntryModel.class)
public final class OrderEntry extends OrderForm {

    private final PurchaseOrders orders;

    /** Places orders here. */
    @Activate
    public OrderEntry(@Reference PurchaseOrders orders, @Reference EntryMasters masters) {
        super(orders, masters, PurchaseOrders.KIND, Messages.Order_title,
            Messages.Field_due);
        this.orders = orders;
    }

    @Override
    Outcome<Document> place(PurchaseOrders.Draft draft) {
        return orders.place(draft);
    }

}
