package org.stockwright.service.internal.stock;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.service.Batch;
import org.stockwright.service.ServicePermission;

/** Batches that wait to be begun or finished. */
@Component(service = TaskSource.class)
public final class PreparationTasks implements TaskSource {

    private final WorkDesk desk;

    /** Lives as long as the open book. */
    @Activate
    public PreparationTasks(@Reference WorkDesk desk) {
        this.desk = desk;
    }

    @Override
    public String permission() {
        return ServicePermission.PREPARE;
    }

    @Override
    public List<Task> tasks(int limit) {
        Outcome<WorkTerms> terms = desk.terms();
        if (!terms.isDone()) {
            return List.of();
        }
        return desk.work().read(transaction -> new BatchRows(transaction).list(Optional.empty(), true, limit)).stream()
            .map(batch -> task(batch, terms.value())).toList();
    }

    private static Task task(Batch batch, WorkTerms terms) {
        boolean planned = batch.state() == Batch.State.PLANNED;
        return new Task(planned ? "service.prepare" : "service.finish", planned ? "Prepare batch" : "Finish batch",
            batch.number(), batch.document(), batch.template() + ": " + batch.units() + " units",
            batch.planned().map(terms::day), 0);
    }

}
