package org.stockwright.fulfilment.internal.shipping;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.allocation.AllocationRows.Stage;
import org.stockwright.fulfilment.internal.orders.OrderStates;
import org.stockwright.fulfilment.internal.packing.PackedRows;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.purchasing.PurchaseOrders;

/** Takes a shipment back that did not leave after all. */
final class ShipmentReversal {

    private final DocumentBook book;
    private final StockStep step;
    private final List<AllocationRows.Entry> entries = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    ShipmentReversal(DocumentBook book, StockStep step) {
        this.book = book;
        this.step = step;
    }

    Outcome<Document> reverse(String key, String hash, DocumentId id, Instant effective, String reason)
        throws SQLException {
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
        Optional<Refusal> wrong = wrong(shipment);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        NewDocument made = GoodsWork.reversing(shipment, key, hash, effective);
        List<Refusal> refusals = book.check(made);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String number = step.number("SH");
        Outcome<PostingReceipt> posted = step.reverse(ShipStep.postingKey(shipment.key()), "SHIPREV-" + key,
            Optional.of(effective), reason);
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals());
        }
        Document reversal = book.store(step.transaction(), made.posted(Optional.of(posted.value().id())), number);
        Map<LineId, DocumentLine> wants = GoodsWork.lines(documents.values());
        Outcome<Boolean> held = hold(shipment, documents, wants, key, effective);
        if (!held.isDone()) {
            return Outcome.refused(held.refusals());
        }
        new AllocationRows(step.transaction()).add(entries);
        for (int i = 0; i < shipment.lines().size(); i++) {
            DocumentLine line = shipment.lines().get(i);
            flows.add(new Flow(line.source().orElseThrow(), Step.SHIPPED, line.quantity().amount().negate(),
                Optional.of(reversal.lines().get(i).id()), effective));
        }
        book.flow(step.transaction(), flows);
        book.state(step.transaction(), id, ShipmentKind.REVERSED, "reversed", number + ": " + reason);
        TreeSet<DocumentId> orders = new TreeSet<>(documents.keySet());
        orders.remove(id);
        new OrderStates(book, step.transaction()).settle(orders);
        return Outcome.done(reversal);
    }

    private static Optional<Refusal> wrong(Document shipment) {
        if (shipment.reverses().isPresent()) {
            return Optional.of(Refusal.of(FulfilmentRefusal.NO_REVERSAL, shipment.number(), "it is a reversal itself"));
        }
        if (ShipmentKind.REVERSED.equals(shipment.state())) {
            return Optional.of(Refusal.of(FulfilmentRefusal.NO_REVERSAL, shipment.number(), "it was reversed already"));
        }
        if (PurchaseOrders.isDropShip(shipment)) {
            return Optional.of(Refusal.of(FulfilmentRefusal.NO_REVERSAL, shipment.number(),
                "a supplier sent it to the customer").hint("Take it back by drop-ship dispatch --reverse."));
        }
        for (DocumentLine line : shipment.lines()) {
            BigDecimal back = line.done(Step.RETURNED).add(line.done(Step.RECEIVED));
            if (back.signum() > 0) {
                return Optional.of(Refusal.of(FulfilmentRefusal.RETURNED_ALREADY, shipment.number(),
                    back.stripTrailingZeros().toPlainString(), line.line(),
                    line.done(Step.RETURNED).signum() > 0 ? "a customer's return" : "a transfer receipt")
                    .hint("What came back or arrived is undone there first."));
            }
        }
        return Optional.empty();
    }

    /** Holds for its orders what lies there again; what was in units is taken out of them. */
    private Outcome<Boolean> hold(Document shipment, Map<DocumentId, Document> documents,
        Map<LineId, DocumentLine> wants, String key, Instant effective) throws SQLException {
        PackedRows packed = new PackedRows(step.transaction());
        Map<String, PackedRows.Unit> units = new LinkedHashMap<>();
        packed.ofDocument(shipment.id()).forEach(unit -> units.put(unit.code(), unit));
        AllocationRows rows = new AllocationRows(step.transaction());
        List<Reservations.Request> holds = new ArrayList<>();
        List<MovementLine> unpacked = new ArrayList<>();
        List<StockStep.Keep> keeps = new ArrayList<>();
        for (DocumentLine line : shipment.lines()) {
            DocumentLine want = wants.get(line.source().orElseThrow());
            Document order = documents.get(want.document());
            String holding = rows.newKeys(want.id(), 1).getFirst();
            if (units.containsKey(line.note())) {
                unpacked.add(MovementLine.of(MovementKind.TRANSFER, line.itemId(), line.quantity(), line.location(),
                    line.location()).withLot(line.lot()).packed(line.note(), ""));
                keeps.add(new StockStep.Keep(unpacked.size(), holding, order.number(), Optional.empty()));
                entries.add(new AllocationRows.Entry(holding, order.id(), want.id(), Stage.PICKED));
                flows.add(new Flow(want.id(), Step.PACKED, line.quantity().amount().negate(), Optional.empty(),
                    effective));
            } else {
                holds.add(new Reservations.Request(holding, line.itemId(), line.location().orElseThrow(), line.lot(),
                    PartnerId.SELF, MovementLine.AVAILABLE, line.quantity(), order.number(), Optional.empty()));
                boolean wasPicked = pickedTo(want.id(), line.location().orElseThrow());
                entries.add(new AllocationRows.Entry(holding, order.id(), want.id(),
                    wasPicked ? Stage.PICKED : Stage.HELD));
            }
        }
        for (Map.Entry<Long, List<PackedRows.Content>> content : packed
            .contents(units.values().stream().map(PackedRows.Unit::id).toList()).entrySet()) {
            PackedRows.Unit unit = units.values().stream().filter(one -> one.id() == content.getKey()).findFirst()
                .orElseThrow();
            for (PackedRows.Content material : content.getValue()) {
                if (material.line().isEmpty()) {
                    unpacked.add(MovementLine.of(MovementKind.TRANSFER, material.item(),
                        org.stockwright.base.Quantity.of(1, unitOf(material)), Optional.of(unit.location()),
                        Optional.of(unit.location())).packed(unit.code(), ""));
                }
            }
        }
        if (!unpacked.isEmpty()) {
            Outcome<PostingReceipt> posted = step.post(new PostingRequest("UNPACK-" + key, effective, unpacked,
                shipment.number(), "", ""), List.of(), keeps);
            if (!posted.isDone()) {
                return Outcome.refused(posted.refusals());
            }
            packed.state(units.values().stream().map(PackedRows.Unit::id).toList(), PackedUnit.State.UNPACKED,
                Optional.empty());
        }
        Outcome<List<ReservationView>> held = step.hold(holds);
        return held.map(views -> Boolean.TRUE);
    }

    /** Whether goods of a line were picked to a place. */
    private boolean pickedTo(LineId line, LocationId place) throws SQLException {
        try (PreparedStatement select = step.transaction().connection().prepareStatement("SELECT COUNT(*) "
            + "FROM document_flow f JOIN document_line p ON p.id = f.by_line_id JOIN document d ON d.id = p.document_id "
            + "WHERE f.line_id = ? AND f.step = 'PICKED' AND d.target_id = ?")) {
            select.setLong(1, line.value());
            select.setLong(2, place.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1) > 0;
            }
        }
    }

    private org.stockwright.base.Unit unitOf(PackedRows.Content content) throws SQLException {
        return ItemFacts.read(step.transaction(), List.of(content.item()))
            .get(content.item()).unit();
    }

}
