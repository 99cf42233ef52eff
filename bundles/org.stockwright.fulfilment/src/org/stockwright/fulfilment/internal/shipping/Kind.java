package org.stockwright.fulfilment.internal.shipping;

import java.util.List;

import org.stockwright.documents.KindView;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.fulfilment.FulfilmentPermission;

/** A kind of document of goods out. */
abstract class Kind implements DocumentKind {

    private final KindView view;
    private final String series;

    Kind(String id, String title, String series, KindView.State... states) {
        this.view = new KindView(id, title, List.of(states));
        this.series = series;
    }

    @Override
    public KindView view() {
        return view;
    }

    @Override
    public String series() {
        return series;
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
