package org.stockwright.service.internal.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.service.Performer;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.internal.stock.WorkDesk;
import org.stockwright.service.internal.stock.WorkTerms;

/** What waits to be done in cases: the stage whose turn it is, and delivery. */
@Component(service = TaskSource.class)
public final class CaseTasks implements TaskSource {

    private final WorkDesk desk;

    /** Lives as long as the open book. */
    @Activate
    public CaseTasks(@Reference WorkDesk desk) {
        this.desk = desk;
    }

    @Override
    public String permission() {
        return ServicePermission.CASES;
    }

    @Override
    public List<Task> tasks(int limit) {
        Outcome<WorkTerms> terms = desk.terms();
        return terms.isDone() ? tasks(terms.value(), limit) : List.of();
    }

    private List<Task> tasks(WorkTerms terms, int limit) {
        record Found(List<CaseRows.Waiting> waiting, List<DocumentId> ready, Map<DocumentId, Document> documents) {
        }
        Found found = desk.work().read(transaction -> {
            CaseRows rows = new CaseRows(transaction);
            List<CaseRows.Waiting> waiting = rows.waiting(limit);
            List<DocumentId> ready = rows.ready(limit);
            List<DocumentId> all = new ArrayList<>(ready);
            waiting.forEach(one -> all.add(one.document()));
            Map<DocumentId, Document> documents = new HashMap<>();
            desk.book().read(transaction, all).forEach(one -> documents.put(one.id(), one));
            return new Found(waiting, ready, documents);
        });
        List<Task> tasks = new ArrayList<>();
        for (DocumentId id : found.ready()) {
            Document one = Objects.requireNonNull(found.documents().get(id));
            tasks.add(new Task("service.deliver", "Deliver case", one.number(), id,
                one.partnerName() + ": all stages are done", one.due(), one.priority()));
        }
        for (CaseRows.Waiting one : found.waiting()) {
            tasks.add(task(one, Objects.requireNonNull(found.documents().get(one.document())), terms));
        }
        return tasks.subList(0, Math.min(limit, tasks.size()));
    }

    private static Task task(CaseRows.Waiting waiting, Document document, WorkTerms terms) {
        Performer performer = Performer.valueOf(waiting.performer());
        String topic = switch (performer) {
            case STAFF -> "service.stage";
            case CLIENT -> "service.client";
            case AUTOMATION -> "service.run";
        };
        String title = switch (performer) {
            case STAFF -> "Do stage of case";
            case CLIENT -> "Enter what the customer filled in";
            case AUTOMATION -> "Run stage of case";
        };
        Optional<Instant> due = waiting.due();
        return new Task(topic, title, document.number(), document.id(), document.partnerName() + ": " + waiting.name()
            + due.map(instant -> ", due " + instant.atZone(terms.zone()).toLocalTime().withSecond(0).withNano(0))
                .orElse(""),
            due.map(terms::day).or(document::due), document.priority());
    }

}
