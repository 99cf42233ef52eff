package org.stockwright.purchasing.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.security.SecurityPermission;

/** Tasks that documents of a kind pose while they are in a state. */
public abstract class PurchasingTasks implements TaskSource {

    /**
     * What waits.
     *
     * @param permission of whoever does it
     * @param topic its stable id
     * @param title what is to be done
     * @param kind of the documents
     * @param state in which they wait
     */
    public record Waiting(String permission, String topic, String title, String kind, String state) {
    }

    private final UnitOfWork work;
    private final DocumentBook book;
    private final Access access;
    private final Waiting waiting;

    protected PurchasingTasks(UnitOfWork work, DocumentBook book, Access access, Waiting waiting) {
        this.work = work;
        this.book = book;
        this.access = access;
        this.waiting = waiting;
    }

    @Override
    public final String permission() {
        return waiting.permission();
    }

    @Override
    public final List<Task> tasks(int limit) {
        Map<DocumentId, Document> heads = new LinkedHashMap<>();
        Map<DocumentId, BigDecimal> totals = new LinkedHashMap<>();
        work.read(transaction -> {
            book.lines(transaction, LineQuery.open(waiting.kind()).in(Set.of(waiting.state())), (head, line) -> {
                heads.put(head.id(), head);
                totals.merge(head.id(), amount(line), BigDecimal::add);
            });
            return heads;
        });
        boolean costs = access.may(SecurityPermission.COSTS);
        List<Task> tasks = new ArrayList<>();
        heads.values().forEach(head -> tasks.add(new Task(waiting.topic(), waiting.title(), head.number(), head.id(),
            subject(head) + (costs ? ", " + totals.get(head.id()).stripTrailingZeros().toPlainString() + " "
                + head.currency() : ""),
            head.due(), head.priority())));
        tasks.sort(Comparator.comparing(Task::priority, Comparator.reverseOrder())
            .thenComparing(task -> task.due().map(Object::toString).orElse("9")).thenComparing(Task::number));
        return tasks.subList(0, Math.min(limit, tasks.size()));
    }

    private static BigDecimal amount(DocumentLine line) {
        return line.amount().orElse(BigDecimal.ZERO);
    }

    /** Whose it is: the supplier's, or that of the department. */
    private static String subject(Document head) {
        return head.partnerName().isEmpty() ? head.department() + " (" + head.user() + ")" : head.partnerName();
    }

}
