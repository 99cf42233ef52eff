package org.stockwright.purchasing.internal.matching;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.internal.PurchasingTasks;
import org.stockwright.security.Access;

/** Invoices that are blocked. */
@Component(service = TaskSource.class)
public final class BlockedTasks extends PurchasingTasks {

    @Activate
    public BlockedTasks(@Reference UnitOfWork work, @Reference DocumentBook book, @Reference Access access) {
        super(work, book, access,
            new Waiting(PurchasingPermission.OVERRIDE, "purchasing.release-invoice", "Release supplier's invoice",
                SupplierInvoices.KIND,
                SupplierInvoices.BLOCKED));
    }

}
