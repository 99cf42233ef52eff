package org.stockwright.fulfilment.internal.packing;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.orders.StageTasks;
import org.stockwright.persistence.UnitOfWork;

/** Orders whose goods were picked and are to be packed. */
@Component(service = TaskSource.class)
public final class PackTasks extends StageTasks {

    /** Lives as long as the open book. */
    @Activate
    public PackTasks(@Reference UnitOfWork work, @Reference DocumentBook book) {
        super(work, book,
            new Waiting(FulfilmentPermission.PACK, "fulfilment.pack", "Pack", AllocationRows.Stage.PICKED));
    }

}
