package org.stockwright.purchasing.internal.orders;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.Requisitions;
import org.stockwright.purchasing.internal.PurchasingTasks;
import org.stockwright.security.Access;

/** Approved requisitions that are to be ordered or taken from stock. */
@Component(service = TaskSource.class)
public final class ToOrderTasks extends PurchasingTasks {

    @Activate
    public ToOrderTasks(@Reference UnitOfWork work, @Reference DocumentBook book, @Reference Access access) {
        super(work, book, access,
            new Waiting(PurchasingPermission.ORDER, "purchasing.order-requisition", "Order requisition",
                Requisitions.KIND,
                Requisitions.APPROVED));
    }

}
