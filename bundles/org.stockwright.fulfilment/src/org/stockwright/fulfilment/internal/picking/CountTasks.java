package org.stockwright.fulfilment.internal.picking;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.Picking;
import org.stockwright.persistence.UnitOfWork;

/** Bins that want to be counted. */
@Component
public final class CountTasks implements TaskSource {

    private final UnitOfWork work;

    /** Lives as long as the open book. */
    @Activate
    public CountTasks(@Reference UnitOfWork work) {
        this.work = work;
    }

    @Override
    public String permission() {
        return FulfilmentPermission.PICK;
    }

    @Override
    public List<Task> tasks(int limit) {
        return work.read(transaction -> new CountRequests(transaction).open()).stream().limit(limit)
            .map(CountRequests.Open::request).map(CountTasks::task).toList();
    }

    private static Task task(Picking.CountRequest one) {
        return new Task("fulfilment.count", "Count bin", one.number(), one.list(), one.locationCode() + ": "
            + one.missing().stripTrailingZeros().toPlainString() + " of " + one.item() + " missing", Optional.empty(),
            1);
    }

}
