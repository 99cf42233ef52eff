package org.stockwright.fulfilment.internal.kits;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.PlainKind;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.Kits;

/** The papers by which kits are put together and taken apart. */
@Component(service = DocumentKind.class)
public final class AssemblyOrderKind extends PlainKind {

    static final String SERIES = "AO";
    /** The kits were put together. */
    static final String ASSEMBLED = "ASSEMBLED";
    /** The kits were taken apart. */
    static final String DISASSEMBLED = "DISASSEMBLED";

    /** What an assembly order is. */
    public AssemblyOrderKind() {
        super(new KindView(Kits.ASSEMBLY, "Assembly order",
            List.of(new KindView.State(ASSEMBLED, "Assembled", false),
                new KindView.State(DISASSEMBLED, "Taken apart", false))),
            SERIES, FulfilmentPermission.VIEW, true);
    }

}
