package org.stockwright.purchasing.internal.receiving;

import java.util.List;

import org.stockwright.documents.KindView;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.purchasing.ReceivingPermission;

/** What the kinds of documents of receiving have in common. */
abstract class ReceivingKind implements DocumentKind {

    private final KindView view;
    private final String series;

    ReceivingKind(String id, String title, String series, State... states) {
        this.view = new KindView(id, title, List.of(states));
        this.series = series;
    }

    @Override
    public final KindView view() {
        return view;
    }

    @Override
    public final String series() {
        return series;
    }

    @Override
    public final String viewPermission() {
        return ReceivingPermission.VIEW;
    }

    @Override
    public final boolean isPricedAtCost() {
        return true;
    }

}
