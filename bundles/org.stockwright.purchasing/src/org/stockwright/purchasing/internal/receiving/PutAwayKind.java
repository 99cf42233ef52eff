package org.stockwright.purchasing.internal.receiving;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.purchasing.PutAway;

/** Goods that went where they are stored. */
@Component(service = DocumentKind.class)
public final class PutAwayKind extends ReceivingKind {

    @Activate
    public PutAwayKind() {
        super(PutAway.KIND, "Put-away", Series.PUT_AWAY, new State(States.STORED, "Stored", false),
            new State(States.REVERSED, "Reversed", false), new State(States.REVERSAL, "Reversal", false));
    }

}
