package org.stockwright.fulfilment.internal.kits;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.Kits;

/** The papers by which kits are put together and taken apart. */
@Component
public final class AssemblyOrderKind implements DocumentKind {

    static final String SERIES = "AO";
    /** The kits were put together. */
    static final String ASSEMBLED = "ASSEMBLED";
    /** The kits were taken apart. */
    static final String DISASSEMBLED = "DISASSEMBLED";

    @Override
    public KindView view() {
        return new KindView(Kits.ASSEMBLY, "Assembly order", List.of(
            new KindView.State(ASSEMBLED, "Assembled", false),
            new KindView.State(DISASSEMBLED, "Taken apart", false)));
    }

    @Override
    public String series() {
        return SERIES;
    }

    @Override
    public String viewPermission() {
        return FulfilmentPermission.VIEW;
    }

    @Override
    public boolean isPricedAtCost() {
        return true;
    }

}
