package org.stockwright.purchasing.internal.orders;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Draft;
import org.stockwright.purchasing.PurchaseOrders.Line;
import org.stockwright.purchasing.PurchaseOrders.Part;
import org.stockwright.purchasing.PurchasingRefusal;

/** Makes the order that is called off a blanket order, at its prices. */
record CallOff(DocumentBook book, OrderDrafting drafting, String key, DocumentId blanket, Optional<Instant> ordered,
    List<Part> parts) {

    String hash() {
        return OrderDrafting.hash("call-off", List.of(key, blanket, ordered, parts));
    }

    /** The order, with lines made of those of the blanket order; what is left of them is checked when it is stored. */
    Outcome<NewDocument> read(Transaction transaction, Instant now) throws SQLException {
        Optional<Document> found = book.read(transaction, List.of(blanket)).stream().findFirst();
        Outcome<Document> frame = OrderChecks.of(found, blanket, "blanket order", PurchaseOrders.BLANKET)
            .then(document -> OrderChecks.in(document, "called off", PurchaseOrders.APPROVED));
        if (!frame.isDone()) {
            return Outcome.refused(frame.refusals());
        }
        Document document = frame.value();
        LocalDate day = LocalDate.ofInstant(ordered.orElse(now), drafting.zone());
        List<Refusal> refusals = new ArrayList<>();
        document.due().filter(day::isAfter).ifPresent(last -> refusals
            .add(Refusal.of(PurchasingRefusal.BLANKET_NOT_VALID, document.number(), last, day)
                .hint("Order of another one, or place a new one.")));
        List<Line> lines = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Part part : parts) {
            Optional<DocumentLine> line = document.line(part.line());
            if (!seen.add(part.line())) {
                refusals.add(Refusal.of(PurchasingRefusal.LINE_TWICE, part.line()));
            } else if (line.isEmpty()) {
                refusals.add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, document.number(), part.line())
                    .hint("It has the lines 1 to " + document.lines().size() + "."));
            } else {
                lines.add(new Line(line.get().itemId(), part.quantity(), Optional.of(line.get().enteredUnit()),
                    line.get().price(), part.due(), line.get().note(), Optional.of(line.get().id())));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Draft draft = new Draft(key, document.partner(), ordered, Optional.empty(), document.place(),
            document.address(), document.reference(), Optional.of(document.currency()), document.department(),
            document.costCentre(), true, lines);
        return drafting.document(PurchaseOrders.KIND, draft, now).map(made -> new NewDocument(made.kind(), made.key(),
            hash(), made.state(), made.partner(), made.address(), made.place(), made.target(), made.reference(),
            made.currency(), made.effective(), made.due(), made.priority(), made.department(), made.costCentre(),
            made.carrier(), made.tracking(), Optional.of(blanket), made.reverses(), made.posting(), made.lines()));
    }

}
