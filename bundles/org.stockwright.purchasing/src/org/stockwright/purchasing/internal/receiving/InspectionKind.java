package org.stockwright.purchasing.internal.receiving;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.purchasing.Inspections;

/** What became of goods that waited for inspection. */
@Component(service = DocumentKind.class)
public final class InspectionKind extends ReceivingKind {

    @Activate
    public InspectionKind() {
        super(Inspections.KIND, "Inspection", Series.INSPECTION, new State(States.DECIDED, "Decided", false),
            new State(States.REVERSED, "Reversed", false), new State(States.REVERSAL, "Reversal", false));
    }

}
