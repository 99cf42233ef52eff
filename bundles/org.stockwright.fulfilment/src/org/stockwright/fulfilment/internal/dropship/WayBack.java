package org.stockwright.fulfilment.internal.dropship;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import org.stockwright.base.Outcome;
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
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.DropShipping.Back;
import org.stockwright.fulfilment.DropShipping.DirectReturn;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.internal.orders.OrderStates;
import org.stockwright.fulfilment.internal.returns.ReturnRows;
import org.stockwright.fulfilment.internal.shipping.CustomerReturnKind;
import org.stockwright.fulfilment.internal.shipping.GoodsWork;
import org.stockwright.fulfilment.internal.shipping.ShipmentKind;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.SupplierReturns;
import org.stockwright.purchasing.spi.OrderReceiving;

/** Goods that a supplier sent go back to him from the customer: as a return, or because they never left. */
final class WayBack {

    private final DocumentBook book;
    private final StockStep step;
    private final Instant effective;
    private final List<Refusal> refusals = new ArrayList<>();
    /** The purchase order's line that each line of the shipment received. */
    private final Map<LineId, LineId> ordered = new HashMap<>();
    private Map<DocumentId, Document> documents = Map.of();

    WayBack(DocumentBook book, StockStep step, Instant effective) {
        this.book = book;
        this.step = step;
        this.effective = effective;
    }

    /** A part of a shipment's line that goes back. */
    private record Part(DocumentLine line, Quantity quantity) {
    }

    /** The shipment, locked with the orders of both sides. */
    private Outcome<Document> lock(DocumentId id) throws SQLException {
        GoodsWork goods = new GoodsWork(book, step);
        Outcome<Document> found = goods.find(id, Shipping.KIND);
        if (!found.isDone()) {
            return found;
        }
        if (!PurchaseOrders.isDropShip(found.value())) {
            return Outcome.refused(Sending.notDropShipped(found.value()));
        }
        new BulkSelect(step.transaction()).each("SELECT by_line_id, line_id FROM document_flow "
            + "WHERE step = 'RECEIVED' AND by_line_id IN ",
            found.value().lines().stream().map(line -> line.id().value()).toList(), "",
            row -> ordered.put(new LineId(row.getLong(1)), new LineId(row.getLong(2))));
        TreeSet<DocumentId> ids = new TreeSet<>(goods.documentsOf(ordered.values()).values());
        ids.addAll(goods.documentsOf(found.value().lines().stream().flatMap(line -> line.source().stream()).toList())
            .values());
        ids.add(id);
        documents = goods.lock(ids);
        return Outcome.done(Objects.requireNonNull(documents.get(id)));
    }

    private DocumentLine ordered(DocumentLine shipped) {
        return Objects.requireNonNull(GoodsWork.lines(documents.values()).get(ordered.get(shipped.id())));
    }

    /** The posting that brings goods from the customer back to the supplier, each at the cost on the shipment's paper. */
    private Outcome<PostingReceipt> post(String key, Document shipment, List<Part> parts, String reason)
        throws SQLException {
        List<MovementLine> movements = new ArrayList<>();
        for (Part part : parts) {
            movements.add(MovementLine.of(MovementKind.RETURN_IN, part.line().itemId(), part.quantity(),
                shipment.target(), shipment.place()).withLot(part.line().lot()).withReason(reason));
            movements.add(MovementLine.of(MovementKind.RETURN_OUT, part.line().itemId(), part.quantity(),
                shipment.place(), Optional.empty()).withLot(part.line().lot()).withReason(reason));
        }
        return step.post(new PostingRequest(key, effective, movements, shipment.number(), "", ""));
    }

    Outcome<Document> giveBack(DirectReturn request, String hash) throws SQLException {
        Optional<Outcome<Document>> known = book.known(step.transaction(), request.key(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        Outcome<Document> found = lock(request.shipment());
        known = book.known(step.transaction(), request.key(), hash);
        if (known.isPresent() || !found.isDone()) {
            return known.orElse(found);
        }
        Document shipment = found.value();
        if (!ShipmentKind.SHIPPED.equals(shipment.state())) {
            return GoodsWork.notNow(shipment, "returned");
        }
        if (request.reason().isBlank()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.RETURN_WITHOUT_REASON).hint("Say why it goes back."));
        }
        List<Part> parts = parts(shipment, request.back());
        if (parts.isEmpty() && refusals.isEmpty()) {
            refusals.add(Refusal.of(DocumentRefusal.NO_LINES).hint("Nothing of " + shipment.number()
                + " can still come back."));
        }
        return refusals.isEmpty() ? giveBack(request, hash, shipment, parts) : Outcome.refused(refusals);
    }

    private List<Part> parts(Document shipment, List<Back> back) throws SQLException {
        Map<LineId, BigDecimal> open = new ReturnRows(step.transaction()).returnable(book, shipment);
        List<Part> parts = new ArrayList<>();
        if (back.isEmpty()) {
            shipment.lines().stream().filter(line -> open.get(line.id()).signum() > 0)
                .forEach(line -> parts.add(new Part(line, new Quantity(open.get(line.id()), line.quantity().unit()))));
        }
        int at = 0;
        for (Back one : back) {
            at++;
            Optional<DocumentLine> line = shipment.line(one.line());
            if (line.isEmpty()) {
                refusals.add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, shipment.number(), one.line())
                    .at(Refusal.Place.line(at)));
                continue;
            }
            Outcome<Quantity> quantity = Quantity.checked(one.quantity(), line.get().quantity().unit());
            if (!quantity.isDone()) {
                refusals.add(quantity.refusals().getFirst().at(Refusal.Place.line(at)));
                continue;
            }
            BigDecimal left = open.merge(line.get().id(), one.quantity().negate(), BigDecimal::add);
            if (one.quantity().signum() <= 0 || left.signum() < 0) {
                refusals.add(Refusal.of(FulfilmentRefusal.MORE_THAN_SHIPPED, one.line(), shipment.number(),
                    left.add(one.quantity()).stripTrailingZeros().toPlainString(), one.quantity().toPlainString())
                    .hint("What came back or is announced by another return counts.").at(Refusal.Place.line(at)));
            } else {
                parts.add(new Part(line.get(), quantity.value()));
            }
        }
        return parts;
    }

    private Outcome<Document> giveBack(DirectReturn request, String hash, Document shipment, List<Part> parts)
        throws SQLException {
        Document order = Objects.requireNonNull(documents.get(ordered(parts.getFirst().line()).document()));
        List<NewDocument.Line> come = new ArrayList<>();
        List<NewDocument.Line> go = new ArrayList<>();
        for (Part part : parts) {
            DocumentLine bought = ordered(part.line());
            come.add(NewDocument.Line.of(part.line().itemId(), part.quantity()).ofLot(part.line().lot())
                .priced(part.line().price()).noted(order.number()).from(Optional.of(part.line().id())));
            go.add(NewDocument.Line.of(part.line().itemId(), part.quantity()).ofLot(part.line().lot())
                .at(shipment.place()).priced(GoodsWork.basePrice(bought)).noted(request.reason())
                .from(Optional.of(bought.id())));
        }
        NewDocument fromCustomer = NewDocument
            .of(CustomerReturns.KIND, request.key(), hash, CustomerReturnKind.CLOSED, shipment.currency(), effective,
                come)
            .with(shipment.partner(), shipment.address(), request.reason().strip()).at(shipment.place(),
                Optional.empty())
            .madeOf(Optional.of(shipment.id()));
        NewDocument toSupplier = NewDocument
            .of(SupplierReturns.KIND, request.key() + ":supplier", hash, SupplierReturns.CREDIT_EXPECTED,
                order.currency(), effective, go)
            .with(order.partner(), order.address(), request.paper()).at(shipment.place(), Optional.empty())
            .madeOf(Optional.of(order.id()));
        refusals.addAll(book.check(fromCustomer));
        refusals.addAll(book.check(toSupplier));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String customerNumber = step.number(new CustomerReturnKind().series());
        String supplierNumber = step.number(SupplierReturns.SERIES);
        Outcome<PostingReceipt> posted = post("DROPRET-" + request.key(), shipment, parts, request.reason().strip());
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals());
        }
        Document came = book.store(step.transaction(), fromCustomer.posted(Optional.of(posted.value().id())),
            customerNumber);
        Document gone = book.store(step.transaction(), toSupplier.posted(Optional.of(posted.value().id())),
            supplierNumber);
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            BigDecimal amount = part.quantity().amount();
            Optional<LineId> back = Optional.of(came.lines().get(i).id());
            flows.add(new Flow(back.get(), Step.RECEIVED, amount, Optional.empty(), effective));
            flows.add(new Flow(part.line().id(), Step.RETURNED, amount, back, effective));
            part.line().source().ifPresent(want -> flows.add(new Flow(want, Step.RETURNED, amount, back, effective)));
            flows.add(new Flow(ordered(part.line()).id(), Step.RETURNED, amount,
                Optional.of(gone.lines().get(i).id()), effective));
        }
        book.flow(step.transaction(), flows);
        return Outcome.done(book.read(step.transaction(), List.of(came.id())).getFirst());
    }

    Outcome<Document> reverse(OrderReceiving receiving, String key, String hash, DocumentId id, String reason)
        throws SQLException {
        Optional<Outcome<Document>> known = book.known(step.transaction(), key, hash);
        if (known.isPresent()) {
            return known.get();
        }
        Outcome<Document> found = lock(id);
        known = book.known(step.transaction(), key, hash);
        if (known.isPresent() || !found.isDone()) {
            return known.orElse(found);
        }
        Document shipment = found.value();
        Optional<Refusal> wrong = wrong(shipment, reason);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        List<Part> parts = shipment.lines().stream().map(line -> new Part(line, line.quantity())).toList();
        NewDocument made = GoodsWork.reversing(shipment, key, hash, effective);
        refusals.addAll(book.check(made));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String number = step.number(new ShipmentKind().series());
        Outcome<PostingReceipt> posted = post("DROPREV-" + key, shipment, parts, reason.strip());
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals());
        }
        Document reversal = book.store(step.transaction(), made.posted(Optional.of(posted.value().id())), number);
        takeBack(receiving, shipment, reversal);
        book.state(step.transaction(), id, ShipmentKind.REVERSED, "reversed", number + ": " + reason.strip());
        TreeSet<DocumentId> customers = new TreeSet<>(new GoodsWork(book, step)
            .documentsOf(shipment.lines().stream().flatMap(line -> line.source().stream()).toList()).values());
        new OrderStates(book, step.transaction()).settle(customers);
        return Outcome.done(reversal);
    }

    private static Optional<Refusal> wrong(Document shipment, String reason) {
        if (shipment.reverses().isPresent() || ShipmentKind.REVERSED.equals(shipment.state())) {
            return Optional.of(Refusal.of(FulfilmentRefusal.NO_REVERSAL, shipment.number(),
                shipment.reverses().isPresent() ? "it is a reversal itself" : "it was reversed already"));
        }
        if (reason.isBlank()) {
            return Optional.of(Refusal.of(LedgerRefusal.REASON_MISSING).hint("Say why it did not leave."));
        }
        return shipment.lines().stream().filter(line -> line.done(Step.RETURNED).signum() > 0).findFirst()
            .map(line -> Refusal.of(FulfilmentRefusal.RETURNED_ALREADY, shipment.number(),
                line.done(Step.RETURNED).stripTrailingZeros().toPlainString(), line.line(), "a customer's return"));
    }

    /** What was shipped and received is not; the supplier is to send it again, unless nobody expects it of him any more. */
    private void takeBack(OrderReceiving receiving, Document shipment, Document reversal) throws SQLException {
        List<Flow> flows = new ArrayList<>();
        TreeSet<DocumentId> orders = new TreeSet<>();
        for (int i = 0; i < shipment.lines().size(); i++) {
            DocumentLine line = shipment.lines().get(i);
            BigDecimal amount = line.quantity().amount().negate();
            Optional<LineId> by = Optional.of(reversal.lines().get(i).id());
            flows.add(new Flow(ordered(line).id(), Step.RECEIVED, amount, by, effective));
            flows.add(new Flow(line.source().orElseThrow(), Step.SHIPPED, amount, by, effective));
            orders.add(ordered(line).document());
        }
        book.flow(step.transaction(), flows);
        for (DocumentId order : orders) {
            receiving.settle(step.transaction(), order);
        }
        List<Flow> again = new ArrayList<>();
        for (Document order : book.read(step.transaction(), orders)) {
            if (PurchaseOrders.RECEIVABLE.contains(order.state())) {
                for (int i = 0; i < shipment.lines().size(); i++) {
                    DocumentLine line = shipment.lines().get(i);
                    if (ordered(line).document().equals(order.id())) {
                        again.add(new Flow(line.source().orElseThrow(), Step.ORDERED, line.quantity().amount(),
                            Optional.of(reversal.lines().get(i).id()), effective));
                    }
                }
            }
        }
        book.flow(step.transaction(), again);
    }

}
