package org.stockwright.fulfilment.internal.orders;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.PlainKind;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.OrderKind;

/** Orders of customers. */
@Component(service = DocumentKind.class)
public final class CustomerOrderKind extends PlainKind {

    /** What an order of customers is. */
    public CustomerOrderKind() {
        super(OrderKinds.view(OrderKind.CUSTOMER), OrderKind.CUSTOMER.series(), FulfilmentPermission.VIEW, false);
    }

}
