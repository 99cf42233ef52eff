package org.stockwright.purchasing.internal.receiving;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.purchasing.SupplierReturns;

/** Goods that went back to a supplier. */
@Component(service = DocumentKind.class)
public final class ReturnKind extends ReceivingKind {

    @Activate
    public ReturnKind() {
        super(SupplierReturns.KIND, "Supplier return", Series.RETURN,
            new State(States.CREDIT_EXPECTED, "Credit expected", true), new State(States.CREDITED, "Credited", false),
            new State(States.REVERSED, "Reversed", false), new State(States.REVERSAL, "Reversal", false));
    }

}
