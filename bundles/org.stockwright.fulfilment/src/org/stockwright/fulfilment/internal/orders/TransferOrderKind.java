package org.stockwright.fulfilment.internal.orders;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.PlainKind;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.OrderKind;

/** Orders to bring goods from one place of ours to another. */
@Component(service = DocumentKind.class)
public final class TransferOrderKind extends PlainKind {

    /** What an order of other places of ours is. */
    public TransferOrderKind() {
        super(OrderKinds.view(OrderKind.TRANSFER), OrderKind.TRANSFER.series(), FulfilmentPermission.VIEW, false);
    }

}
