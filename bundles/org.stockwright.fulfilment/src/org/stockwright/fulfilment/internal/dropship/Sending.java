package org.stockwright.fulfilment.internal.dropship;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.DropShipping.Dispatch;
import org.stockwright.fulfilment.DropShipping.Sent;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.internal.orders.OrderStates;
import org.stockwright.fulfilment.internal.shipping.GoodsWork;
import org.stockwright.fulfilment.internal.shipping.ShipmentKind;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.spi.OrderReceiving;

/** One dispatch by a supplier, in one step with the ledger. */
final class Sending {

    private final DocumentBook book;
    private final OrderReceiving receiving;
    private final StockStep step;
    private final Dispatch request;
    private final PartnerId carrier;
    private final List<Refusal> refusals = new ArrayList<>();

    Sending(DocumentBook book, OrderReceiving receiving, StockStep step, Dispatch request) {
        this.book = book;
        this.receiving = receiving;
        this.step = step;
        this.request = request;
        this.carrier = request.carrier();
    }

    /**
     * What leaves of a line.
     *
     * @param sent what the supplier said
     * @param line the purchase order's line
     * @param want the line of the customer's order
     * @param quantity how much
     * @param cost of a base unit in our currency
     */
    private record Leaving(Sent sent, DocumentLine line, DocumentLine want, Quantity quantity, BigDecimal cost) {
    }

    Outcome<Document> send(String hash) throws SQLException {
        Optional<Outcome<Document>> known = book.known(step.transaction(), request.key(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        GoodsWork goods = new GoodsWork(book, step);
        Outcome<Map<DocumentId, Document>> locked = goods.lockWithSources(request.order(), PurchaseOrders.KIND);
        if (!locked.isDone()) {
            return Outcome.refused(locked.refusals());
        }
        Map<DocumentId, Document> documents = locked.value();
        known = book.known(step.transaction(), request.key(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        Document order = Objects.requireNonNull(documents.get(request.order()));
        if (!PurchaseOrders.isDropShip(order)) {
            return Outcome.refused(notDropShipped(order));
        }
        if (!PurchaseOrders.RECEIVABLE.contains(order.state())) {
            return GoodsWork.notNow(order, "dispatched");
        }
        List<Leaving> leaving = leaving(order, documents);
        if (leaving.isEmpty() && refusals.isEmpty()) {
            refusals.add(Refusal.of(DocumentRefusal.NO_LINES).hint("The supplier has sent all of " + order.number()
                + "."));
        }
        Set<DocumentId> customers = new TreeSet<>();
        leaving.forEach(one -> customers.add(one.want().document()));
        if (customers.size() > 1) {
            List<String> numbers = customers.stream().map(documents::get).map(Document::number).toList();
            refusals.add(Refusal.of(FulfilmentRefusal.DIFFERENT_RECEIVERS, numbers.get(0), numbers.get(1))
                .hint("Confirm what went to each of them by a dispatch of its own."));
        }
        return refusals.isEmpty() ? store(order, documents.get(customers.iterator().next()), leaving, hash)
            : Outcome.refused(refusals);
    }

    static Refusal notDropShipped(Document document) {
        return Refusal.of(FulfilmentRefusal.NOT_DROP_SHIPPED, document.number())
            .hint("List what suppliers send straight to customers: drop-ship list.");
    }

    private List<Leaving> leaving(Document order, Map<DocumentId, Document> documents) {
        List<Sent> all = request.sent().isEmpty() ? order.lines().stream()
            .filter(line -> line.open(Step.RECEIVED).signum() > 0)
            .map(line -> Sent.of(line.line(), line.open(Step.RECEIVED))).toList() : request.sent();
        Map<LineId, DocumentLine> lines = GoodsWork.lines(documents.values());
        Map<Integer, BigDecimal> sums = new HashMap<>();
        Map<String, Leaving> costs = new HashMap<>();
        List<Leaving> result = new ArrayList<>();
        int at = 0;
        for (Sent sent : all) {
            at++;
            Outcome<Leaving> one = leaving(order, sent, lines, documents,
                sums.merge(sent.line(), sent.quantity(), BigDecimal::add));
            if (one.isDone()) {
                Leaving leaves = one.value();
                Leaving other = costs.putIfAbsent(leaves.line().itemId() + "/" + sent.lot(), leaves);
                if (other != null && other.cost().compareTo(leaves.cost()) != 0) {
                    refusals.add(Refusal.of(FulfilmentRefusal.TWO_COSTS, leaves.line().item(), other.line().line(),
                        leaves.line().line()).hint("Confirm them by two dispatches, so that a return finds its cost.")
                        .at(Refusal.Place.line(at)));
                }
                result.add(leaves);
            } else {
                refusals.add(one.refusals().getFirst().at(Refusal.Place.line(at)));
            }
        }
        return result;
    }

    private Outcome<Leaving> leaving(Document order, Sent sent, Map<LineId, DocumentLine> lines,
        Map<DocumentId, Document> documents, BigDecimal sum) {
        Optional<DocumentLine> found = order.line(sent.line());
        if (found.isEmpty()) {
            return Outcome.refused(DocumentRefusal.UNKNOWN_LINE, order.number(), sent.line());
        }
        DocumentLine line = found.get();
        Optional<DocumentLine> want = line.source().map(lines::get).filter(
            one -> OrderKind.CUSTOMER.id().equals(Objects.requireNonNull(documents.get(one.document())).kind()));
        if (want.isEmpty()) {
            return Outcome.refused(notDropShipped(order));
        }
        if (sent.quantity().signum() <= 0) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.QUANTITY_NOT_POSITIVE, sent.quantity())
                .hint("Leave the line out."));
        }
        Outcome<Quantity> quantity = Quantity.checked(sent.quantity(), line.quantity().unit());
        if (!quantity.isDone()) {
            return Outcome.refused(quantity.refusals());
        }
        if (sum.compareTo(line.open(Step.RECEIVED)) > 0) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.MORE_THAN_WITH_SUPPLIER, line.line(), order.number(),
                new Quantity(line.open(Step.RECEIVED), line.quantity().unit()),
                new Quantity(sum, line.quantity().unit()))
                .hint("The customer wants no more; have the orders revised when he does."));
        }
        return receiving.unitCost(order, line, request.effective()).then(cost -> cost.isPresent()
            ? Outcome.done(new Leaving(sent, line, want.get(), quantity.value(), cost.get()))
            : Outcome.refused(Refusal.of(FulfilmentRefusal.NO_PURCHASE_PRICE, line.line(), order.number())
                .hint("Revise the purchase order with its price.")));
    }

    private Outcome<Document> store(Document order, Document customer, List<Leaving> leaving, String hash)
        throws SQLException {
        Optional<LocationId> via = order.place();
        List<NewDocument.Line> lines = new ArrayList<>();
        List<MovementLine> movements = new ArrayList<>();
        for (Leaving one : leaving) {
            lines.add(NewDocument.Line.of(one.line().itemId(), one.quantity()).ofLot(one.sent().lot()).at(via)
                .priced(GoodsWork.basePrice(one.want())).noted(order.number()).from(Optional.of(one.want().id())));
            // each comes and goes before the next one: costs never meet in the place of transit
            movements.add(MovementLine.of(MovementKind.RECEIPT, one.line().itemId(), one.quantity(), Optional.empty(),
                via).withLot(one.sent().lot()).expiring(one.sent().expires()).withUnitCost(one.cost()));
            movements.add(MovementLine.of(MovementKind.ISSUE, one.line().itemId(), one.quantity(), via,
                customer.target()).withLot(one.sent().lot()));
        }
        NewDocument made = NewDocument
            .of(Shipping.KIND, request.key(), hash, ShipmentKind.SHIPPED, customer.currency(), request.effective(),
                lines)
            .with(customer.partner(), customer.address(), request.paper()).at(via, customer.target())
            .wanted(customer.due(), customer.priority()).wantedBy(customer.department(), customer.costCentre())
            .carried(carrier.equals(PartnerId.SELF) ? order.partner() : carrier, request.tracking())
            .madeOf(Optional.of(customer.id()));
        refusals.addAll(book.check(made));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String number = step.number(new ShipmentKind().series());
        Outcome<PostingReceipt> posted = step.post(new PostingRequest("DROP-" + request.key(), request.effective(),
            movements, number, request.paper(), ""));
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals().stream().map(Sending::ofSent).distinct().toList());
        }
        Document shipment = book.store(step.transaction(), made.posted(Optional.of(posted.value().id())), number);
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < leaving.size(); i++) {
            Leaving one = leaving.get(i);
            BigDecimal amount = one.quantity().amount();
            Optional<LineId> by = Optional.of(shipment.lines().get(i).id());
            flows.add(new Flow(one.line().id(), Step.RECEIVED, amount, by, request.effective()));
            flows.add(new Flow(one.want().id(), Step.ORDERED, amount.negate(), by, request.effective()));
            flows.add(new Flow(one.want().id(), Step.SHIPPED, amount, by, request.effective()));
        }
        book.flow(step.transaction(), flows);
        // what is tolerated by the line is not tolerated here: the customer still waits for it
        if (book.read(step.transaction(), List.of(order.id())).getFirst().lines().stream()
            .allMatch(line -> line.open(Step.RECEIVED).signum() == 0)) {
            receiving.settle(step.transaction(), order.id());
        }
        new OrderStates(book, step.transaction()).settle(List.of(customer.id()));
        return Outcome.done(shipment);
    }

    /** Each line that was sent is two of the posting. */
    private static Refusal ofSent(Refusal refusal) {
        return refusal.place().line() == 0 ? refusal : refusal.at(Refusal.Place.line((refusal.place().line() + 1) / 2));
    }

}
