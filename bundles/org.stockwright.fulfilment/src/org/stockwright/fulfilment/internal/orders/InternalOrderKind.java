package org.stockwright.fulfilment.internal.orders;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.PlainKind;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.OrderKind;

/** Orders of departments of ours and of production. */
@Component(service = DocumentKind.class)
public final class InternalOrderKind extends PlainKind {

    /** What an order of departments is. */
    public InternalOrderKind() {
        super(OrderKinds.view(OrderKind.INTERNAL), OrderKind.INTERNAL.series(), FulfilmentPermission.VIEW, false);
    }

}
