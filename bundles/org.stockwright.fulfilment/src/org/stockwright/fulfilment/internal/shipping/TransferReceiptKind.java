package org.stockwright.fulfilment.internal.shipping;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.fulfilment.Transfers;

/** What arrived of transfers. */
@Component(service = DocumentKind.class)
public final class TransferReceiptKind extends ShippingKind {

    /** It is there. */
    public static final String RECEIVED = "RECEIVED";

    /** Its states. */
    public TransferReceiptKind() {
        super(Transfers.KIND, "Transfer receipt", "TR", new State(RECEIVED, "Received", false));
    }

}
