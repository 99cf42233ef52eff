package org.stockwright.fulfilment.internal.returns;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.Document;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.internal.orders.UrgentDocuments;
import org.stockwright.fulfilment.internal.shipping.CustomerReturnKind;
import org.stockwright.persistence.UnitOfWork;

/** What customers send back: announced and to be received, or there and to be decided about. */
@Component
public final class ReturnTasks implements TaskSource {

    private final UnitOfWork work;
    private final DocumentBook book;

    /** Lives as long as the open book. */
    @Activate
    public ReturnTasks(@Reference UnitOfWork work, @Reference DocumentBook book) {
        this.work = work;
        this.book = book;
    }

    @Override
    public String permission() {
        return FulfilmentPermission.RETURN;
    }

    @Override
    public List<Task> tasks(int limit) {
        return work
            .read(transaction -> new UrgentDocuments(book, transaction).in(List.of(CustomerReturns.KIND),
                List.of(CustomerReturnKind.INSPECTION, CustomerReturnKind.ANNOUNCED), limit))
            .stream().map(ReturnTasks::task).toList();
    }

    private static Task task(Document one) {
        boolean isThere = CustomerReturnKind.INSPECTION.equals(one.state());
        return UrgentDocuments.task(isThere ? "fulfilment.decide-return" : "fulfilment.receive-return",
            isThere ? "Decide about return" : "Receive return", one, UrgentDocuments.lines(one.lines().size()));
    }

}
