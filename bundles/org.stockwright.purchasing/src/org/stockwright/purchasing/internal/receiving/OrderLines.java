package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.ReceivingRules.Excess;
import org.stockwright.purchasing.spi.ReceiptSource;

/** The locked documents that goods are received against, and how much of their lines may still come. */
final class OrderLines {

    private final Transaction transaction;
    private final ReceiptSources sources;
    private final SourceChain chain;
    private final Map<DocumentId, Document> documents = new LinkedHashMap<>();
    private final Map<LineId, DocumentLine> lines = new HashMap<>();
    private final Map<LineId, BigDecimal> came = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Refusal> warnings = new ArrayList<>();
    private final Map<DocumentId, List<String>> excesses = new LinkedHashMap<>();

    private OrderLines(Transaction transaction, ReceiptSources sources, SourceChain chain) {
        this.transaction = transaction;
        this.sources = sources;
        this.chain = chain;
    }

    /** Locks the documents received against and those before them, all by rising identity. */
    static OrderLines lock(Transaction transaction, DocumentBook book, ReceiptSources sources,
        Optional<DocumentId> against, Collection<LineId> named) throws SQLException {
        Set<LineId> lines = new LinkedHashSet<>(named);
        Set<DocumentId> ids = new LinkedHashSet<>(against.stream().toList());
        if (against.isPresent()) {
            book.read(transaction, ids)
                .forEach(document -> document.lines().forEach(line -> lines.add(line.id())));
        }
        SourceChain chain = sources.chain(transaction, lines);
        ids.addAll(chain.documents(lines));
        OrderLines orders = new OrderLines(transaction, sources, chain);
        for (Document document : book.lock(transaction, ids)) {
            orders.documents.put(document.id(), document);
            document.lines().forEach(line -> orders.lines.put(line.id(), line));
        }
        return orders;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<Refusal> warnings() {
        return warnings;
    }

    /** What comes that was not ordered and is taken all the same, by the order that it is for. */
    Map<DocumentId, List<String>> excesses() {
        return excesses;
    }

    Optional<Document> document(DocumentId id) {
        return Optional.ofNullable(documents.get(id));
    }

    Set<DocumentId> documents() {
        return documents.keySet();
    }

    /** A line that wants goods and those before it, the nearest first. */
    List<LineId> wanting(LineId line) {
        return chain.from(line);
    }

    /** The first price on the way from a line to those before it, with its document. */
    Optional<PricedLine> priced(LineId line) {
        for (LineId one : chain.from(line)) {
            DocumentLine at = lines.get(one);
            if (at != null && at.price().isPresent()) {
                return Optional.of(new PricedLine(at, documents.get(at.document())));
            }
        }
        return Optional.empty();
    }

    /** A line with a price, and its document. */
    record PricedLine(DocumentLine line, Document document) {
    }

    /** Whether goods can be received against a document; says why not. */
    boolean isReceivable(DocumentId id) {
        Document document = documents.get(id);
        if (document != null && PurchaseOrders.isDropShip(document)) {
            refusals.add(Refusal.of(ReceivingRefusal.GOES_TO_CUSTOMER, document.number())
                .hint("Confirm what the supplier sent by drop-shipping: drop-ship dispatch."));
            return false;
        }
        if (document != null && sources.of(document.kind()).filter(one -> one.isReceivable(document)).isPresent()) {
            return true;
        }
        refusals.add(Refusal.of(ReceivingRefusal.NOT_RECEIVABLE, document == null ? id : document.number(),
            document == null ? "not there" : document.state()).hint("Only approved and open orders take goods."));
        return false;
    }

    /** The parts of a line that arrives, each for a line of the document received against. */
    List<ReadLine> distribute(ReadLine line, Optional<DocumentId> against) {
        if (line.source().isPresent()) {
            LineId wanted = line.source().get();
            DocumentLine at = lines.get(wanted);
            if (at == null || against.isPresent() && !at.document().equals(against.get())) {
                String number = against.flatMap(this::document).map(Document::number).orElse("any document");
                refusals.add(Refusal.of(ReceivingRefusal.LINE_OF_OTHER_DOCUMENT, number)
                    .hint("Name a line of the document, or none.").at(Place.line(line.number())));
                return List.of();
            }
            take(wanted, line.quantity().amount());
            return List.of(line);
        }
        if (against.isEmpty()) {
            return List.of(line);
        }
        Document document = documents.get(against.get());
        List<DocumentLine> candidates = candidates(document, line.item().id());
        if (candidates.isEmpty()) {
            refusals.add(Refusal.of(ReceivingRefusal.NOT_ON_ORDER, line.item().code(), document.number())
                .hint("Receive it without an order, or have the order revised.").at(Place.line(line.number())));
            return List.of();
        }
        return spread(line, candidates);
    }

    private static List<DocumentLine> candidates(Document document, ItemId item) {
        return document.lines().stream().filter(line -> line.itemId().equals(item) && line.parent().isEmpty())
            .toList();
    }

    private List<ReadLine> spread(ReadLine line, List<DocumentLine> candidates) {
        List<ReadLine> parts = new ArrayList<>();
        BigDecimal left = line.quantity().amount();
        BigDecimal rejected = line.rejected();
        DocumentLine last = candidates.getLast();
        for (DocumentLine candidate : candidates) {
            BigDecimal open = candidate.open(Step.RECEIVED).subtract(taken(candidate.id())).max(BigDecimal.ZERO);
            if (open.signum() > 0) {
                last = candidate;
            }
        }
        for (DocumentLine candidate : candidates) {
            BigDecimal open = candidate.open(Step.RECEIVED).subtract(taken(candidate.id())).max(BigDecimal.ZERO);
            BigDecimal part = candidate.equals(last) ? left : open.min(left);
            if (part.signum() > 0) {
                BigDecimal bad = rejected.min(part);
                parts.add(line.part(candidate.id(), part, bad));
                take(candidate.id(), part);
                left = left.subtract(part);
                rejected = rejected.subtract(bad);
            }
        }
        return parts;
    }

    private BigDecimal taken(LineId line) {
        return came.getOrDefault(line, BigDecimal.ZERO);
    }

    private void take(LineId line, BigDecimal quantity) {
        came.merge(line, quantity, BigDecimal::add);
    }

    /** Compares what comes with what was ordered, line by line of the order that is the root of the chain. */
    void check(Excess excess) throws SQLException {
        Map<LineId, BigDecimal> roots = new LinkedHashMap<>();
        came.forEach((line, quantity) -> roots.merge(chain.from(line).getLast(), quantity, BigDecimal::add));
        for (Map.Entry<LineId, BigDecimal> root : roots.entrySet()) {
            DocumentLine line = lines.get(root.getKey());
            Document document = documents.get(line.document());
            ReceiptSource source = sources.of(document.kind()).orElseThrow();
            Quantity quantity = new Quantity(root.getValue(), line.quantity().unit());
            BigDecimal most = source.mostToReceive(transaction, document, line);
            BigDecimal more = quantity.amount().subtract(line.open(Step.RECEIVED));
            if (more.signum() > 0) {
                excesses.computeIfAbsent(document.id(), id -> new ArrayList<>())
                    .add(new Quantity(more, quantity.unit()) + " of " + line.item() + " (line " + line.line() + ")");
            }
            if (quantity.amount().compareTo(most) <= 0 || excess == Excess.ACCEPT) {
                continue;
            }
            Quantity still = new Quantity(most, line.quantity().unit());
            if (excess == Excess.REFUSE) {
                refusals.add(Refusal.of(ReceivingRefusal.OVER_RECEIPT, line.item(), quantity, still, document.number())
                    .hint("Receive the rest without an order, or have the order revised."));
            } else {
                warnings.add(Refusal.of(ReceivingRefusal.MORE_THAN_ORDERED, line.item(), quantity, still,
                    document.number()));
            }
        }
    }

}
