package org.stockwright.fulfilment.internal.picking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Step;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.internal.shipping.PickListKind;
import org.stockwright.persistence.UnitOfWork;

/** Pick lists that wait for their release or for a picker. */
@Component
public final class PickTasks implements TaskSource {

    private final UnitOfWork work;
    private final DocumentBook book;

    /** Lives as long as the open book. */
    @Activate
    public PickTasks(@Reference UnitOfWork work, @Reference DocumentBook book) {
        this.work = work;
        this.book = book;
    }

    @Override
    public String permission() {
        return FulfilmentPermission.PICK;
    }

    @Override
    public List<Task> tasks(int limit) {
        Map<DocumentId, Document> lists = new LinkedHashMap<>();
        Map<DocumentId, Integer> stops = new LinkedHashMap<>();
        work.read(transaction -> {
            book.lines(transaction, LineQuery.open(Picking.KIND), (list, line) -> {
                lists.put(list.id(), list);
                stops.merge(list.id(), line.parent().isEmpty() && line.open(Step.PICKED).signum() > 0 ? 1 : 0,
                    Integer::sum);
            });
            return Boolean.TRUE;
        });
        return lists.values().stream().limit(limit).map(list -> {
            boolean made = PickListKind.MADE.equals(list.state());
            return new Task(made ? "fulfilment.release" : "fulfilment.pick", made ? "Release pick list" : "Pick",
                list.number(), list.id(), stops.get(list.id()) + " bins to visit", list.due(), list.priority());
        }).toList();
    }

}
