package org.stockwright.fulfilment.internal.shipping;

import java.util.List;

import org.stockwright.documents.KindView;
import org.stockwright.documents.spi.PlainKind;
import org.stockwright.fulfilment.FulfilmentPermission;

/** What the kinds of documents of picking, shipping and returns have in common. */
abstract class ShippingKind extends PlainKind {

    ShippingKind(String id, String title, String series, KindView.State... states) {
        super(new KindView(id, title, List.of(states)), series, FulfilmentPermission.VIEW, false);
    }

}
