package org.stockwright.documents.internal.printing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Printing;
import org.stockwright.documents.internal.DocumentTrail;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** Counts the prints of documents, and tells the forms which print they are made for. */
@Component(service = PrintDesk.class)
public final class PrintDesk {

    private static final String PRINTED = "printed";
    private static final String FAILED = "print failed";
    private static final String ORIGINAL = ", original";

    private final UnitOfWork work;
    private final DocumentBook book;
    /** A report is made on the thread of whoever asks for it, its parameters can be given by anybody: so this is no parameter. */
    private final ThreadLocal<Mark> present = new ThreadLocal<>();

    /**
     * A print of a form.
     *
     * @param form which form
     * @param document of which document
     * @param print how often it was printed, from 1
     * @param isOriginal whether no print before it is one that counts
     */
    record Mark(String form, DocumentId document, int print, boolean isOriginal) {

        private String detail() {
            return form + (isOriginal ? ORIGINAL : ", copy, print " + print);
        }

    }

    @Activate
    public PrintDesk(@Reference UnitOfWork work, @Reference DocumentBook book) {
        this.work = work;
        this.book = book;
    }

    /** Records a print; who does it at the same time waits for the document. */
    Mark draw(String form, DocumentId document) {
        return work.write(transaction -> {
            book.lock(transaction, document);
            Mark mark = next(transaction, form, document);
            book.tell(transaction, document, PRINTED, mark.detail());
            return Outcome.done(mark);
        }).value();
    }

    private static Mark next(Transaction transaction, String form, DocumentId document) throws SQLException {
        List<DocumentEvent> trail = DocumentTrail.read(transaction, document);
        String original = form + ORIGINAL;
        long prints = trail.stream()
            .filter(event -> event.action().equals(PRINTED) && event.detail().startsWith(form + ", ")).count();
        long originals = trail.stream().filter(event -> event.detail().equals(original))
            .mapToLong(event -> switch (event.action()) {
                case PRINTED -> 1;
                case FAILED -> -1;
                default -> 0;
            }).sum();
        return new Mark(form, document, Math.toIntExact(prints + 1), originals == 0);
    }

    /** The prints that a trail tells of, the first one first. */
    static List<Printing.Print> prints(List<DocumentEvent> trail) {
        Map<String, Integer> counts = new HashMap<>();
        List<DocumentEvent> printed = new ArrayList<>();
        List<Printing.Print> result = new ArrayList<>();
        for (DocumentEvent event : trail) {
            if (event.action().equals(PRINTED)) {
                String form = form(event);
                printed.add(event);
                result.add(new Printing.Print(form,
                    Form.of(form).map(known -> known.view().title()).orElse(form),
                    counts.merge(form, 1, Integer::sum), event.detail().endsWith(ORIGINAL), false, event.user(),
                    event.at()));
            } else if (event.action().equals(FAILED)) {
                for (int i = printed.size() - 1; i >= 0; i--) {
                    if (printed.get(i).detail().equals(event.detail()) && !result.get(i).isFailed()) {
                        Printing.Print one = result.get(i);
                        result.set(i, new Printing.Print(one.form(), one.title(), one.print(), one.isOriginal(), true,
                            one.user(), one.at()));
                        break;
                    }
                }
            }
        }
        return result;
    }

    private static String form(DocumentEvent event) {
        return event.detail().substring(0, Math.max(0, event.detail().indexOf(',')));
    }

    /** Records that nothing came out of a print. */
    void failed(Mark mark) {
        work.write(transaction -> {
            book.lock(transaction, mark.document());
            book.tell(transaction, mark.document(), FAILED, mark.detail());
            return Outcome.done(mark);
        });
    }

    /** Makes a paper for a print. */
    <T> T during(Mark mark, Supplier<T> making) {
        present.set(mark);
        try {
            return making.get();
        } finally {
            present.remove();
        }
    }

    /** What stands on a paper that is made now on this thread: nothing on the original, else that it is a copy. */
    String marking(String form, DocumentId document) {
        return Optional.ofNullable(present.get())
            .filter(mark -> mark.isOriginal() && mark.form().equals(form) && mark.document().equals(document))
            .map(mark -> "").orElse("COPY");
    }

}
