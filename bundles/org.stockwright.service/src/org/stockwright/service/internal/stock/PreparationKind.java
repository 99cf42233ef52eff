package org.stockwright.service.internal.stock;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.PlainKind;
import org.stockwright.service.Batch;
import org.stockwright.service.Preparations;
import org.stockwright.service.ServicePermission;

/** The papers by which units are prepared ahead of demand. */
@Component(service = DocumentKind.class)
public final class PreparationKind extends PlainKind {

    static final String SERIES = "SP";

    /** What a preparation is. */
    public PreparationKind() {
        super(new KindView(Preparations.KIND, "Service preparation",
            List.of(new KindView.State(Batch.State.PLANNED.name(), "Planned", true),
                new KindView.State(Batch.State.IN_WORK.name(), "In work", true),
                new KindView.State(Batch.State.DONE.name(), "Done", false),
                new KindView.State(Batch.State.CANCELLED.name(), "Cancelled", false))),
            SERIES, ServicePermission.VIEW, true);
    }

}
