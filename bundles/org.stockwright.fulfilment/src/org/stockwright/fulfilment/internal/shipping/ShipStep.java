package org.stockwright.fulfilment.internal.shipping;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.ReservationId;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.allocation.AllocationRows.Stage;
import org.stockwright.fulfilment.internal.orders.OrderLines;
import org.stockwright.fulfilment.internal.orders.OrderStates;
import org.stockwright.fulfilment.internal.packing.PackedRows;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockStep;

/** One shipment, in one step with the ledger. */
final class ShipStep {

    private final DocumentBook book;
    private final StockStep step;
    private final Locations locations;
    private final ZoneId zone;
    private final Shipping.Request request;
    private final List<PackedRows.Unit> leaving = new ArrayList<>();

    ShipStep(DocumentBook book, StockStep step, Locations locations, ZoneId zone, Shipping.Request request) {
        this.book = book;
        this.step = step;
        this.locations = locations;
        this.zone = zone;
        this.request = request;
    }

    /** The key of a shipment's posting. */
    static String postingKey(String shipmentKey) {
        return "SHIP-" + shipmentKey;
    }

    /**
     * What leaves of a reservation.
     *
     * @param row the reservation
     * @param quantity how much of it
     * @param unit the code of the unit that it is in, or empty
     */
    private record Leaving(AllocationRows.Row row, BigDecimal quantity, String unit) {
    }

    Outcome<Document> ship(String hash) throws SQLException {
        Optional<Outcome<Document>> known = book.known(step.transaction(), request.key(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        Map<DocumentId, Document> orders = new GoodsWork(book, step).lock(request.orders());
        known = book.known(step.transaction(), request.key(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Refusal> wrong = wrong(orders);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        Outcome<List<Leaving>> chosen = choose(orders);
        return chosen.isDone() ? ship(orders, chosen.value(), hash) : Outcome.refused(chosen.refusals());
    }

    private Optional<Refusal> wrong(Map<DocumentId, Document> orders) {
        for (DocumentId id : request.orders()) {
            Document order = orders.get(id);
            if (order == null || OrderKind.of(order.kind()).isEmpty()) {
                return Optional.of(Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, id));
            }
            if (!order.isOpen()) {
                return GoodsWork.<Document>notNow(order, "shipped").refusals().stream().findFirst();
            }
        }
        Document first = orders.values().iterator().next();
        return orders.values().stream().filter(other -> !sameReceiver(first, other)).findFirst()
            .map(other -> Refusal.of(FulfilmentRefusal.DIFFERENT_RECEIVERS, first.number(), other.number())
                .hint("Ship them one by one."));
    }

    private static boolean sameReceiver(Document one, Document other) {
        return one.kind().equals(other.kind()) && one.partner().equals(other.partner())
            && one.address().equals(other.address()) && one.target().equals(other.target())
            && one.department().equals(other.department()) && one.currency().equals(other.currency());
    }

    private Outcome<List<Leaving>> choose(Map<DocumentId, Document> orders) throws SQLException {
        List<AllocationRows.Row> rows = new AllocationRows(step.transaction()).ofDocuments(orders.keySet()).stream()
            .filter(row -> isReady(row.stage()))
            .sorted(Comparator.comparing(AllocationRows.Row::stage).reversed()).toList();
        PackedRows packed = new PackedRows(step.transaction());
        Map<String, String> units = packed.unitOf(rows.stream().map(AllocationRows.Row::key).toList());
        List<Leaving> result = new ArrayList<>();
        if (!request.parts().isEmpty()) {
            Outcome<List<Leaving>> parts = parts(orders,
                rows.stream().filter(row -> !units.containsKey(row.key())).toList());
            if (!parts.isDone() || request.units().isEmpty()) {
                return parts;
            }
            result.addAll(parts.value());
        }
        Outcome<Set<String>> wanted = wanted(orders, packed);
        if (!wanted.isDone()) {
            return Outcome.refused(wanted.refusals());
        }
        for (AllocationRows.Row row : rows) {
            String unit = units.getOrDefault(row.key(), "");
            if (request.units().isEmpty() || wanted.value().contains(unit)) {
                result.add(new Leaving(row, row.open(), unit));
            }
        }
        if (result.isEmpty()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.NOTHING_TO_SHIP,
                orders.values().iterator().next().number(), switch (request.ready()) {
                    case PACKED -> "packed";
                    case PICKED -> "picked or packed";
                    case HELD -> "held";
                }).hint(request.ready() == Shipping.Ready.HELD ? "Allocate stock first."
                    : "Pick and pack first, or ship what is held straight from its bins."));
        }
        return Outcome.done(result);
    }

    private boolean isReady(Stage stage) {
        return switch (request.ready()) {
            case PACKED -> stage == Stage.PACKED;
            case PICKED -> stage != Stage.HELD;
            case HELD -> true;
        };
    }

    private Outcome<List<Leaving>> parts(Map<DocumentId, Document> orders, List<AllocationRows.Row> rows) {
        Map<LineId, DocumentLine> lines = GoodsWork.lines(orders.values());
        List<Leaving> result = new ArrayList<>();
        Map<String, BigDecimal> used = new HashMap<>();
        int at = 0;
        for (Shipping.Part part : request.parts()) {
            at++;
            DocumentLine line = lines.get(part.line());
            BigDecimal left = part.quantity();
            BigDecimal ready = BigDecimal.ZERO;
            for (AllocationRows.Row row : rows) {
                if (row.line().equals(part.line())) {
                    BigDecimal has = row.open().subtract(used.getOrDefault(row.key(), BigDecimal.ZERO));
                    BigDecimal take = left.min(has);
                    ready = ready.add(has);
                    if (take.signum() > 0) {
                        result.add(new Leaving(row, take, ""));
                        used.merge(row.key(), take, BigDecimal::add);
                        left = left.subtract(take);
                    }
                }
            }
            if (line == null || part.quantity().signum() <= 0 || left.signum() > 0) {
                return Outcome.refused(Refusal.of(FulfilmentRefusal.MORE_THAN_READY, line == null ? part.line()
                    : line.line(), line == null ? "" : orders.get(line.document()).number(),
                    ready.stripTrailingZeros().toPlainString(), part.quantity().toPlainString())
                    .hint("Ship what is ready; what is packed leaves by its unit.").at(Refusal.Place.line(at)));
            }
        }
        return Outcome.done(result);
    }

    /** The codes of the units that leave: those named with all that they hold. */
    private Outcome<Set<String>> wanted(Map<DocumentId, Document> orders, PackedRows packed) throws SQLException {
        List<PackedRows.Unit> there = new ArrayList<>();
        for (DocumentId order : orders.keySet()) {
            packed.ofDocument(order).stream().filter(unit -> unit.state() == PackedUnit.State.PACKED)
                .forEach(there::add);
        }
        Set<Long> ids = new HashSet<>();
        for (String code : request.units()) {
            Optional<PackedRows.Unit> unit = there.stream().filter(one -> one.code().equals(code)).findFirst();
            if (unit.isEmpty()) {
                return Outcome.refused(Refusal.of(FulfilmentRefusal.UNKNOWN_PACKED_UNIT, code)
                    .hint("It is not one of these orders, or it left."));
            }
            ids.add(unit.get().id());
        }
        boolean all = request.units().isEmpty() && request.parts().isEmpty();
        boolean more = true;
        while (more) {
            more = there.stream()
                .filter(unit -> all || unit.parent().filter(ids::contains).isPresent())
                .map(unit -> ids.add(unit.id())).reduce(false, Boolean::logicalOr);
        }
        there.stream().filter(unit -> ids.contains(unit.id())).forEach(leaving::add);
        Set<String> codes = new HashSet<>();
        leaving.forEach(unit -> codes.add(unit.code()));
        return Outcome.done(codes);
    }

    private Outcome<Document> ship(Map<DocumentId, Document> orders, List<Leaving> chosen, String hash)
        throws SQLException {
        Document first = orders.values().iterator().next();
        OrderKind kind = OrderKind.of(first.kind()).orElseThrow();
        Optional<LocationId> to = destination(first, kind);
        Map<LineId, DocumentLine> wants = GoodsWork.lines(orders.values());
        List<NewDocument.Line> lines = new ArrayList<>();
        List<MovementLine> movements = new ArrayList<>();
        List<StockStep.Take> takes = new ArrayList<>();
        Map<LineId, BigDecimal> sums = new LinkedHashMap<>();
        Map<ReservationId, BigDecimal> taken = new LinkedHashMap<>();
        for (Leaving one : chosen) {
            DocumentLine want = wants.get(one.row().line());
            Quantity quantity = new Quantity(one.quantity(), want.quantity().unit());
            sums.merge(want.id(), one.quantity(), BigDecimal::add);
            lines.add(NewDocument.Line.of(want.itemId(), quantity).ofLot(one.row().lot())
                .at(Optional.of(one.row().location())).priced(GoodsWork.basePrice(want)).noted(one.unit())
                .from(Optional.of(want.id())));
            movements.add(movement(kind, first, one, quantity, to));
            taken.merge(one.row().reservation(), one.quantity(), BigDecimal::add);
        }
        taken.forEach((reservation, quantity) -> takes.add(StockStep.Take.of(reservation, quantity)));
        for (Map.Entry<LineId, BigDecimal> sum : sums.entrySet()) {
            DocumentLine want = wants.get(sum.getKey());
            if (sum.getValue().compareTo(OrderLines.own(want)) > 0) {
                return Outcome.refused(Refusal.of(FulfilmentRefusal.MORE_THAN_READY, want.line(),
                    orders.get(want.document()).number(), OrderLines.own(want).stripTrailingZeros().toPlainString(),
                    sum.getValue().stripTrailingZeros().toPlainString()).hint("The order wants no more."));
            }
        }
        for (PackedRows.Material material : new PackedRows(step.transaction()).materials(leaving)) {
            movements.add(MovementLine.of(MovementKind.ISSUE, material.item(),
                new Quantity(material.open(), material.base()), Optional.of(material.location()), Optional.empty())
                .ownedBy(material.owner()).withStatus(material.status(), "").packed(material.unit().code(), "")
                .withReason("packing"));
            takes.add(StockStep.Take.of(material.reservation(), material.open()));
        }
        return store(orders, first, kind, to, hash, lines, movements, takes, chosen);
    }

    private Outcome<Document> store(Map<DocumentId, Document> orders, Document first, OrderKind kind,
        Optional<LocationId> to, String hash, List<NewDocument.Line> lines, List<MovementLine> movements,
        List<StockStep.Take> takes, List<Leaving> chosen) throws SQLException {
        PartnerId carrier = request.carrier();
        if (carrier.equals(PartnerId.SELF)) {
            carrier = carrierOf(first).orElse(PartnerId.SELF);
        }
        Optional<LocalDate> expected = request.expected().map(at -> at.atZone(zone).toLocalDate()).or(first::due);
        NewDocument made = NewDocument
            .of(Shipping.KIND, request.key(), hash,
                kind == OrderKind.TRANSFER ? ShipmentKind.IN_TRANSIT : ShipmentKind.SHIPPED, first.currency(),
                request.effective(), lines)
            .with(first.partner(), first.address(), first.reference()).at(first.place(), to)
            .wanted(expected, first.priority()).wantedBy(first.department(), first.costCentre())
            .carried(carrier, request.tracking())
            .madeOf(orders.size() == 1 ? Optional.of(first.id()) : Optional.empty());
        List<Refusal> refusals = book.check(made);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String number = step.number("SH");
        Outcome<PostingReceipt> posted = step.post(new PostingRequest(postingKey(request.key()), request.effective(),
            movements, number, "", ""), takes, List.of());
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals());
        }
        Document shipment = book.store(step.transaction(), made.posted(Optional.of(posted.value().id())), number);
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            flows.add(new Flow(chosen.get(i).row().line(), Step.SHIPPED, chosen.get(i).quantity(),
                Optional.of(shipment.lines().get(i).id()), request.effective()));
        }
        book.flow(step.transaction(), flows);
        new PackedRows(step.transaction()).state(leaving.stream().map(PackedRows.Unit::id).toList(),
            PackedUnit.State.SHIPPED, Optional.of(shipment.id()));
        new OrderStates(book, step.transaction()).settle(new TreeSet<>(orders.keySet()));
        return Outcome.done(shipment);
    }

    private Optional<PartnerId> carrierOf(Document order) throws SQLException {
        if (order.carrierCode().isEmpty()) {
            return Optional.empty();
        }
        try (java.sql.PreparedStatement select = step.transaction().connection()
            .prepareStatement("SELECT carrier_id FROM document WHERE id = ?")) {
            select.setLong(1, order.id().value());
            try (java.sql.ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new PartnerId(row.getLong(1))) : Optional.empty();
            }
        }
    }

    private static MovementLine movement(OrderKind kind, Document order, Leaving one, Quantity quantity,
        Optional<LocationId> to) {
        return switch (kind) {
            case CUSTOMER -> GoodsWork.moving(MovementKind.ISSUE, one.row(), quantity, to, one.unit(), "");
            case INTERNAL -> GoodsWork.moving(MovementKind.ISSUE, one.row(), quantity, to, one.unit(), "")
                .withReason(order.costCentre());
            // on its way it stays in its unit
            case TRANSFER -> GoodsWork.moving(MovementKind.TRANSFER, one.row(), quantity, to, one.unit(), one.unit());
        };
    }

    /** Where the goods go; empty for where an issue goes when nobody says. */
    private Optional<LocationId> destination(Document order, OrderKind kind) {
        return switch (kind) {
            case CUSTOMER -> order.target();
            case INTERNAL -> order.target().or(() -> locations.byCode(order.department())
                .filter(place -> place.kind() == LocationKind.PRODUCTION || place.kind() == LocationKind.CUSTOMER)
                .map(Location::id));
            case TRANSFER -> request.transit()
                .or(() -> locations.byCode(Locations.Standard.TRANSIT.code()).map(Location::id));
        };
    }

}
