package org.stockwright.service.internal.cases;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.PlainKind;
import org.stockwright.service.Cases;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServicePermission;

/** The papers of customers' cases. */
@Component(service = DocumentKind.class)
public final class CaseKind extends PlainKind {

    static final String SERIES = "SV";

    /** What a case is. */
    public CaseKind() {
        super(new KindView(Cases.KIND, "Service case",
            List.of(new KindView.State(ServiceCase.State.IN_WORK.name(), "In work", true),
                new KindView.State(ServiceCase.State.READY.name(), "Ready", true),
                new KindView.State(ServiceCase.State.DELIVERED.name(), "Delivered", false),
                new KindView.State(ServiceCase.State.CANCELLED.name(), "Cancelled", false))),
            SERIES, ServicePermission.VIEW, false);
    }

}
