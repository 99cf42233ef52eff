package org.stockwright.purchasing.internal.orders;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.internal.PurchasingTasks;
import org.stockwright.security.Access;

/** Orders that wait for their approval. */
@Component(service = TaskSource.class)
public final class OrderTasks extends PurchasingTasks {

    @Activate
    public OrderTasks(@Reference UnitOfWork work, @Reference DocumentBook book, @Reference Access access) {
        super(work, book, access,
            new Waiting(PurchasingPermission.APPROVE, "purchasing.approve-order", "Approve purchase order",
                PurchaseOrders.KIND,
                PurchaseOrders.OPEN));
    }

}
