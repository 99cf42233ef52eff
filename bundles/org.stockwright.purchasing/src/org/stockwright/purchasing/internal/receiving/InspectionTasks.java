package org.stockwright.purchasing.internal.receiving;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.ReceivingPermission;

/** Receipts of which something waits for inspection. */
@Component(service = TaskSource.class)
public final class InspectionTasks extends ReceivingTasks {

    @Activate
    public InspectionTasks(@Reference UnitOfWork work, @Reference DocumentBook book) {
        super(work, book, "receiving.inspect", "Inspect", ReceiptFollow::pending);
    }

    @Override
    public String permission() {
        return ReceivingPermission.INSPECT;
    }

}
