package org.stockwright.fulfilment.internal.returns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.CustomerReturns.Came;
import org.stockwright.fulfilment.CustomerReturns.Decided;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.internal.shipping.Actions;
import org.stockwright.fulfilment.internal.shipping.CustomerReturnKind;
import org.stockwright.fulfilment.internal.shipping.GoodsWork;
import org.stockwright.fulfilment.internal.shipping.ShipmentKind;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockStep;

/** What happens with a return after it was announced, each in one step with the ledger. */
final class ReturnStep {

    private static final String INSPECTION = "INSPECTION";
    private static final String QUARANTINE = "QUARANTINE";

    private final DocumentBook book;
    private final StockStep step;
    private final DocumentId id;
    private final Instant effective;
    private Map<DocumentId, Document> documents = Map.of();

    ReturnStep(DocumentBook book, StockStep step, DocumentId id, Instant effective) {
        this.book = book;
        this.step = step;
        this.id = id;
        this.effective = effective;
    }

    /** The return, locked with its shipment and orders; or what became of the same action before. */
    private Outcome<Document> open(String key, String hash, String what) throws SQLException {
        GoodsWork goods = new GoodsWork(book, step);
        Outcome<Document> found = goods.find(id, CustomerReturns.KIND);
        if (!found.isDone()) {
            return found;
        }
        TreeSet<DocumentId> ids = new TreeSet<>();
        ids.add(id);
        found.value().source().ifPresent(ids::add);
        for (Document shipment : book.read(step.transaction(), ids)) {
            ids.addAll(goods.documentsOf(shipment.lines().stream().flatMap(line -> line.source().stream()).toList())
                .values());
        }
        documents = goods.lock(ids);
        Document now = documents.get(id);
        Optional<Outcome<DocumentId>> known = new Actions(step.transaction()).known(key, hash);
        if (known.isPresent()) {
            documents = Map.of();
            return known.get().map(same -> now);
        }
        return now.isOpen() ? Outcome.done(now) : GoodsWork.notNow(now, what);
    }

    private boolean isRepeated() {
        return documents.isEmpty();
    }

    Outcome<Document> receive(String key, String hash, LocationId at, List<Came> given) throws SQLException {
        Outcome<Document> found = open(key, hash, "received");
        if (!found.isDone() || isRepeated()) {
            return found;
        }
        Document back = found.value();
        Optional<Document> shipment = back.source().map(documents::get);
        if (shipment.filter(one -> !ShipmentKind.SHIPPED.equals(one.state())).isPresent()) {
            return GoodsWork.notNow(shipment.get(), "returned");
        }
        ReturnRows rows = new ReturnRows(step.transaction());
        Optional<LocationId> lies = rows.place(id);
        if (lies.filter(place -> !place.equals(at)).isPresent()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.OTHER_INSPECTION_PLACE, back.number())
                .hint("Bring it to where the rest of it lies."));
        }
        List<Came> came = given.isEmpty() ? back.lines().stream()
            .filter(line -> line.open(Step.RECEIVED).signum() > 0)
            .map(line -> new Came(line.line(), line.open(Step.RECEIVED))).toList() : given;
        List<MovementLine> lines = new ArrayList<>();
        List<Flow> flows = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        Map<LineId, DocumentLine> all = GoodsWork.lines(documents.values());
        Map<Integer, BigDecimal> sums = new HashMap<>();
        for (Came one : came) {
            Optional<DocumentLine> line = back.line(one.line());
            BigDecimal sum = sums.merge(one.line(), one.quantity(), BigDecimal::add);
            if (line.isEmpty()) {
                refusals.add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, back.number(), one.line()));
                continue;
            }
            Outcome<Quantity> quantity = Quantity.checked(one.quantity(), line.get().quantity().unit());
            if (one.quantity().signum() <= 0 || sum.compareTo(line.get().open(Step.RECEIVED)) > 0
                || !quantity.isDone()) {
                refusals.add(Refusal.of(FulfilmentRefusal.MORE_THAN_ANNOUNCED, one.line(), back.number(),
                    Announcing.plain(line.get().open(Step.RECEIVED)), Announcing.plain(sum))
                    .hint("Announce the rest by another return.").at(Refusal.Place.line(one.line())));
                continue;
            }
            lines.add(MovementLine.of(MovementKind.RETURN_IN, line.get().itemId(), quantity.value(),
                shipment.flatMap(Document::target), Optional.of(at)).withLot(line.get().lot())
                .withStatus(INSPECTION, "").withReason(back.reference()));
            flows.add(new Flow(line.get().id(), Step.RECEIVED, one.quantity(), Optional.empty(), effective));
            line.get().source().ifPresent(shipped -> {
                Optional<LineId> by = Optional.of(line.get().id());
                flows.add(new Flow(shipped, Step.RETURNED, one.quantity(), by, effective));
                all.get(shipped).source().ifPresent(
                    ordered -> flows.add(new Flow(ordered, Step.RETURNED, one.quantity(), by, effective)));
            });
        }
        if (lines.isEmpty() && refusals.isEmpty()) {
            return GoodsWork.notNow(back, "received: everything came");
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        // the paper is the shipment's: what comes back has the cost at which it left
        Outcome<PostingReceipt> posted = step.post(new PostingRequest("RTIN-" + key, effective, lines,
            shipment.map(Document::number).orElse(back.number()), "", ""));
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals());
        }
        book.flow(step.transaction(), flows);
        if (lies.isEmpty()) {
            rows.lies(id, at);
        }
        new Actions(step.transaction()).add(key, hash, id);
        book.state(step.transaction(), id, CustomerReturnKind.INSPECTION, "received", "");
        return read();
    }

    private Outcome<Document> read() throws SQLException {
        return Outcome.done(book.read(step.transaction(), List.of(id)).getFirst());
    }

    Outcome<Document> decide(String key, String hash, List<Decided> decided) throws SQLException {
        Outcome<Document> found = open(key, hash, "decided about");
        if (!found.isDone() || isRepeated()) {
            return found;
        }
        Document back = found.value();
        ReturnRows rows = new ReturnRows(step.transaction());
        Map<LineId, BigDecimal> before = rows.decided(back.lines().stream().map(DocumentLine::id).toList());
        List<MovementLine> lines = new ArrayList<>();
        List<Flow> flows = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        if (decided.isEmpty()) {
            refusals.add(Refusal.of(DocumentRefusal.NO_LINES).hint("Decide about at least one line."));
        }
        for (Decided one : decided) {
            Optional<DocumentLine> line = back.line(one.line());
            if (line.isEmpty()) {
                refusals.add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, back.number(), one.line()));
                continue;
            }
            BigDecimal waits = line.get().done(Step.RECEIVED)
                .subtract(before.getOrDefault(line.get().id(), BigDecimal.ZERO));
            Outcome<Quantity> quantity = Quantity.checked(one.quantity(), line.get().quantity().unit());
            Optional<Refusal> wrong = wrong(back, one, waits, quantity.isDone());
            if (wrong.isPresent()) {
                refusals.add(wrong.get().at(Refusal.Place.line(one.line())));
                continue;
            }
            before.merge(line.get().id(), one.quantity(), BigDecimal::add);
            lines.add(movement(line.get(), one, quantity.value(), rows.place(id).orElseThrow()));
            flows.add(new Flow(line.get().id(), one.decision() == CustomerReturns.Decision.RESTOCK ? Step.PUT_AWAY
                : Step.REJECTED, one.quantity(), Optional.empty(), effective));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Outcome<PostingReceipt> posted = step
            .post(new PostingRequest("RTDEC-" + key, effective, lines, back.number(), "", ""));
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals());
        }
        for (Decided one : decided) {
            DocumentLine line = back.line(one.line()).orElseThrow();
            rows.add(line.id(), one, one.refund() ? refund(back, line, one.quantity()) : Optional.empty());
        }
        book.flow(step.transaction(), flows);
        new Actions(step.transaction()).add(key, hash, id);
        settle(back, before);
        return read();
    }

    private Optional<Refusal> wrong(Document back, Decided one, BigDecimal waits, boolean fits) {
        if (one.quantity().signum() <= 0 || one.quantity().compareTo(waits) > 0 || !fits) {
            return Optional.of(Refusal.of(FulfilmentRefusal.MORE_THAN_INSPECTED, one.line(), back.number(),
                Announcing.plain(waits), Announcing.plain(one.quantity())).hint("Receive it first."));
        }
        if (one.note().length() > 400 || one.note().chars().anyMatch(Character::isISOControl)) {
            return Optional.of(Refusal.of(DocumentRefusal.BAD_TEXT, "note", 400));
        }
        return one.decision() == CustomerReturns.Decision.SCRAP && one.note().isBlank()
            ? Optional.of(Refusal.of(FulfilmentRefusal.RETURN_WITHOUT_REASON).hint("Say why it is thrown away."))
            : Optional.empty();
    }

    private static MovementLine movement(DocumentLine line, Decided one, Quantity quantity, LocationId lies) {
        LocationId to = one.to().orElse(lies);
        return switch (one.decision()) {
            case RESTOCK -> moved(line, quantity, lies, to, MovementLine.AVAILABLE).withReason(one.note());
            case REPAIR -> moved(line, quantity, lies, to, QUARANTINE).withReason(one.note());
            case SCRAP -> MovementLine.of(MovementKind.SCRAP, line.itemId(), quantity, Optional.of(lies),
                Optional.empty()).withLot(line.lot()).withStatus(INSPECTION, "").withReason(one.note());
        };
    }

    private static MovementLine moved(DocumentLine line, Quantity quantity, LocationId from, LocationId to,
        String status) {
        return MovementLine.of(from.equals(to) ? MovementKind.STATUS : MovementKind.TRANSFER, line.itemId(), quantity,
            Optional.of(from), Optional.of(to)).withLot(line.lot()).ownedBy(PartnerId.SELF)
            .withStatus(INSPECTION, status);
    }

    /** The original price of so much, rounded to the currency. */
    private static Optional<BigDecimal> refund(Document back, DocumentLine line, BigDecimal quantity) {
        return line.price().map(price -> price.multiply(quantity)
            .setScale(Math.max(0, back.currency().getDefaultFractionDigits()), RoundingMode.HALF_UP));
    }

    private void settle(Document back, Map<LineId, BigDecimal> decided) throws SQLException {
        boolean done = back.lines().stream().allMatch(line -> line.open(Step.RECEIVED).signum() == 0
            && decided.getOrDefault(line.id(), BigDecimal.ZERO).compareTo(line.done(Step.RECEIVED)) == 0);
        if (done) {
            book.state(step.transaction(), id, CustomerReturnKind.CLOSED, "closed", "");
        } else {
            book.tell(step.transaction(), id, "decided", "");
        }
    }

    Outcome<Document> cancel(String reason) throws SQLException {
        Outcome<Document> found = new GoodsWork(book, step).find(id, CustomerReturns.KIND);
        if (!found.isDone()) {
            return found;
        }
        Document back = book.lock(step.transaction(), id).orElseThrow();
        if (!CustomerReturnKind.ANNOUNCED.equals(back.state())) {
            return GoodsWork.notNow(back, "cancelled");
        }
        book.state(step.transaction(), id, CustomerReturnKind.CANCELLED, "cancelled", reason);
        return read();
    }

}
