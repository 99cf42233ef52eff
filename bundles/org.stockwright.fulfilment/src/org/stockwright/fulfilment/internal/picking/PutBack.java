package org.stockwright.fulfilment.internal.picking;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.allocation.AllocationRows.Stage;
import org.stockwright.fulfilment.internal.orders.OrderStates;
import org.stockwright.fulfilment.internal.packing.PackedRows;
import org.stockwright.fulfilment.internal.shipping.Actions;
import org.stockwright.fulfilment.internal.shipping.GoodsWork;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockStep;

/** Puts back what lies picked or packed for an order. */
final class PutBack {

    private final DocumentBook book;
    private final StockStep step;
    private final DocumentId orderId;
    private final List<MovementLine> lines = new ArrayList<>();
    private final List<StockStep.Take> takes = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Map<List<Object>, Map<LocationId, BigDecimal>> origins = new HashMap<>();

    PutBack(DocumentBook book, StockStep step, DocumentId order) {
        this.book = book;
        this.step = step;
        this.orderId = order;
    }

    Outcome<Document> putBack(String key, String hash, Optional<LocationId> to, boolean cancelled, Instant effective,
        String reason) throws SQLException {
        Optional<Document> found = book.lock(step.transaction(), orderId)
            .filter(one -> OrderKind.of(one.kind()).isPresent());
        Actions actions = new Actions(step.transaction());
        Optional<Outcome<DocumentId>> known = actions.known(key, hash);
        if (known.isPresent()) {
            return known.get().map(id -> found.orElseThrow());
        }
        if (found.isEmpty()) {
            return Outcome.refused(DocumentRefusal.UNKNOWN_DOCUMENT, orderId);
        }
        Document order = found.get();
        List<AllocationRows.Row> rows = new AllocationRows(step.transaction()).ofDocuments(List.of(orderId)).stream()
            .filter(row -> row.stage() != Stage.HELD).toList();
        if (rows.isEmpty()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.NOTHING_PICKED, order.number())
                .hint("What is only held is given back by releasing it."));
        }
        PackedRows packed = new PackedRows(step.transaction());
        Map<String, String> units = packed.unitOf(rows.stream().map(AllocationRows.Row::key).toList());
        Map<LineId, DocumentLine> wants = GoodsWork.lines(List.of(order));
        List<StockStep.Take> stay = new ArrayList<>();
        for (AllocationRows.Row row : rows) {
            back(row, wants.get(row.line()), units.getOrDefault(row.key(), ""), to, effective, cancelled, stay);
        }
        List<PackedRows.Unit> emptied = packed.ofDocument(orderId).stream()
            .filter(unit -> unit.state() == PackedUnit.State.PACKED).toList();
        for (PackedRows.Material material : packed.materials(emptied)) {
            takes.add(StockStep.Take.of(material.reservation(), material.open()));
            lines.add(MovementLine.of(MovementKind.TRANSFER, material.item(),
                new Quantity(material.open(), material.base()), Optional.of(material.location()),
                Optional.of(material.location())).ownedBy(material.owner()).withStatus(material.status(), "")
                .packed(material.unit().code(), ""));
        }
        if (!lines.isEmpty()) {
            Outcome<PostingReceipt> posted = step.post(
                new PostingRequest("BACK-" + key, effective, lines, order.number(), reason, ""), takes, List.of());
            if (!posted.isDone()) {
                return Outcome.refused(posted.refusals());
            }
        }
        step.release(stay);
        packed.state(emptied.stream().map(PackedRows.Unit::id).toList(), PackedUnit.State.UNPACKED, Optional.empty());
        book.flow(step.transaction(), flows);
        actions.add(key, hash, orderId);
        book.tell(step.transaction(), orderId, "put back", reason);
        return Outcome.done(new OrderStates(book, step.transaction()).settle(List.of(orderId)).getFirst());
    }

    private void back(AllocationRows.Row row, DocumentLine line, String unit, Optional<LocationId> to,
        Instant effective, boolean cancelled, List<StockStep.Take> stay) throws SQLException {
        BigDecimal left = row.open();
        Map<LocationId, BigDecimal> bins = to.isPresent() ? new LinkedHashMap<>(Map.of(to.get(), left))
            : cameFrom(row);
        BigDecimal stays = BigDecimal.ZERO;
        for (Map.Entry<LocationId, BigDecimal> bin : bins.entrySet()) {
            BigDecimal part = left.min(bin.getValue());
            left = left.subtract(part);
            bin.setValue(bin.getValue().subtract(part));
            if (part.signum() > 0) {
                stays = stays.add(move(row, line, unit, bin.getKey(), part));
            }
        }
        // what was never on a list stays where it is
        stays = stays.add(left.signum() > 0 ? move(row, line, unit, row.location(), left) : left);
        BigDecimal moved = row.open().subtract(stays);
        if (moved.signum() > 0) {
            takes.add(StockStep.Take.of(row.reservation(), moved));
        }
        if (stays.signum() > 0) {
            stay.add(StockStep.Take.of(row.reservation(), stays));
        }
        step(row.line(), Step.PICKED, row.open().negate(), effective);
        if (row.stage() == Stage.PACKED) {
            step(row.line(), Step.PACKED, row.open().negate(), effective);
        }
        if (cancelled) {
            step(row.line(), Step.CANCELLED, row.open(), effective);
        }
    }

    /** What is to stay where it is: nothing moves, the reservation alone ends. */
    private BigDecimal move(AllocationRows.Row row, DocumentLine line, String unit, LocationId to, BigDecimal part) {
        if (to.equals(row.location()) && unit.isEmpty()) {
            return part;
        }
        lines.add(GoodsWork.moving(MovementKind.TRANSFER, row, new Quantity(part, line.quantity().unit()),
            Optional.of(to), unit, ""));
        return BigDecimal.ZERO;
    }

    private void step(LineId line, Step taken, BigDecimal quantity, Instant effective) {
        if (quantity.signum() != 0) {
            flows.add(new Flow(line, taken, quantity, Optional.empty(), effective));
        }
    }

    /** The bins that the goods of a line and lot were taken from, the last one first. */
    private Map<LocationId, BigDecimal> cameFrom(AllocationRows.Row row) throws SQLException {
        Map<LocationId, BigDecimal> known = origins.get(List.of(row.line(), row.lot()));
        if (known != null) {
            return known;
        }
        Map<LocationId, BigDecimal> bins = new LinkedHashMap<>();
        origins.put(List.of(row.line(), row.lot()), bins);
        try (PreparedStatement select = step.transaction().connection().prepareStatement("SELECT p.location_id, "
            + "f.quantity FROM document_flow f JOIN document_line p ON p.id = f.by_line_id WHERE f.line_id = ? "
            + "AND f.step = 'PICKED' AND p.lot = ? AND p.location_id IS NOT NULL ORDER BY f.id DESC")) {
            select.setLong(1, row.line().value());
            select.setString(2, row.lot());
            try (ResultSet bin = select.executeQuery()) {
                while (bin.next()) {
                    bins.merge(new LocationId(bin.getLong(1)), bin.getBigDecimal(2), BigDecimal::add);
                }
            }
        }
        return bins;
    }

}
