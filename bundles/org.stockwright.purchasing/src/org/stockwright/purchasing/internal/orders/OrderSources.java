package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
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
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.Requisitions;

/**
 * The documents that an order's lines are made of, locked together with the order: requisitions, blanket orders, and those of
 * other areas. What is ordered of their lines stands in the flow of those lines. For one transaction.
 */
public final class OrderSources {

    private final Transaction transaction;
    private final DocumentBook book;
    private final Demands demands;
    private final Map<DocumentId, Document> documents = new TreeMap<>();
    private final Map<LineId, DocumentLine> lines = new HashMap<>();
    private final Map<LineId, BigDecimal> left = new HashMap<>();

    /** Locks some documents and those that lines were made of, by rising identity. */
    public OrderSources(Transaction transaction, DocumentBook book, Collection<DocumentId> own,
        Collection<LineId> sources) throws SQLException {
        this(transaction, book, Demands.NONE, own, sources);
    }

    /** The same, where something may be ordered of documents of other areas. */
    OrderSources(Transaction transaction, DocumentBook book, Demands demands, Collection<DocumentId> own,
        Collection<LineId> sources) throws SQLException {
        this.transaction = transaction;
        this.book = book;
        this.demands = demands;
        TreeSet<DocumentId> all = new TreeSet<>(own);
        new BulkSelect(transaction).each("SELECT document_id FROM document_line WHERE id IN ",
            sources.stream().map(LineId::value).distinct().sorted().toList(), "",
            row -> all.add(new DocumentId(row.getLong(1))));
        for (Document document : book.lock(transaction, all)) {
            documents.put(document.id(), document);
            document.lines().forEach(line -> lines.put(line.id(), line));
        }
    }

    /** Locks an order with its sources. */
    public static OrderSources of(Transaction transaction, DocumentBook book, DocumentId order) throws SQLException {
        return of(transaction, book, Demands.NONE, order);
    }

    /** The same, where something may be ordered of documents of other areas. */
    static OrderSources of(Transaction transaction, DocumentBook book, Demands demands, DocumentId order)
        throws SQLException {
        List<LineId> sources = new ArrayList<>();
        for (Document document : book.read(transaction, List.of(order))) {
            document.lines().forEach(line -> line.source().ifPresent(sources::add));
        }
        return new OrderSources(transaction, book, demands, List.of(order), sources);
    }

    public Optional<Document> document(DocumentId id) {
        return Optional.ofNullable(documents.get(id));
    }

    /** The line that a line was made of. */
    public Optional<DocumentLine> source(Optional<LineId> id) {
        return id.map(lines::get).filter(Objects::nonNull);
    }

    /** How much of a source's line may still be ordered or taken from stock. */
    static BigDecimal open(DocumentLine source) {
        return source.quantity().amount().subtract(source.done(Step.CANCELLED)).subtract(source.done(Step.ORDERED))
            .subtract(source.done(Step.SHIPPED)).max(BigDecimal.ZERO);
    }

    /** What keeps lines from being ordered for their sources, with the lines that were checked before. */
    List<Refusal> check(List<NewDocument.Line> wanted, Optional<LocationId> shipTo) throws SQLException {
        List<Refusal> refusals = new ArrayList<>();
        int number = 0;
        for (NewDocument.Line line : wanted) {
            number++;
            if (line.source().isPresent()) {
                int at = number;
                check(line, line.source().get(), number, shipTo)
                    .ifPresent(refusal -> refusals.add(refusal.at(Refusal.Place.line(at))));
            }
        }
        return refusals;
    }

    private Optional<Refusal> check(NewDocument.Line line, LineId id, int number, Optional<LocationId> shipTo)
        throws SQLException {
        DocumentLine source = lines.get(id);
        if (source == null) {
            return Optional.of(Refusal.of(DocumentRefusal.UNKNOWN_LINE, "The source", id));
        }
        Document document = documents.get(source.document());
        if (!source.itemId().equals(line.item())) {
            return Optional.of(otherItem(number, line.item(), document, source));
        }
        if (!mayBeOrdered(document)) {
            return Optional.of(Refusal.of(PurchasingRefusal.SOURCE_NOT_APPROVED, document.number(), document.state())
                .hint("Order of what is approved and open."));
        }
        BigDecimal open = left.computeIfAbsent(id, key -> open(source));
        left.put(id, open.subtract(line.quantity().amount()));
        boolean tooMuch = document.kind().equals(Requisitions.KIND) ? open.signum() <= 0
            : open.compareTo(line.quantity().amount()) < 0;
        BigDecimal all = open(source).subtract(left.get(id));
        return tooMuch ? Optional.of(Refusal
            .of(PurchasingRefusal.MORE_THAN_OPEN, source.line(), document.number(),
                open.max(BigDecimal.ZERO).stripTrailingZeros().toPlainString() + " " + source.quantity().unit(),
                line.quantity())
            .hint("Order at most what is left."))
            : demands.refusal(transaction, document, source, all, shipTo);
    }

    /** Why so much more of a line's source cannot be ordered. */
    Optional<Refusal> more(DocumentLine line, BigDecimal quantity, Optional<LocationId> shipTo) throws SQLException {
        Optional<DocumentLine> source = source(line.source());
        return source.isEmpty() || quantity.signum() <= 0 ? Optional.empty()
            : demands.refusal(transaction, documents.get(source.get().document()), source.get(), quantity, shipTo);
    }

    private Refusal otherItem(int number, ItemId item, Document document, DocumentLine source) {
        return Refusal.of(PurchasingRefusal.NOT_AS_IN_SOURCE, number, "the item", item, document.number(),
            source.item()).hint("Order the item that was asked for.");
    }

    private static boolean mayBeOrdered(Document document) {
        return switch (document.kind()) {
            case Requisitions.KIND -> document.state().equals(Requisitions.APPROVED);
            case PurchaseOrders.BLANKET -> document.state().equals(PurchaseOrders.APPROVED);
            default -> document.isOpen();
        };
    }

    /** Tells the sources that an order that was just stored takes its part of them. */
    void ordered(Document order) throws SQLException {
        List<Flow> flows = new ArrayList<>();
        for (DocumentLine line : order.lines()) {
            line.source().ifPresent(source -> flows.add(flow(source, line, line.quantity().amount(),
                order.effective())));
        }
        if (!flows.isEmpty()) {
            book.flow(transaction, flows);
            settle(order);
        }
    }

    private static Flow flow(LineId source, DocumentLine by, BigDecimal quantity, Instant effective) {
        return new Flow(source, Step.ORDERED, quantity, Optional.of(by.id()), effective);
    }

    /** Tells the source of a line that more, or with a negative quantity less, is ordered of it. */
    void changed(DocumentLine line, BigDecimal quantity, Instant effective) throws SQLException {
        if (line.source().isPresent() && quantity.signum() != 0) {
            book.flow(transaction, List.of(flow(line.source().get(), line, quantity, effective)));
        }
    }

    /** Says anew where the documents stand that an order's lines were made of. */
    void settle(Document order) throws SQLException {
        TreeMap<DocumentId, Document> before = new TreeMap<>();
        for (DocumentLine line : order.lines()) {
            source(line.source()).map(source -> documents.get(source.document()))
                .ifPresent(document -> before.put(document.id(), document));
        }
        for (Document document : before.values()) {
            if (document.kind().equals(Requisitions.KIND)) {
                RequisitionStates.settle(transaction, book, document.id());
            } else {
                demands.settle(transaction, document);
            }
        }
    }

    /** What an order's lines say otherwise than their sources, within the tolerances. */
    List<Refusal> compare(Document order, Tolerances tolerances) {
        List<Refusal> findings = new ArrayList<>();
        for (DocumentLine line : order.lines()) {
            Optional<DocumentLine> source = source(line.source());
            if (source.isPresent()) {
                compare(order, line, source.get(), tolerances).forEach(
                    finding -> findings.add(finding.at(Refusal.Place.line(line.line()))));
            }
        }
        return findings;
    }

    private List<Refusal> compare(Document order, DocumentLine line, DocumentLine source, Tolerances tolerances) {
        List<Refusal> findings = new ArrayList<>();
        Document document = documents.get(source.document());
        BigDecimal wanted = source.quantity().amount().subtract(source.done(Step.CANCELLED));
        BigDecimal taken = source.done(Step.ORDERED).add(source.done(Step.SHIPPED));
        if (!tolerances.isWithin(taken, wanted)) {
            findings.add(Refusal.of(PurchasingRefusal.NOT_AS_IN_SOURCE, line.line(), "what is ordered in all",
                plain(taken) + " " + source.quantity().unit(), document.number(),
                plain(wanted) + " " + source.quantity().unit()).hint("Order less, or have it overridden."));
        }
        if (line.price().isPresent() && source.price().isPresent()
            && order.currency().equals(document.currency())) {
            BigDecimal perEntered = UnitPrices.convert(source.price().get(), source, line);
            if (line.price().get().compareTo(perEntered) > 0
                && !tolerances.isSamePrice(line.price().get(), perEntered, line.entered())) {
                findings.add(Refusal.of(PurchasingRefusal.NOT_AS_IN_SOURCE, line.line(), "the price",
                    plain(line.price().get()) + " " + order.currency(), document.number(),
                    plain(perEntered) + " " + document.currency())
                    .hint("Order at that price, or have it overridden."));
            }
        }
        return findings;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

}
