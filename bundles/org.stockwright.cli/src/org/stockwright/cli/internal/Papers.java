package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.DocumentRow;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Link;
import org.stockwright.exchange.RowWriter;
import org.stockwright.purchasing.PurchasingRefusal;

/** Finds documents for commands and prints them, all kinds alike. */
final class Papers {

    private static final List<String> DOCUMENT = List.of("number", "kind", "state", "partner", "reference", "date",
        "due", "currency", "total", "lines", "revision");
    private static final List<String> LINES = List.of("number", "state", "line", "item", "quantity", "unit", "price",
        "due", "promised", "progress", "by", "source", "note");
    private static final List<String> CHAIN = List.of("document", "line", "item", "step", "quantity", "by", "by_kind",
        "effective", "user");
    private static final List<String> TRAIL = List.of("at", "user", "action", "state", "detail");

    private final BookCommand command;
    private final Session session;

    Papers(BookCommand command, Session session) {
        this.command = command;
        this.session = session;
    }

    private Documents documents() {
        return session.service(Documents.class);
    }

    /** The document with a number, or the end of the command. */
    Document find(String number) {
        return documents().find(number).orElseThrow(() -> new RefusedException(Refusal
            .of(DocumentRefusal.UNKNOWN_DOCUMENT, number).hint("'order list' shows numbers; case matters.")));
    }

    /** The supplier with a code, or the end of the command; nothing when nothing was typed. */
    Optional<PartnerId> supplier(String code) {
        return code == null ? Optional.empty() : Optional.of(session.service(Partners.class).byCode(code)
            .map(Partner::id).orElseThrow(() -> new RefusedException(Refusal.of(PurchasingRefusal.NO_SUPPLIER, code)
                .hint("Its code is one that 'import partners' stored; case matters."))));
    }

    /** Prints documents, one row each. */
    int print(List<Document> found) throws IOException {
        session.progress().clear();
        try (RowWriter rows = command.invocation().data(command.options, "documents", DOCUMENT)) {
            for (Document one : found) {
                rows.write(one.number(), one.kind(), word(one.state()), one.partnerCode(), one.reference(),
                    one.effective(), one.due().orElse(null), one.currency(), one.total().stripTrailingZeros()
                        .toPlainString(),
                    one.lines().size(), one.revision());
            }
        }
        return BookCommand.DONE;
    }

    /** Lists documents, the newest first. */
    int list(DocumentQuery query, int limit) throws IOException {
        List<DocumentRow> found = documents().list(query, limit);
        session.progress().clear();
        try (RowWriter rows = command.invocation().data(command.options, "documents",
            DOCUMENT.subList(0, DOCUMENT.size() - 1))) {
            for (DocumentRow one : found) {
                rows.write(one.number(), one.kind(), word(one.state()), one.partnerCode(), one.reference(),
                    one.effective(), one.due().orElse(null), one.currency(),
                    one.total().map(total -> total.stripTrailingZeros().toPlainString()).orElse(null), one.lines());
            }
        }
        return BookCommand.DONE;
    }

    /** Prints the lines of a document, each with what became of it and by which documents. */
    int lines(Document document) throws IOException {
        List<Link> chain = documents().chain(document.id());
        session.progress().clear();
        try (RowWriter rows = command.invocation().data(command.options, "document", LINES)) {
            for (DocumentLine line : document.lines()) {
                rows.write(document.number(), word(document.state()), line.line(), line.item(), line.entered(),
                    line.enteredUnit(), line.price().orElse(null), line.due().orElse(null),
                    line.promised().orElse(null), progress(line), by(document, line, chain), source(line, chain),
                    line.note());
            }
        }
        return BookCommand.DONE;
    }

    private static String progress(DocumentLine line) {
        return line.progress().entrySet().stream().sorted((one, other) -> one.getKey().compareTo(other.getKey()))
            .map(step -> step.getKey().word() + " " + step.getValue().toPlainString() + " " + line.quantity().unit())
            .collect(Collectors.joining(", "));
    }

    private static String by(Document document, DocumentLine line, List<Link> chain) {
        return chain.stream()
            .filter(link -> link.from().equals(document.id()) && link.fromLine() == line.line()
                && !link.byNumber().isEmpty())
            .map(link -> link.byNumber() + " " + link.step().word() + " " + link.quantity().toPlainString())
            .collect(Collectors.joining(", "));
    }

    /** The document whose line this one goes on with. */
    private static String source(DocumentLine line, List<Link> chain) {
        return line.source().isEmpty() ? "" : chain.stream()
            .filter(link -> link.by().filter(line.document()::equals).isPresent() && link.item().equals(line.item()))
            .map(Link::fromNumber).distinct().collect(Collectors.joining(", "));
    }

    /** Prints the chain from the first source to the last consequence. */
    int chain(Document document) throws IOException {
        List<Link> chain = documents().chain(document.id());
        session.progress().clear();
        try (RowWriter rows = command.invocation().data(command.options, "chain", CHAIN)) {
            for (Link link : chain) {
                rows.write(link.fromNumber(), link.fromLine(), link.item(), link.step().word(), link.quantity(),
                    link.byNumber(), link.byKind(), link.effective(), link.user());
            }
        }
        return BookCommand.DONE;
    }

    /** Prints who did what to a document. */
    int trail(Document document) throws IOException {
        List<DocumentEvent> events = documents().trail(document.id());
        session.progress().clear();
        try (RowWriter rows = command.invocation().data(command.options, "trail", TRAIL)) {
            for (DocumentEvent event : events) {
                rows.write(event.at(), event.user(), event.action(), word(event.state()), event.detail());
            }
        }
        return BookCommand.DONE;
    }

    private static String word(String state) {
        return state.toLowerCase(Locale.ROOT).replace('_', '-');
    }

}
