package org.stockwright.fulfilment.internal.orders;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.LineChange;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.Orders.Change;
import org.stockwright.fulfilment.Orders.Part;
import org.stockwright.ledger.spi.LostRace;
import org.stockwright.ledger.spi.StockStep;

/** Changes of an order, in one step. */
final class OrderChanges {

    /** The entered number of a line is kept with so many decimals. */
    private static final int ENTERED_DIGITS = 9;

    private final DocumentBook book;
    private final StockStep step;

    OrderChanges(DocumentBook book, StockStep step) {
        this.book = book;
        this.step = step;
    }

    Outcome<Document> cancel(DocumentId id, List<Integer> numbers, String why) throws SQLException {
        Outcome<OpenOrder> open = OpenOrder.lock(book, step, id);
        if (!open.isDone()) {
            return Outcome.refused(open.refusals());
        }
        OpenOrder order = open.value();
        List<DocumentLine> lines = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (int number : numbers) {
            Outcome<DocumentLine> line = order.whole(number);
            refusals.addAll(line.refusals());
            if (line.isDone()) {
                lines.add(line.value());
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (numbers.isEmpty()) {
            order.order().lines().stream().filter(line -> line.parent().isEmpty()).forEach(lines::add);
        }
        return cancel(order, lines, "cancelled", why);
    }

    private Outcome<Document> cancel(OpenOrder order, List<DocumentLine> lines, String action, String why)
        throws SQLException {
        List<Flow> flows = new ArrayList<>();
        List<StockStep.Take> takes = new ArrayList<>();
        for (DocumentLine line : lines) {
            BigDecimal quantity = order.cancellable(line);
            if (quantity.signum() == 0) {
                if (line.done(Step.ORDERED).signum() > 0) {
                    return Outcome.refused(atTheSupplier(order.order(), line));
                }
                BigDecimal gone = order.picked(line).add(line.done(Step.SHIPPED));
                if (line.open(Step.SHIPPED).signum() > 0 && gone.signum() > 0) {
                    return Outcome.refused(onTheirWay(order.order(), line, gone, BigDecimal.ZERO));
                }
                continue;
            }
            order.spread(line, quantity).forEach((one, part) -> {
                flows.add(flow(one.id(), part, Optional.empty()));
                if (order.isWanting(one)) {
                    takes.addAll(order.surplus(one, OrderLines.own(one).subtract(part)));
                }
            });
        }
        book.tell(step.transaction(), order.order().id(), action, why);
        step.release(takes);
        book.flow(step.transaction(), flows);
        return settled(order.order().id());
    }

    private Flow flow(LineId line, BigDecimal cancelled, Optional<LineId> by) {
        return new Flow(line, Step.CANCELLED, cancelled, by, step.transaction().now());
    }

    private static Refusal onTheirWay(Document order, DocumentLine line, BigDecimal gone, BigDecimal wanted) {
        return Refusal.of(FulfilmentRefusal.GOODS_ARE_ON_THEIR_WAY, order.number(), line.line(),
            new Quantity(gone, line.quantity().unit()), new Quantity(wanted, line.quantity().unit()))
            .hint("Put back what was picked first, or let it be shipped and returned.")
            .at(Refusal.Place.line(line.line()));
    }

    private static Refusal atTheSupplier(Document order, DocumentLine line) {
        return Refusal.of(FulfilmentRefusal.WITH_A_SUPPLIER, order.number(), line.line(),
            new Quantity(line.done(Step.ORDERED), line.quantity().unit()))
            .hint("Cancel or close the purchase order first; drop-ship list tells which.")
            .at(Refusal.Place.line(line.line()));
    }

    private Outcome<Document> settled(DocumentId id) throws SQLException {
        return Outcome.done(new OrderStates(book, step.transaction()).settle(List.of(id)).getFirst());
    }

    Outcome<Document> close(DocumentId id, String why) throws SQLException {
        Optional<Document> found = book.lock(step.transaction(), id)
            .filter(order -> OrderKind.of(order.kind()).isPresent());
        if (found.isEmpty()) {
            return Outcome.refused(FulfilmentRefusal.UNKNOWN_ORDER, id);
        }
        OrderState state = OrderState.valueOf(found.get().state());
        if (state == OrderState.CLOSED || state == OrderState.CANCELLED) {
            return Outcome.refused(FulfilmentRefusal.ORDER_NOT_OPEN, found.get().number(), state.title());
        }
        if (state != OrderState.SHIPPED) {
            OpenOrder order = OpenOrder.lock(book, step, id).value();
            for (DocumentLine line : OrderLines.wanting(order.order())) {
                if (line.done(Step.ORDERED).signum() > 0) {
                    return Outcome.refused(atTheSupplier(order.order(), line));
                }
                if (order.picked(line).signum() > 0) {
                    return Outcome.refused(onTheirWay(order.order(), line, order.picked(line), BigDecimal.ZERO));
                }
            }
            Outcome<Document> rest = cancel(order,
                order.order().lines().stream().filter(line -> line.parent().isEmpty()).toList(), "cancelled", why);
            if (!rest.isDone() || OrderState.CANCELLED.name().equals(rest.value().state())) {
                return rest;
            }
        } else if (found.get().isOpen()) {
            return Outcome.refused(Refusal
                .of(FulfilmentRefusal.ORDER_NOT_OPEN, found.get().number(), state.title())
                .hint("It closes by itself when the goods have arrived."));
        }
        book.state(step.transaction(), id, OrderState.CLOSED.name(), "closed", why);
        return Outcome.done(book.read(step.transaction(), List.of(id)).getFirst());
    }

    Outcome<Document> revise(DocumentId id, List<Change> changes, List<NewDocument.Line> added, String why)
        throws SQLException {
        Outcome<OpenOrder> open = OpenOrder.lock(book, step, id);
        if (!open.isDone()) {
            return Outcome.refused(open.refusals());
        }
        OpenOrder order = open.value();
        List<LineChange> revised = new ArrayList<>();
        List<StockStep.Take> takes = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Change change : changes) {
            revise(order, change, revised, takes)
                .forEach(refusal -> refusals.add(refusal.at(Refusal.Place.line(change.line()))));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        step.release(takes);
        book.revise(step.transaction(), id, revised, why);
        if (!added.isEmpty()) {
            book.add(step.transaction(), id, added);
        }
        return settled(id);
    }

    private static List<Refusal> revise(OpenOrder order, Change change, List<LineChange> revised,
        List<StockStep.Take> takes) {
        Outcome<DocumentLine> found = order.whole(change.line());
        if (!found.isDone()) {
            return found.refusals();
        }
        DocumentLine line = found.value();
        if (change.price().filter(price -> price.signum() < 0).isPresent()) {
            return List.of(Refusal.of(org.stockwright.documents.DocumentRefusal.BAD_PRICE, change.price().get()));
        }
        if (change.quantity().isEmpty()) {
            order.withParts(line).forEach(one -> revised.add(new LineChange(one.id(), Optional.empty(),
                Optional.empty(), one.equals(line) ? change.price() : Optional.empty(), change.due(),
                Optional.empty())));
            return List.of();
        }
        Quantity asked = change.quantity().get();
        Outcome<Quantity> base = asked.in(line.quantity().unit(), Rounding.EXACT);
        if (!base.isDone()) {
            return base.refusals();
        }
        if (base.value().signum() <= 0) {
            return List.of(Refusal.of(FulfilmentRefusal.QUANTITY_NOT_POSITIVE, asked)
                .hint("Cancel the line instead."));
        }
        BigDecimal total = base.value().amount().add(line.done(Step.CANCELLED));
        List<Refusal> refusals = new ArrayList<>();
        for (DocumentLine one : order.withParts(line)) {
            Rational share = Rational.of(one.quantity().amount()).dividedBy(Rational.of(line.quantity().amount()))
                .times(Rational.of(total));
            Rational ratio = Rational.of(one.entered()).dividedBy(Rational.of(one.quantity().amount()));
            Optional<BigDecimal> amount = share.toDecimal(one.quantity().unit().scale())
                .filter(one.quantity().unit()::holds);
            Optional<BigDecimal> entered = share.times(ratio).toDecimal(ENTERED_DIGITS);
            if (amount.isEmpty() || entered.isEmpty()) {
                return List.of(Refusal.of(FulfilmentRefusal.COMPONENT_DOES_NOT_FIT, share, one.item(),
                    one.enteredUnit()));
            }
            BigDecimal open = amount.get().subtract(one.done(Step.CANCELLED)).subtract(one.done(Step.SHIPPED))
                .subtract(one.done(Step.ORDERED));
            if (order.isWanting(one)) {
                if (open.signum() < 0 && one.done(Step.ORDERED).signum() > 0) {
                    return List.of(atTheSupplier(order.order(), one));
                }
                if (open.compareTo(order.picked(one)) < 0) {
                    refusals.add(onTheirWay(order.order(), one, order.picked(one).add(one.done(Step.SHIPPED)),
                        amount.get()));
                }
                takes.addAll(order.surplus(one, open.max(BigDecimal.ZERO)));
            }
            revised.add(new LineChange(one.id(), Optional.of(new Quantity(amount.get(), one.quantity().unit())),
                entered, one.equals(line) ? change.price() : Optional.empty(), change.due(), Optional.empty()));
        }
        return refusals;
    }

    Outcome<Document> split(DocumentId id, String key, List<Part> parts) throws SQLException {
        String hash = OrderHash.of(id, parts);
        Optional<Outcome<Document>> known = book.known(step.transaction(), key, hash);
        if (known.isPresent()) {
            return known.get();
        }
        Outcome<OpenOrder> open = OpenOrder.lock(book, step, id);
        // a second sender of the same key waited for the lock
        known = book.known(step.transaction(), key, hash);
        if (known.isPresent() || !open.isDone()) {
            return known.orElseGet(() -> Outcome.refused(open.refusals()));
        }
        OpenOrder order = open.value();
        List<NewDocument.Line> lines = new ArrayList<>();
        List<DocumentLine> olds = new ArrayList<>();
        List<StockStep.Take> takes = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Part part : parts) {
            split(order, part, lines, olds, takes)
                .forEach(refusal -> refusals.add(refusal.at(Refusal.Place.line(part.line()))));
        }
        if (lines.isEmpty() && refusals.isEmpty()) {
            refusals.add(Refusal.of(FulfilmentRefusal.NOTHING_TO_SPLIT, order.order().number())
                .hint("Name lines and quantities."));
        }
        NewDocument made = copy(order.order(), key, hash, lines);
        if (refusals.isEmpty()) {
            refusals.addAll(book.check(made));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String number = step.number(OrderKind.of(order.order().kind()).orElseThrow().series());
        if (book.known(step.transaction(), key, hash).isPresent()) {
            throw new LostRace();
        }
        Document fresh = book.store(step.transaction(), made, number);
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < olds.size(); i++) {
            DocumentLine line = fresh.lines().get(i);
            flows.add(flow(olds.get(i).id(), line.quantity().amount(), Optional.of(line.id())));
        }
        step.release(takes);
        book.flow(step.transaction(), flows);
        book.tell(step.transaction(), id, "split", number);
        new OrderStates(book, step.transaction()).settle(List.of(id));
        return Outcome.done(fresh);
    }

    private static List<Refusal> split(OpenOrder order, Part part, List<NewDocument.Line> lines,
        List<DocumentLine> olds, List<StockStep.Take> takes) {
        Outcome<DocumentLine> found = order.whole(part.line());
        if (!found.isDone()) {
            return found.refusals();
        }
        DocumentLine line = found.value();
        Outcome<Quantity> base = part.quantity().in(line.quantity().unit(), Rounding.EXACT);
        if (!base.isDone()) {
            return base.refusals();
        }
        if (base.value().signum() <= 0) {
            return List.of(Refusal.of(FulfilmentRefusal.QUANTITY_NOT_POSITIVE, part.quantity()));
        }
        BigDecimal most = order.cancellable(line);
        if (olds.contains(line) || base.value().amount().compareTo(most) > 0) {
            return List.of(Refusal.of(FulfilmentRefusal.MORE_THAN_OPEN, order.order().number(), part.line(),
                new Quantity(most, line.quantity().unit()), part.quantity()));
        }
        int first = lines.size();
        List<DocumentLine> all = order.withParts(line);
        Map<DocumentLine, BigDecimal> amounts = order.spread(line, base.value().amount());
        for (DocumentLine one : all) {
            Quantity quantity = new Quantity(amounts.getOrDefault(one, BigDecimal.ZERO), one.quantity().unit());
            int parent = one.parent().map(whole -> indexOf(all, whole)).orElse(-1);
            NewDocument.Line copy = NewDocument.Line.of(one.itemId(), quantity).ofLot(one.lot()).at(one.location())
                .dated(one.due(), one.promised()).noted(one.note()).from(Optional.of(one.id()))
                .partOf(parent < 0 ? -1 : first + parent);
            lines.add(entered(one, copy));
            olds.add(one);
            if (order.isWanting(one)) {
                takes.addAll(order.surplus(one, OrderLines.own(one).subtract(quantity.amount())));
            }
        }
        return List.of();
    }

    /** In the unit of the old line when it comes out even there; else in the base unit, the price with it. */
    private static NewDocument.Line entered(DocumentLine old, NewDocument.Line copy) {
        Rational ratio = Rational.of(old.entered()).dividedBy(Rational.of(old.quantity().amount()));
        Optional<BigDecimal> entered = Rational.of(copy.quantity().amount()).times(ratio).toDecimal(ENTERED_DIGITS);
        return entered.isPresent() ? copy.entered(entered.get(), old.enteredUnit()).priced(old.price())
            : copy.priced(old.price().map(price -> Rational.of(price).times(ratio)
                .roundTo(BigDecimal.ONE.movePointLeft(ENTERED_DIGITS), Rounding.HALF_UP)));
    }

    private static int indexOf(List<DocumentLine> lines, LineId id) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private NewDocument copy(Document order, String key, String hash, List<NewDocument.Line> lines) {
        return NewDocument
            .of(order.kind(), key, hash, OrderState.OPEN.name(), order.currency(), step.transaction().now(), lines)
            .with(order.partner(), order.address(), order.reference()).at(order.place(), order.target())
            .wanted(order.due(), order.priority()).wantedBy(order.department(), order.costCentre())
            .madeOf(Optional.of(order.id()));
    }

}
