package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.LineChange;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Confirmation;
import org.stockwright.purchasing.PurchaseOrders.Revision;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.Requisitions;

/** What becomes of an order after it was placed. For one transaction, with the order and its sources locked. */
final class OrderChanges {

    private static final String[] ALIVE = { PurchaseOrders.OPEN, PurchaseOrders.APPROVED, PurchaseOrders.SENT,
        PurchaseOrders.CONFIRMED };
    private static final String[] RECEIVABLE = { PurchaseOrders.APPROVED, PurchaseOrders.SENT,
        PurchaseOrders.CONFIRMED };

    private final Transaction transaction;
    private final DocumentBook book;
    private final MasterData data;
    private final DocumentId id;
    private final OrderSources sources;
    private final Outcome<Document> order;

    OrderChanges(Transaction transaction, DocumentBook book, OrderDrafting drafting, DocumentId id)
        throws SQLException {
        this.transaction = transaction;
        this.book = book;
        this.data = drafting.data();
        this.id = id;
        this.sources = OrderSources.of(transaction, book, drafting.demands(), id);
        this.order = OrderChecks.order(sources.document(id), id);
    }

    Outcome<Document> send(String how) throws SQLException {
        Outcome<Document> allowed = order
            .then(document -> OrderChecks.of(Optional.of(document), id, "purchase order", PurchaseOrders.KIND))
            .then(document -> OrderChecks.in(document, "sent", RECEIVABLE));
        if (!allowed.isDone()) {
            return allowed;
        }
        if (allowed.value().state().equals(PurchaseOrders.APPROVED)) {
            book.state(transaction, id, PurchaseOrders.SENT, "sent", how);
        } else {
            book.tell(transaction, id, "sent again", how);
        }
        return OrderChecks.now(transaction, book, id);
    }

    Outcome<Document> confirm(String reference, List<Confirmation> confirmations) throws SQLException {
        Outcome<Document> allowed = order
            .then(document -> OrderChecks.of(Optional.of(document), id, "purchase order", PurchaseOrders.KIND))
            .then(document -> OrderChecks.in(document, "confirmed", RECEIVABLE));
        if (!allowed.isDone()) {
            return allowed;
        }
        Document document = allowed.value();
        List<Confirmation> all = confirmations.isEmpty() ? document.lines().stream()
            .filter(line -> line.open(Step.RECEIVED).signum() > 0)
            .map(line -> new Confirmation(line.line(), Optional.empty(), Optional.empty())).toList() : confirmations;
        List<Refusal> refusals = new ArrayList<>();
        List<Flow> flows = new ArrayList<>();
        List<LineChange> changes = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Confirmation one : all) {
            Optional<DocumentLine> line = line(document, one.line(), seen, refusals);
            line.ifPresent(known -> confirm(document, known, one, flows, changes, refusals));
        }
        if (all.isEmpty()) {
            refusals.add(Refusal.of(PurchasingRefusal.NOTHING_OPEN, document.number()));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        book.flow(transaction, flows);
        if (!changes.isEmpty()) {
            book.revise(transaction, id, changes, "Confirmed.");
        }
        book.state(transaction, id, PurchaseOrders.CONFIRMED, "confirmed", reference);
        return OrderChecks.now(transaction, book, id);
    }

    private void confirm(Document document, DocumentLine line, Confirmation one, List<Flow> flows,
        List<LineChange> changes, List<Refusal> refusals) {
        BigDecimal wanted = line.quantity().amount().subtract(line.done(Step.CANCELLED));
        BigDecimal confirmed = wanted;
        if (one.quantity().isPresent()) {
            Outcome<Quantity> base = base(line, one.quantity().get());
            refusals.addAll(at(line, base.refusals()));
            if (!base.isDone()) {
                return;
            }
            confirmed = base.value().amount();
        }
        if (confirmed.signum() < 0) {
            refusals.add(Refusal
                .of(PurchasingRefusal.BAD_QUANTITY, confirmed.stripTrailingZeros().toPlainString(), line.item())
                .hint("A supplier who does not deliver a line confirms 0 of it.")
                .at(Refusal.Place.line(line.line())));
        }
        BigDecimal more = confirmed.subtract(line.done(Step.CONFIRMED));
        if (more.signum() != 0) {
            flows.add(new Flow(line.id(), Step.CONFIRMED, more, Optional.empty(), transaction.now()));
        }
        one.promised().or(line::promised).or(line::due).or(document::due)
            .filter(day -> !Optional.of(day).equals(line.promised()))
            .ifPresent(day -> changes.add(LineChange.promised(line.id(), day)));
    }

    /** The line with a number, once. */
    private static Optional<DocumentLine> line(Document document, int number, Set<Integer> seen,
        List<Refusal> refusals) {
        if (!seen.add(number)) {
            refusals.add(Refusal.of(PurchasingRefusal.LINE_TWICE, number));
            return Optional.empty();
        }
        Optional<DocumentLine> line = document.line(number);
        if (line.isEmpty()) {
            refusals.add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, document.number(), number)
                .hint("It has the lines 1 to " + document.lines().size() + "."));
        }
        return line;
    }

    private static List<Refusal> at(DocumentLine line, List<Refusal> refusals) {
        return refusals.stream().map(refusal -> refusal.at(Refusal.Place.line(line.line()))).toList();
    }

    /** A quantity in the unit in which a line was entered, in the base unit. */
    private Outcome<Quantity> base(DocumentLine line, BigDecimal entered) {
        Optional<Item> item = data.item(line.itemId());
        if (item.isEmpty()) {
            return Outcome.refused(PurchasingRefusal.UNKNOWN_ITEM, line.item());
        }
        Outcome<Unit> unit = data.unit(item.get(), line.enteredUnit());
        return unit.then(in -> Quantity.checked(entered, in))
            .then(quantity -> quantity.in(line.quantity().unit(), Rounding.EXACT));
    }

    Outcome<Document> revise(int revision, List<Revision> revisions, String reason) throws SQLException {
        Outcome<Document> allowed = order.then(document -> OrderChecks.in(document, "revised", ALIVE));
        if (!allowed.isDone()) {
            return allowed;
        }
        Document document = allowed.value();
        List<Refusal> refusals = new ArrayList<>();
        if (document.revision() != revision) {
            return Outcome.refused(Refusal
                .of(PurchasingRefusal.REVISED_MEANWHILE, document.number(), document.revision(), revision)
                .hint("Look at it again."));
        }
        Texts.reason(reason, "Say why it is revised.").ifPresent(refusals::add);
        List<LineChange> changes = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Revision one : revisions) {
            Optional<DocumentLine> line = line(document, one.line(), seen, refusals);
            Optional<LineChange> change = line.flatMap(known -> change(document, known, one, refusals));
            change.ifPresent(changes::add);
            if (change.flatMap(LineChange::quantity).isPresent()) {
                BigDecimal more = change.get().quantity().get().amount().subtract(line.get().quantity().amount());
                sources.more(line.get(), more, document.place())
                    .ifPresent(refusal -> refusals.add(refusal.at(Refusal.Place.line(one.line()))));
            }
        }
        if (revisions.isEmpty()) {
            refusals.add(Refusal.of(DocumentRefusal.NO_LINES).hint("Say what is revised."));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        book.revise(transaction, id, changes, reason.strip());
        for (LineChange change : changes) {
            DocumentLine before = document.lines().stream().filter(line -> line.id().equals(change.line())).findFirst()
                .orElseThrow();
            if (change.quantity().isPresent()) {
                sources.changed(before, change.quantity().get().amount().subtract(before.quantity().amount()),
                    transaction.now());
            }
        }
        Document after = OrderChecks.now(transaction, book, id).value();
        if (!document.state().equals(PurchaseOrders.OPEN) && after.total().compareTo(document.total()) > 0) {
            book.state(transaction, id, PurchaseOrders.OPEN, "to approve again", "It costs "
                + plain(after.total()) + " instead of " + plain(document.total()) + " " + document.currency() + ".");
        }
        sources.settle(document);
        return OrderChecks.now(transaction, book, id);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private Optional<LineChange> change(Document document, DocumentLine line, Revision one, List<Refusal> refusals) {
        int before = refusals.size();
        Optional<Quantity> quantity = Optional.empty();
        if (one.quantity().isPresent()) {
            Outcome<Quantity> base = base(line, one.quantity().get());
            refusals.addAll(at(line, base.refusals()));
            if (base.isDone()) {
                quantity = Optional.of(base.value());
                checkQuantity(line, base.value(), refusals);
            }
        }
        if (one.price().isPresent() && !isPrice(one.price().get())) {
            refusals.add(Refusal.of(DocumentRefusal.BAD_PRICE, one.price().get().toPlainString())
                .hint("A price is not negative and has at most 9 decimals.").at(Refusal.Place.line(line.line())));
        }
        if (one.price().isPresent() && line.done(Step.INVOICED).signum() > 0
            && line.price().map(price -> price.compareTo(one.price().get()) != 0).orElse(true)) {
            refusals.add(hasInvoices(document, line).at(Refusal.Place.line(line.line())));
        }
        return refusals.size() > before ? Optional.empty() : Optional.of(
            new LineChange(line.id(), quantity, one.quantity(), one.price(), one.due(), Optional.empty()));
    }

    private static boolean isPrice(BigDecimal price) {
        BigDecimal plain = price.stripTrailingZeros();
        return plain.signum() >= 0 && plain.scale() <= 9 && plain.precision() - plain.scale() <= 18;
    }

    private static Refusal hasInvoices(Document document, DocumentLine line) {
        return Refusal.of(PurchasingRefusal.HAS_INVOICES, document.number(), line.line(),
            plain(line.done(Step.INVOICED)) + " " + line.quantity().unit())
            .hint("Reverse the invoice first, or enter the difference with the next one.");
    }

    /** A line is not revised below what happened; a blanket order not below what was called off. */
    private void checkQuantity(DocumentLine line, Quantity wanted, List<Refusal> refusals) {
        BigDecimal cancelled = line.done(Step.CANCELLED);
        BigDecimal least = Stream.of(Step.RECEIVED, Step.INVOICED, Step.ADVISED, Step.ORDERED)
            .map(step -> line.done(step).add(cancelled)).reduce(cancelled, BigDecimal::max);
        if (wanted.signum() <= 0) {
            refusals.add(Refusal.of(PurchasingRefusal.BAD_QUANTITY, wanted.amountText(), line.item())
                .hint("Close the order short, or cancel it.").at(Refusal.Place.line(line.line())));
        } else if (wanted.amount().compareTo(least) < 0) {
            refusals.add(Refusal
                .of(PurchasingRefusal.BELOW_DONE, line.line(), plain(least) + " " + line.quantity().unit())
                .hint("The least is " + plain(least) + " " + line.quantity().unit() + ".")
                .at(Refusal.Place.line(line.line())));
        }
        Optional<DocumentLine> source = sources.source(line.source());
        BigDecimal more = wanted.amount().subtract(line.quantity().amount());
        if (source.isPresent() && more.compareTo(OrderSources.open(source.get())) > 0 && more.signum() > 0
            && !isRequisition(source.get())) {
            Document document = sources.document(source.get().document()).orElseThrow();
            refusals.add(Refusal.of(PurchasingRefusal.MORE_THAN_OPEN, source.get().line(), document.number(),
                plain(OrderSources.open(source.get())) + " " + line.quantity().unit(),
                plain(more) + " " + line.quantity().unit()).at(Refusal.Place.line(line.line())));
        }
    }

    private boolean isRequisition(DocumentLine source) {
        return sources.document(source.document()).map(document -> document.kind().equals(Requisitions.KIND))
            .orElse(false);
    }

    Outcome<Document> closeShort(String reason) throws SQLException {
        Outcome<Document> allowed = order.then(document -> OrderChecks.in(document, "closed", ALIVE));
        Optional<Refusal> missing = Texts.reason(reason, "Say why nothing more is expected.");
        if (!allowed.isDone() || missing.isPresent()) {
            return allowed.isDone() ? Outcome.refused(missing.get()) : allowed;
        }
        Step step = allowed.value().kind().equals(PurchaseOrders.BLANKET) ? Step.ORDERED : Step.RECEIVED;
        dropOpen(allowed.value(), step);
        book.state(transaction, id, PurchaseOrders.CLOSED, "closed short", reason.strip());
        sources.settle(allowed.value());
        return OrderChecks.now(transaction, book, id);
    }

    /** What was not done is cancelled, and given back to the source. */
    private void dropOpen(Document document, Step step) throws SQLException {
        Instant now = transaction.now();
        List<Flow> flows = new ArrayList<>();
        for (DocumentLine line : document.lines()) {
            BigDecimal open = line.open(step);
            if (open.signum() > 0) {
                flows.add(new Flow(line.id(), Step.CANCELLED, open, Optional.empty(), now));
                sources.changed(line, open.negate(), now);
            }
        }
        book.flow(transaction, flows);
    }

    Outcome<Document> cancel(String reason) throws SQLException {
        Outcome<Document> allowed = order.then(document -> OrderChecks.in(document, "cancelled", ALIVE));
        Optional<Refusal> missing = Texts.reason(reason, "Say why it is cancelled.");
        if (!allowed.isDone() || missing.isPresent()) {
            return allowed.isDone() ? Outcome.refused(missing.get()) : allowed;
        }
        List<Refusal> refusals = new ArrayList<>();
        for (DocumentLine line : allowed.value().lines()) {
            if (line.done(Step.RECEIVED).signum() > 0 || line.done(Step.ADVISED).signum() > 0) {
                refusals.add(Refusal.of(PurchasingRefusal.HAS_RECEIPTS, allowed.value().number(), line.line(),
                    plain(line.done(Step.RECEIVED).max(line.done(Step.ADVISED))) + " " + line.quantity().unit()
                        + (line.done(Step.RECEIVED).signum() > 0 ? "" : " announced and not yet"))
                    .hint("Close it short instead."));
            } else if (line.done(Step.INVOICED).signum() > 0) {
                refusals.add(hasInvoices(allowed.value(), line));
            } else if (line.done(Step.ORDERED).signum() > 0) {
                refusals.add(Refusal.of(PurchasingRefusal.BELOW_DONE, line.line(),
                    plain(line.done(Step.ORDERED)) + " " + line.quantity().unit()).hint("Close it instead."));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        dropOpen(allowed.value(), Step.RECEIVED);
        book.state(transaction, id, PurchaseOrders.CANCELLED, "cancelled", reason.strip());
        sources.settle(allowed.value());
        return OrderChecks.now(transaction, book, id);
    }

}
