package org.stockwright.fulfilment.internal.shipping;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.orders.StageTasks;
import org.stockwright.persistence.UnitOfWork;

/** Orders whose goods were packed and are to leave. */
@Component(service = TaskSource.class)
public final class ShipTasks extends StageTasks {

    /** Lives as long as the open book. */
    @Activate
    public ShipTasks(@Reference UnitOfWork work, @Reference DocumentBook book) {
        super(work, book,
            new Waiting(FulfilmentPermission.SHIP, "fulfilment.ship", "Ship", AllocationRows.Stage.PACKED));
    }

}
