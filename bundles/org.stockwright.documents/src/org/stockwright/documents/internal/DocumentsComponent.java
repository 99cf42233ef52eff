package org.stockwright.documents.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.DocumentRow;
import org.stockwright.documents.Documents;
import org.stockwright.documents.KindView;
import org.stockwright.documents.Link;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Answers questions about documents of all areas. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.documents.Documents")
public final class DocumentsComponent implements Documents, Guarded {

    private static final int MOST_TASKS = 200;

    private final UnitOfWork work;
    private final Kinds kinds;
    private final DocumentBook book;
    private final List<TaskSource> sources;
    private final Contributions contributions;

    @Activate
    public DocumentsComponent(@Reference UnitOfWork work, @Reference Kinds kinds, @Reference DocumentBook book,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<TaskSource> sources,
        @Reference Contributions contributions) {
        this.work = work;
        this.contributions = contributions;
        this.kinds = kinds;
        this.book = book;
        this.sources = List.copyOf(sources);
    }

    @Override
    public List<KindView> kinds() {
        return kinds.visible();
    }

    @Override
    public Optional<Document> get(DocumentId id) {
        return work.read(transaction -> read(transaction, id));
    }

    private Optional<Document> read(Transaction transaction, DocumentId id) throws SQLException {
        return book.read(transaction, List.of(id)).stream()
            .filter(document -> kinds.visibleIds().contains(document.kind())).map(this::withoutHiddenPrices)
            .findFirst();
    }

    private Document withoutHiddenPrices(Document document) {
        return kinds.showsPrices(document.kind()) ? document
            : DocumentRows.withLines(document, document.lines().stream().map(DocumentRows::withoutPrice).toList());
    }

    @Override
    public Optional<Document> find(String kind, String number) {
        return work.read(transaction -> {
            Optional<DocumentId> id = book.find(transaction, kind, number);
            return id.isPresent() ? read(transaction, id.get()) : Optional.empty();
        });
    }

    @Override
    public Optional<Document> find(String number) {
        return work.read(transaction -> {
            for (long id : byNumber(transaction, number)) {
                Optional<Document> found = read(transaction, new DocumentId(id));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        });
    }

    private static List<Long> byNumber(Transaction transaction, String number) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT id FROM document WHERE number = ? ORDER BY id")) {
            select.setString(1, number);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids;
    }

    @Override
    public List<DocumentRow> list(DocumentQuery query, int limit) {
        return work.read(transaction -> new DocumentList(transaction, kinds).rows(query, limit));
    }

    @Override
    public int count(DocumentQuery query) {
        return work.read(transaction -> new DocumentList(transaction, kinds).count(query));
    }

    @Override
    public List<Link> chain(DocumentId id) {
        Set<String> visible = kinds.visibleIds();
        return work.read(transaction -> new ChainReader(transaction, visible).chain(id));
    }

    @Override
    public List<DocumentEvent> trail(DocumentId id) {
        return work
            .read(transaction -> read(transaction, id).isPresent() ? DocumentTrail.read(transaction, id) : List.of());
    }

    @Override
    public Outcome<DocumentEvent> note(DocumentId id, String text) {
        String words = text.strip();
        if (words.isEmpty() || !DocumentTexts.fits(words.replace("\n", " "), DocumentTexts.MAX_DETAIL)) {
            return Outcome.refused(Refusal.of(DocumentRefusal.BAD_TEXT, "note", DocumentTexts.MAX_DETAIL)
                .hint("Write something shorter."));
        }
        return work.write(transaction -> {
            Optional<Document> document = read(transaction, id);
            if (document.isEmpty()) {
                return unknown(id);
            }
            Optional<Refusal> readOnly = kinds.readOnly(document.get().kind());
            if (readOnly.isPresent()) {
                return Outcome.refused(readOnly.get());
            }
            book.tell(transaction, id, "note", words);
            return Outcome.done(DocumentTrail.read(transaction, id).getLast());
        });
    }

    private static <T> Outcome<T> unknown(DocumentId id) {
        return Outcome.refused(DocumentRefusal.UNKNOWN_DOCUMENT, id);
    }

    @Override
    public List<Attachment> attachments(DocumentId id) {
        return work.read(transaction -> read(transaction, id).isPresent() ? new Attachments(transaction).list(id)
            : List.of());
    }

    @Override
    public Outcome<Attachment> attach(DocumentId id, String name, String mediaType, byte[] content) {
        return work.write(transaction -> {
            Optional<Document> document = read(transaction, id);
            if (document.isEmpty()) {
                return unknown(id);
            }
            Optional<Refusal> readOnly = kinds.readOnly(document.get().kind());
            return readOnly.isPresent() ? Outcome.refused(readOnly.get())
                : book.attach(transaction, id, name, mediaType, content);
        });
    }

    @Override
    public Optional<byte[]> content(long attachment) {
        return work.read(transaction -> {
            Optional<Attachments.Content> found = new Attachments(transaction).content(attachment);
            return found.isPresent() && read(transaction, found.get().document()).isPresent()
                ? Optional.of(found.get().bytes()) : Optional.empty();
        });
    }

    @Override
    public List<Task> inbox() {
        List<Task> tasks = new ArrayList<>();
        for (TaskSource source : sources) {
            Outcome<String> permission = contributions.ask(source, TaskSource::permission);
            if (permission.isDone() && kinds.may(permission.value())) {
                // one area's trouble does not take the others' tasks away
                Outcome<List<Task>> found = contributions.ask(source, one -> List.copyOf(one.tasks(MOST_TASKS)));
                if (found.isDone()) {
                    tasks.addAll(found.value());
                }
            }
        }
        tasks.sort(Comparator.comparing(Task::priority, Comparator.reverseOrder())
            .thenComparing(task -> task.due().orElse(LocalDate.MAX)).thenComparing(Task::number));
        return tasks;
    }

}
