package org.stockwright.fulfilment.internal.shipping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.LineId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** What the steps of goods out have in common: locked documents, their lines, movements of what is held. */
public final class GoodsWork {

    private static final int DECIMALS = 9;
    private static final String KIND = "SELECT kind FROM document WHERE id IN ";
    private static final String SOURCES = "SELECT DISTINCT s.document_id FROM " + BulkSelect.inOrder()
        + "document_line l " + BulkSelect.by("document_line_unique") + "JOIN document_line s "
        + BulkSelect.by("document_line_pk") + "ON s.id = l.source_line_id WHERE l.document_id IN ";

    private final DocumentBook book;
    private final Transaction transaction;

    /** In a step of a document. */
    public GoodsWork(DocumentBook book, StockStep step) {
        this(book, step.transaction());
    }

    /** In a transaction. */
    public GoodsWork(DocumentBook book, Transaction transaction) {
        this.book = book;
        this.transaction = transaction;
    }

    /** The documents that these lines belong to. */
    public TreeMap<LineId, DocumentId> documentsOf(Collection<LineId> lines) throws SQLException {
        TreeMap<LineId, DocumentId> result = new TreeMap<>();
        new BulkSelect(transaction).each(
            "SELECT id, document_id FROM document_line " + BulkSelect.by("document_line_pk") + "WHERE id IN ",
            lines.stream().map(LineId::value).distinct().toList(), "",
            row -> result.put(new LineId(row.getLong(1)), new DocumentId(row.getLong(2))));
        return result;
    }

    /** A document of a kind as it is now, not locked; or that there is none. */
    public Outcome<Document> find(DocumentId id, String kind) throws SQLException {
        return book.read(transaction, List.of(id)).stream().filter(one -> one.kind().equals(kind)).findFirst()
            .map(Outcome::done).orElseGet(() -> Outcome.refused(DocumentRefusal.UNKNOWN_DOCUMENT, id));
    }

    /**
     * Locks a document of a kind with all that its lines go on with, by rising identity; by identity. Refused when there is no
     * such document.
     */
    public Outcome<Map<DocumentId, Document>> lockWithSources(DocumentId id, String kind) throws SQLException {
        TreeSet<DocumentId> ids = new TreeSet<>();
        BulkSelect select = new BulkSelect(transaction);
        select.each(KIND, List.of(id.value()), "", row -> {
            if (row.getString(1).equals(kind)) {
                ids.add(id);
            }
        });
        if (ids.isEmpty()) {
            return Outcome.refused(DocumentRefusal.UNKNOWN_DOCUMENT, id);
        }
        select.each(SOURCES, List.of(id.value()), "", row -> ids.add(new DocumentId(row.getLong(1))));
        return Outcome.done(lock(ids));
    }

    /** Locks documents by rising identity. */
    public Map<DocumentId, Document> lock(Collection<DocumentId> ids) throws SQLException {
        Map<DocumentId, Document> result = new LinkedHashMap<>();
        book.lock(transaction, ids).forEach(one -> result.put(one.id(), one));
        return result;
    }

    /** All lines of documents by their identity. */
    public static Map<LineId, DocumentLine> lines(Collection<Document> documents) {
        Map<LineId, DocumentLine> result = new LinkedHashMap<>();
        documents.forEach(one -> one.lines().forEach(line -> result.put(line.id(), line)));
        return result;
    }

    /** The price of a base unit: what is shipped and returned need not come in the unit that was ordered. */
    public static Optional<BigDecimal> basePrice(DocumentLine line) {
        return line.price().map(price -> line.entered().compareTo(line.quantity().amount()) == 0 ? price
            : price.multiply(line.entered()).divide(line.quantity().amount(), DECIMALS, RoundingMode.HALF_UP));
    }

    /** The shipment that takes another one back. */
    public static NewDocument reversing(Document shipment, String key, String hash, Instant effective) {
        List<NewDocument.Line> lines = shipment.lines().stream()
            .map(line -> NewDocument.Line.of(line.itemId(), line.quantity()).ofLot(line.lot()).at(line.location())
                .priced(line.price()).noted(line.note()).from(line.source()))
            .toList();
        return NewDocument
            .of(Shipping.KIND, key, hash, ShipmentKind.REVERSED, shipment.currency(), effective, lines)
            .with(shipment.partner(), shipment.address(), shipment.reference())
            .at(shipment.place(), shipment.target())
            .wantedBy(shipment.department(), shipment.costCentre()).madeOf(shipment.source())
            .reversing(Optional.of(shipment.id()));
    }

    /** A line of a posting that moves held stock. */
    public static MovementLine moving(MovementKind kind, AllocationRows.Row held, Quantity quantity,
        Optional<LocationId> to, String fromUnit, String toUnit) {
        return line(kind, held.item(), quantity, Optional.of(held.location()), to).withLot(held.lot())
            .ownedBy(held.owner()).withStatus(held.status(), "").packed(fromUnit, toUnit);
    }

    private static MovementLine line(MovementKind kind, ItemId item, Quantity quantity, Optional<LocationId> from,
        Optional<LocationId> to) {
        return MovementLine.of(kind, item, quantity, from, to);
    }

    /** A document is not in a state that allows something. */
    public static <T> Outcome<T> notNow(Document document, String what) {
        return Outcome.refused(Refusal.of(DocumentRefusal.NOT_IN_THIS_STATE, document.number(),
            document.state().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), what));
    }

}
