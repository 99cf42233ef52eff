package org.stockwright.fulfilment.internal.orders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.stockwright.documents.Task;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.persistence.UnitOfWork;

/** Orders whose goods were brought so far and wait for the next step. */
public abstract class StageTasks implements TaskSource {

    private static final List<String> KINDS = Arrays.stream(OrderKind.values()).map(OrderKind::id).toList();
    private static final List<String> STATES = List.of(OrderState.IN_PICKING.name());

    private final UnitOfWork work;
    private final DocumentBook book;
    private final Waiting waiting;

    /**
     * What waits.
     *
     * @param permission of whoever does it
     * @param topic its stable id
     * @param title what is to be done
     * @param stage where the goods are
     */
    public record Waiting(String permission, String topic, String title, AllocationRows.Stage stage) {
    }

    protected StageTasks(UnitOfWork work, DocumentBook book, Waiting waiting) {
        this.work = work;
        this.book = book;
        this.waiting = waiting;
    }

    @Override
    public final String permission() {
        return waiting.permission();
    }

    @Override
    public final List<Task> tasks(int limit) {
        List<Task> tasks = new ArrayList<>();
        work.read(transaction -> new UrgentDocuments(book, transaction).held(waiting.stage().name(), KINDS, STATES,
            limit)).forEach(
                (order, count) -> tasks.add(UrgentDocuments.task(waiting.topic(), waiting.title(), order,
                    UrgentDocuments.lines(count))));
        return tasks;
    }

}
