package org.stockwright.purchasing.internal.receiving;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.purchasing.Receipts;

/** Goods that arrived. */
@Component(service = DocumentKind.class)
public final class ReceiptKind extends ReceivingKind {

    @Activate
    public ReceiptKind() {
        super(Receipts.KIND, "Goods receipt", Series.RECEIPT, new State(States.RECEIVED, "Received", true),
            new State(States.STORED, "Stored", false), new State(States.REVERSED, "Reversed", false),
            new State(States.REVERSAL, "Reversal", false));
    }

}
