package org.stockwright.documents.spi;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.documents.KindView;

/** A kind of document that is known by what it is made of; a component extends it and names the parts. */
@ConsumerType
public abstract class PlainKind implements DocumentKind {

    private final KindView view;
    private final String series;
    private final String viewPermission;
    private final boolean pricedAtCost;

    /** A kind; the parts are as the methods of {@link DocumentKind} tell them. */
    protected PlainKind(KindView view, String series, String viewPermission, boolean pricedAtCost) {
        this.view = view;
        this.series = series;
        this.viewPermission = viewPermission;
        this.pricedAtCost = pricedAtCost;
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
        return viewPermission;
    }

    @Override
    public final boolean isPricedAtCost() {
        return pricedAtCost;
    }

}
