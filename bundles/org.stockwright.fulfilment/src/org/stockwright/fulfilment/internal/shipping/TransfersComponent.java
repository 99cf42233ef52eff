package org.stockwright.fulfilment.internal.shipping;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.ActionKeys;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.Transfers;
import org.stockwright.fulfilment.internal.orders.OrderStates;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Goods in transit arrive. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.Transfers")
public final class TransfersComponent implements Transfers, Guarded {

    private final UnitOfWork work;
    private final StockWork stockWork;
    private final DocumentBook book;

    /** Lives as long as the open book. */
    @Activate
    public TransfersComponent(@Reference UnitOfWork work, @Reference StockWork stockWork,
        @Reference DocumentBook book) {
        this.work = work;
        this.stockWork = stockWork;
        this.book = book;
    }

    @Override
    public Outcome<Document> receive(String key, DocumentId shipment, List<Arrived> arrived, Instant effective) {
        Optional<Refusal> bad = ActionKeys.bad(key);
        if (bad.isPresent()) {
            return Outcome.refused(bad.get());
        }
        Canonical text = new Canonical(KIND).add(shipment).add(effective);
        arrived.forEach(one -> text.add(one.line()).add(one.quantity()).add(one.to()));
        String hash = text.hash();
        return stockWork.write(step -> receive(step, key, hash, shipment, arrived, effective));
    }

    private Outcome<Document> receive(StockStep step, String key, String hash, DocumentId id, List<Arrived> given,
        Instant effective) throws SQLException {
        Optional<Outcome<Document>> known = book.known(step.transaction(), key, hash);
        if (known.isPresent()) {
            return known.get();
        }
        GoodsWork goods = new GoodsWork(book, step);
        Outcome<Map<DocumentId, Document>> locked = goods.lockWithSources(id, Shipping.KIND);
        // a second sender of the same key waited for the lock
        known = book.known(step.transaction(), key, hash);
        if (known.isPresent() || !locked.isDone()) {
            return known.orElseGet(() -> Outcome.refused(locked.refusals()));
        }
        Map<DocumentId, Document> documents = locked.value();
        Document shipment = documents.get(id);
        if (!ShipmentKind.IN_TRANSIT.equals(shipment.state())) {
            return GoodsWork.notNow(shipment, "received");
        }
        List<Arrived> arrived = given.isEmpty() ? shipment.lines().stream()
            .filter(line -> line.open(Step.RECEIVED).signum() > 0)
            .map(line -> new Arrived(line.line(), line.open(Step.RECEIVED), Optional.empty())).toList() : given;
        Map<LineId, DocumentLine> wants = GoodsWork.lines(documents.values());
        List<NewDocument.Line> lines = new ArrayList<>();
        List<MovementLine> movements = new ArrayList<>();
        List<DocumentLine> from = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        Map<Integer, BigDecimal> sums = new HashMap<>();
        for (Arrived one : arrived) {
            Optional<DocumentLine> line = shipment.line(one.line());
            if (line.isEmpty()) {
                refusals.add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, shipment.number(), one.line()));
                continue;
            }
            BigDecimal open = line.get().open(Step.RECEIVED);
            BigDecimal sum = sums.merge(one.line(), one.quantity(), BigDecimal::add);
            Outcome<Quantity> quantity = Quantity.checked(one.quantity(), line.get().quantity().unit());
            if (one.quantity().signum() <= 0 || sum.compareTo(open) > 0 || !quantity.isDone()) {
                refusals.add(Refusal.of(FulfilmentRefusal.MORE_THAN_IN_TRANSIT, one.line(), shipment.number(),
                    open.stripTrailingZeros().toPlainString(), sum.toPlainString())
                    .hint("Count again; more than left cannot arrive.").at(Refusal.Place.line(one.line())));
                continue;
            }
            Document order = documents.get(wants.get(line.get().source().orElseThrow()).document());
            Optional<LocationId> to = one.to().or(order::target);
            from.add(line.get());
            lines.add(NewDocument.Line.of(line.get().itemId(), quantity.value()).ofLot(line.get().lot()).at(to)
                .from(Optional.of(line.get().id())));
            movements.add(MovementLine.of(MovementKind.TRANSFER, line.get().itemId(), quantity.value(),
                shipment.target(), to).withLot(line.get().lot()).packed(line.get().note(), ""));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        NewDocument made = NewDocument
            .of(KIND, key, hash, TransferReceiptKind.RECEIVED, shipment.currency(), effective, lines)
            .with(shipment.partner(), "", shipment.number()).at(shipment.target(), Optional.empty())
            .madeOf(Optional.of(id));
        refusals.addAll(book.check(made));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String number = step.number("TR");
        Outcome<PostingReceipt> posted = step
            .post(new PostingRequest("TRIN-" + key, effective, movements, shipment.number(), "", ""));
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals());
        }
        Document receipt = book.store(step.transaction(), made.posted(Optional.of(posted.value().id())), number);
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            DocumentLine line = receipt.lines().get(i);
            for (LineId wanting : List.of(from.get(i).id(), from.get(i).source().orElseThrow())) {
                flows.add(new Flow(wanting, Step.RECEIVED, line.quantity().amount(), Optional.of(line.id()),
                    effective));
            }
        }
        book.flow(step.transaction(), flows);
        if (book.read(step.transaction(), List.of(id)).getFirst().lines().stream()
            .allMatch(line -> line.open(Step.RECEIVED).signum() == 0)) {
            book.state(step.transaction(), id, ShipmentKind.ARRIVED, "arrived", number);
        }
        TreeSet<DocumentId> orders = new TreeSet<>(documents.keySet());
        orders.remove(id);
        new OrderStates(book, step.transaction()).settle(orders);
        return Outcome.done(receipt);
    }

    @Override
    public List<OnItsWay> onTheirWay() {
        return work.read(transaction -> {
            List<OnItsWay> result = new ArrayList<>();
            book.lines(transaction, LineQuery.open(Shipping.KIND), (shipment, line) -> {
                if (line.open(Step.RECEIVED).signum() > 0) {
                    result.add(new OnItsWay(shipment, line.line(), line.item(), line.lot(), line.open(Step.RECEIVED)));
                }
            });
            return result;
        });
    }

}
