package org.stockwright.purchasing.internal.receiving;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.ReceivingPermission;

/** Receipts of which something is to be put away. */
@Component(service = TaskSource.class)
public final class PutAwayTasks extends ReceivingTasks {

    @Activate
    public PutAwayTasks(@Reference UnitOfWork work, @Reference DocumentBook book) {
        super(work, book, "receiving.put-away", "Put away", ReceiptFollow::toPutAway);
    }

    @Override
    public String permission() {
        return ReceivingPermission.PUT_AWAY;
    }

}
