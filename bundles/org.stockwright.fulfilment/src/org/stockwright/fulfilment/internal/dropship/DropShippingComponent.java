package org.stockwright.fulfilment.internal.dropship;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.ActionKeys;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.fulfilment.DropShipping;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.orders.OrderLines;
import org.stockwright.fulfilment.internal.shipping.GoodsWork;
import org.stockwright.fulfilment.internal.shipping.ShippingComponent;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.spi.OrderReceiving;
import org.stockwright.security.spi.Guarded;

/** Goods that suppliers send straight to customers. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.DropShipping")
public final class DropShippingComponent implements DropShipping, Guarded {

    private final StockWork stockWork;
    private final UnitOfWork work;
    private final DocumentBook book;
    private final PurchaseOrders orders;
    private final OrderReceiving receiving;
    private final Locations locations;
    private final Partners partners;
    private final CompanyProfiles companies;

    /** Lives as long as the open book. */
    @Activate
    public DropShippingComponent(@Reference StockWork stockWork, @Reference UnitOfWork work,
        @Reference DocumentBook book, @Reference PurchaseOrders orders, @Reference OrderReceiving receiving,
        @Reference Locations locations, @Reference Partners partners, @Reference CompanyProfiles companies) {
        this.stockWork = stockWork;
        this.work = work;
        this.book = book;
        this.orders = orders;
        this.receiving = receiving;
        this.locations = locations;
        this.partners = partners;
        this.companies = companies;
    }

    @Override
    public Outcome<Document> route(Routing routing) {
        List<Refusal> refusals = wrong(routing);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Optional<Outcome<Document>> known = work.read(transaction -> known(transaction, routing));
        return known.orElseGet(() -> place()
            .then(via -> work.read(transaction -> draft(transaction, routing, Optional.of(via))))
            .then(orders::place));
    }

    @Override
    public Outcome<Document> preview(Routing routing) {
        List<Refusal> refusals = wrong(routing);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Optional<Outcome<Document>> known = work.read(transaction -> known(transaction, routing));
        return known.orElseGet(() -> work.read(transaction -> draft(transaction, routing,
            locations.byCode(PurchaseOrders.DROP_SHIP).map(Location::id))).then(orders::preview));
    }

    private static List<Refusal> wrong(Routing routing) {
        List<Refusal> refusals = new ArrayList<>(ActionKeys.bad(routing.key()).stream().toList());
        if (routing.parts().isEmpty()) {
            refusals.add(Refusal.of(DocumentRefusal.NO_LINES).hint("Name the lines that the supplier is to send."));
        }
        Set<Integer> seen = new HashSet<>();
        routing.parts().stream().filter(part -> !seen.add(part.line()))
            .forEach(part -> refusals.add(Refusal.of(FulfilmentRefusal.LINE_TWICE, part.line())));
        return refusals;
    }

    @Override
    public List<Routable> routable(DocumentId order) {
        return work.read(transaction -> {
            Optional<Document> found = book.read(transaction, List.of(order)).stream()
                .filter(one -> one.kind().equals(OrderKind.CUSTOMER.id())).filter(Document::isOpen).findFirst();
            if (found.isEmpty()) {
                return List.of();
            }
            Map<LineId, BigDecimal> held = OrderLines.held(new AllocationRows(transaction).ofDocuments(List.of(order)));
            return OrderLines.wanting(found.get()).stream()
                .map(line -> new Routable(line.line(), line.item(), of(line, OrderLines.unheld(line, held))))
                .filter(one -> one.quantity().signum() > 0).toList();
        });
    }

    /** The order that was placed by the same key, if it is of the same parts. */
    private Optional<Outcome<Document>> known(Transaction transaction, Routing routing) throws SQLException {
        Optional<DocumentId> id = Optional.empty();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT id FROM document WHERE document_key = ?")) {
            select.setString(1, routing.key());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    id = Optional.of(new DocumentId(row.getLong(1)));
                }
            }
        }
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Document found = book.read(transaction, List.of(id.get())).getFirst();
        return Optional.of(isSame(transaction, routing, found) ? Outcome.done(found)
            : Outcome.refused(Refusal.of(DocumentRefusal.KEY_REUSED_WITH_OTHER_CONTENT, routing.key(), found.number())
                .hint("Give a new order a new key.")));
    }

    private boolean isSame(Transaction transaction, Routing routing, Document found) throws SQLException {
        if (!found.kind().equals(PurchaseOrders.KIND) || !PurchaseOrders.isDropShip(found)
            || !found.partner().equals(routing.supplier()) || !found.source().equals(Optional.of(routing.order()))
            || found.lines().size() != routing.parts().size()) {
            return false;
        }
        Map<LineId, DocumentLine> wants = GoodsWork.lines(book.read(transaction, List.of(routing.order())));
        for (int i = 0; i < routing.parts().size(); i++) {
            Part part = routing.parts().get(i);
            DocumentLine line = found.lines().get(i);
            boolean same = line.source().map(wants::get).filter(want -> want.line() == part.line()).isPresent();
            // a revision has changed what was sent
            boolean asSent = found.revision() > 0
                || part.quantity().filter(one -> one.compareTo(line.quantity().amount()) != 0).isEmpty()
                    && part.price().filter(one -> line.price().filter(it -> it.compareTo(one) == 0).isEmpty())
                        .isEmpty();
            if (!same || !asSent) {
                return false;
            }
        }
        return true;
    }

    /** The place of transit through which goods go straight to customers; it is made when it is missing. */
    private Outcome<LocationId> place() {
        Optional<Location> there = locations.byCode(PurchaseOrders.DROP_SHIP);
        if (there.isPresent()) {
            return there.get().kind() == LocationKind.TRANSIT ? Outcome.done(there.get().id())
                : Outcome.refused(Refusal.of(FulfilmentRefusal.BAD_DROP_SHIP_PLACE, PurchaseOrders.DROP_SHIP,
                    there.get().kind().word()).hint("Make it a place of kind transit, or give it another code."));
        }
        return locations.saveAll(List.of(Locations.Draft.of(PurchaseOrders.DROP_SHIP,
            "Straight from suppliers to customers", "", LocationKind.TRANSIT))).map(List::getFirst);
    }

    /** Without the place, which the first order makes, the lines stand for themselves: that is enough for prices and days. */
    private Outcome<PurchaseOrders.Draft> draft(Transaction transaction, Routing routing, Optional<LocationId> via)
        throws SQLException {
        Optional<Document> found = book.read(transaction, List.of(routing.order())).stream()
            .filter(one -> one.kind().equals(OrderKind.CUSTOMER.id())).findFirst();
        if (found.isEmpty()) {
            return Outcome.refused(FulfilmentRefusal.UNKNOWN_ORDER, routing.order());
        }
        Document order = found.get();
        if (!order.isOpen()) {
            return Outcome.refused(FulfilmentRefusal.ORDER_NOT_OPEN, order.number(),
                OrderState.valueOf(order.state()).title());
        }
        Map<LineId, BigDecimal> held = OrderLines
            .held(new AllocationRows(transaction).heldFor(List.of(order.id())));
        List<PurchaseOrders.Line> lines = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        int at = 0;
        for (Part part : routing.parts()) {
            at++;
            Optional<DocumentLine> line = order.line(part.line());
            if (line.isEmpty()) {
                refusals.add(Refusal.of(FulfilmentRefusal.UNKNOWN_LINE, order.number(), part.line())
                    .at(Refusal.Place.line(at)));
                continue;
            }
            BigDecimal quantity = part.quantity().orElseGet(() -> OrderLines.unheld(line.get(), held));
            if (part.quantity().isEmpty() && quantity.signum() == 0) {
                refusals.add(Refusal.of(FulfilmentRefusal.MORE_THAN_UNHELD, order.number(), part.line(),
                    new Quantity(quantity, line.get().quantity().unit()),
                    new Quantity(line.get().open(Step.SHIPPED), line.get().quantity().unit()))
                    .hint("Give back what is held for the line first.").at(Refusal.Place.line(at)));
                continue;
            }
            lines.add(new PurchaseOrders.Line(line.get().itemId(), quantity,
                Optional.of(line.get().quantity().unit().code()), part.price(), due(transaction, order, line.get()),
                line.get().note(), via.isPresent() ? Optional.of(line.get().id()) : Optional.empty()));
        }
        return refusals.isEmpty() ? Outcome.done(new PurchaseOrders.Draft(routing.key(), routing.supplier(),
            Optional.empty(), Optional.empty(), via, "", "", routing.currency(), order.department(),
            order.costCentre(), routing.anyQuantity(), lines)) : Outcome.refused(refusals);
    }

    /** When the customer wants it; what should have been there before today is due as soon as the supplier can. */
    private Optional<LocalDate> due(Transaction transaction, Document order, DocumentLine line) {
        ZoneId zone = companies.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(transaction.now(), zone);
        return line.due().or(order::due).filter(day -> !day.isBefore(today));
    }

    @Override
    public Outcome<Document> dispatch(Dispatch dispatch) {
        Optional<Refusal> wrong = wrong(dispatch);
        return wrong.isPresent() ? Outcome.refused(wrong.get()) : stockWork.write(sending(dispatch));
    }

    @Override
    public Outcome<Document> rehearse(Dispatch dispatch) {
        Optional<Refusal> wrong = wrong(dispatch);
        return wrong.isPresent() ? Outcome.refused(wrong.get()) : stockWork.attempt(sending(dispatch));
    }

    private Optional<Refusal> wrong(Dispatch dispatch) {
        return ActionKeys.bad(dispatch.key()).or(() -> ShippingComponent.wrongCarrier(partners, dispatch.carrier()));
    }

    private StockWork.Work<Document> sending(Dispatch dispatch) {
        Canonical text = new Canonical("drop-ship-dispatch").add(dispatch.order()).add(dispatch.paper())
            .add(dispatch.carrier()).add(dispatch.tracking()).add(dispatch.effective());
        dispatch.sent().forEach(sent -> text.add(sent.line()).add(sent.quantity()).add(sent.lot())
            .add(sent.expires()));
        String hash = text.hash();
        return step -> new Sending(book, receiving, step, dispatch).send(hash);
    }

    @Override
    public Outcome<Document> reverse(String key, DocumentId shipment, Instant effective, String reason) {
        Optional<Refusal> wrong = ActionKeys.bad(key);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        String hash = new Canonical("drop-ship-reversal").add(shipment).add(effective).add(reason).hash();
        return stockWork.write(
            step -> new WayBack(book, step, effective).reverse(receiving, key, hash, shipment, reason));
    }

    @Override
    public Outcome<Document> giveBack(DirectReturn back) {
        Optional<Refusal> wrong = ActionKeys.bad(back.key());
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        Canonical text = new Canonical("drop-ship-return").add(back.shipment()).add(back.reason()).add(back.paper())
            .add(back.effective());
        back.back().forEach(one -> text.add(one.line()).add(one.quantity()));
        String hash = text.hash();
        return stockWork.write(step -> new WayBack(book, step, back.effective()).giveBack(back, hash));
    }

    @Override
    public List<Routed> list(boolean openOnly) {
        return work.read(transaction -> {
            Map<DocumentLine, Document> found = new HashMap<>();
            book.lines(transaction, new LineQuery(Set.of(PurchaseOrders.KIND), Set.of(), openOnly, Set.of(),
                Optional.empty()), (order, line) -> {
                    if (PurchaseOrders.isDropShip(order) && line.source().isPresent()) {
                        found.put(line, order);
                    }
                });
            GoodsWork goods = new GoodsWork(book, transaction);
            Map<DocumentId, Document> customers = new HashMap<>();
            book.read(transaction, goods.documentsOf(found.keySet().stream()
                .flatMap(line -> line.source().stream()).toList()).values())
                .forEach(one -> customers.put(one.id(), one));
            Map<LineId, DocumentLine> wants = GoodsWork.lines(customers.values());
            List<Routed> result = new ArrayList<>();
            found.forEach((line, order) -> line.source().map(wants::get)
                .filter(want -> !openOnly || line.open(Step.RECEIVED).signum() > 0)
                .ifPresent(want -> result.add(routed(order, line, customers.get(want.document()), want))));
            result.sort(Comparator.comparing(Routed::order).thenComparing(Routed::line));
            return result;
        });
    }

    private static Routed routed(Document order, DocumentLine line, Document customer, DocumentLine want) {
        return new Routed(order.number(), line.line(), order.state(), order.partnerCode(), customer.number(),
            want.line(), customer.partnerCode(), customer.address(), line.item(),
            of(line, line.quantity().amount().subtract(line.done(Step.CANCELLED))), of(line, line.done(Step.RECEIVED)),
            of(line, line.open(Step.RECEIVED)), of(line, line.done(Step.RETURNED)),
            line.promised().or(line::due).or(order::due));
    }

    private static Quantity of(DocumentLine line, BigDecimal amount) {
        return new Quantity(amount, line.quantity().unit());
    }

}
