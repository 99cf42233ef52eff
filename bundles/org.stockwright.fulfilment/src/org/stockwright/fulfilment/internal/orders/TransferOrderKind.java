package org.stockwright.fulfilment.internal.orders;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.OrderKind;

/** Orders to bring goods from one place of ours to another. */
@Component
public final class TransferOrderKind implements DocumentKind {

    @Override
    public KindView view() {
        return OrderKinds.view(OrderKind.TRANSFER);
    }

    @Override
    public String series() {
        return OrderKind.TRANSFER.series();
    }

    @Override
    public String viewPermission() {
        return FulfilmentPermission.VIEW;
    }

    @Override
    public boolean isPricedAtCost() {
        return false;
    }

}
