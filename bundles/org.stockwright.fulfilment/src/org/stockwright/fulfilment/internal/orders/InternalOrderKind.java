package org.stockwright.fulfilment.internal.orders;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.OrderKind;

/** Orders of departments of ours and of production. */
@Component
public final class InternalOrderKind implements DocumentKind {

    @Override
    public KindView view() {
        return OrderKinds.view(OrderKind.INTERNAL);
    }

    @Override
    public String series() {
        return OrderKind.INTERNAL.series();
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
