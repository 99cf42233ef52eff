package org.stockwright.purchasing.internal.receiving;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.purchasing.Receipts;

/** Goods that a supplier announced. */
@Component(service = DocumentKind.class)
public final class AdviceKind extends ReceivingKind {

    @Activate
    public AdviceKind() {
        super(Receipts.ADVICE, "Advice", Series.ADVICE, new State(States.ANNOUNCED, "Announced", true),
            new State(States.ARRIVED, "Arrived", false));
    }

}
