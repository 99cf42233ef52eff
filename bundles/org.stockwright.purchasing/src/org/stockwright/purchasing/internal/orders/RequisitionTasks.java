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

/** Requisitions that wait for a decision. */
@Component(service = TaskSource.class)
public final class RequisitionTasks extends PurchasingTasks {

    @Activate
    public RequisitionTasks(@Reference UnitOfWork work, @Reference DocumentBook book, @Reference Access access) {
        super(work, book, access,
            new Waiting(PurchasingPermission.APPROVE, "purchasing.approve-requisition", "Approve requisition",
                Requisitions.KIND,
                Requisitions.SUBMITTED));
    }

}
