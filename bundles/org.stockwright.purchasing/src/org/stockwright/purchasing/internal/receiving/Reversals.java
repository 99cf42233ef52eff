package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
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
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.Receipts.Reversal;
import org.stockwright.purchasing.ReceivingRefusal;

/** Takes documents of receiving back: their posting, and each step that they did. */
@Component(service = Reversals.class)
public final class Reversals {

    private final StockWork work;
    private final DocumentBook book;
    private final ReceiptSources sources;

    @Activate
    public Reversals(@Reference StockWork work, @Reference DocumentBook book, @Reference ReceiptSources sources) {
        this.work = work;
        this.book = book;
        this.sources = sources;
    }

    /** Reverses a document of a kind; refused when something later stands on it. */
    public Outcome<Document> reverse(Reversal reversal, String kind, String series) {
        String hash = Papers.hash(reversal);
        return work.write(step -> reverse(step, reversal, kind, series, hash));
    }

    private Outcome<Document> reverse(StockStep step, Reversal reversal, String kind, String series, String hash)
        throws SQLException {
        Transaction transaction = step.transaction();
        Optional<Outcome<Document>> known = book.known(transaction, reversal.key(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Document> read = book.read(transaction, List.of(reversal.document())).stream()
            .filter(document -> document.kind().equals(kind)).findFirst();
        if (read.isEmpty()) {
            return Outcome.refused(Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, reversal.document()));
        }
        List<LineId> lines = read.get().lines().stream().map(DocumentLine::id).toList();
        SourceChain chain = sources.chain(transaction, read.get().lines().stream()
            .flatMap(line -> line.source().stream()).toList());
        Set<DocumentId> concerned = new LinkedHashSet<>(
            chain.documents(read.get().lines().stream().flatMap(line -> line.source().stream()).toList()));
        Set<DocumentId> locked = new LinkedHashSet<>(concerned);
        locked.add(reversal.document());
        Document document = book.lock(transaction, locked).stream()
            .filter(one -> one.id().equals(reversal.document())).findFirst().orElseThrow();
        // a second sender of the same key waited for the lock
        known = book.known(transaction, reversal.key(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Refusal> refusal = refusal(transaction, document, lines);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        NewDocument made = NewDocument
            .of(kind, reversal.key(), hash, States.REVERSAL, document.currency(), reversal.effective(),
                document.lines().stream().map(line -> copy(line, reversal.reason())).toList())
            .with(document.partner(), document.address(), document.reference()).at(document.place(), document.target())
            .madeOf(document.source()).reversing(Optional.of(document.id()));
        List<Refusal> bad = book.check(made);
        if (!bad.isEmpty()) {
            return Outcome.refused(bad);
        }
        List<Flow> taken = taken(transaction, lines);
        String number = step.number(series);
        Outcome<PostingReceipt> posting = step.reverse(document.key() + Papers.POSTING, reversal.key() + Papers.POSTING,
            Optional.of(reversal.effective()), reversal.reason());
        if (!posting.isDone()) {
            return Outcome.refused(posting.refusals());
        }
        Document stored = book.store(transaction, made.posted(Optional.of(posting.value().id())), number);
        book.flow(transaction, back(taken, document, stored, reversal));
        book.state(transaction, document.id(), States.REVERSED, "reversed", number + ": " + reversal.reason());
        sources.settle(transaction, concerned);
        return Outcome.done(book.read(transaction, List.of(stored.id())).getFirst());
    }

    private static NewDocument.Line copy(DocumentLine line, String reason) {
        return NewDocument.Line.of(line.itemId(), line.quantity()).entered(line.entered(), line.enteredUnit())
            .ofLot(line.lot()).at(line.location()).priced(line.price()).noted(reason).from(line.source());
    }

    private static Optional<Refusal> refusal(Transaction transaction, Document document, List<LineId> lines)
        throws SQLException {
        if (PurchaseOrders.isDropShip(document)) {
            return Optional.of(Refusal.of(ReceivingRefusal.GOES_TO_CUSTOMER, document.number())
                .hint("A direct return to the supplier is not taken back; enter what came instead as a new order."));
        }
        if (document.reverses().isPresent() || document.reversedBy().isPresent()) {
            return Optional.of(Refusal.of(ReceivingRefusal.REVERSED_ALREADY, document.number()));
        }
        List<Refusal> later = new ArrayList<>();
        new BulkSelect(transaction).each("SELECT f.step, d.number, SUM(f.quantity) FROM document_flow f "
            + "JOIN document_line b ON b.id = f.by_line_id JOIN document d ON d.id = b.document_id "
            + "WHERE d.state <> 'REVERSED' AND d.reverses_id IS NULL AND f.line_id IN ",
            lines.stream().map(LineId::value).toList(), " GROUP BY f.step, d.number HAVING SUM(f.quantity) <> 0 "
                + "ORDER BY d.number",
            row -> later.add(Refusal.of(ReceivingRefusal.STANDS_ON_IT, document.number(),
                Step.valueOf(row.getString(1)).word(), row.getString(2)).hint(
                    "Reverse " + row.getString(2)
                        + " first.")));
        return later.stream().findFirst();
    }

    /** What lines did, to lines of others and by themselves. */
    private static List<Flow> taken(Transaction transaction, List<LineId> lines) throws SQLException {
        List<Flow> taken = new ArrayList<>();
        List<Long> ids = lines.stream().map(LineId::value).toList();
        BulkSelect select = new BulkSelect(transaction);
        select.each("SELECT f.line_id, f.step, f.by_line_id, SUM(f.quantity) FROM document_flow f "
            + "WHERE f.by_line_id IN ", ids, " GROUP BY f.line_id, f.step, f.by_line_id",
            row -> taken.add(new Flow(
                new LineId(row.getLong(1)), Step.valueOf(row.getString(2)), row.getBigDecimal(4),
                Optional.of(new LineId(row.getLong(3))), java.time.Instant.EPOCH)));
        select.each("SELECT f.line_id, f.step, SUM(f.quantity) FROM document_flow f WHERE f.by_line_id IS NULL "
            + "AND f.line_id IN ", ids, " GROUP BY f.line_id, f.step",
            row -> taken.add(new Flow(
                new LineId(row.getLong(1)), Step.valueOf(row.getString(2)), row.getBigDecimal(3), Optional.empty(),
                java.time.Instant.EPOCH)));
        return taken;
    }

    private static List<Flow> back(List<Flow> taken, Document document, Document stored, Reversal reversal) {
        Map<LineId, LineId> opposite = new HashMap<>();
        for (int i = 0; i < document.lines().size(); i++) {
            opposite.put(document.lines().get(i).id(), stored.lines().get(i).id());
        }
        return taken.stream().filter(flow -> flow.quantity().compareTo(BigDecimal.ZERO) != 0)
            .map(flow -> new Flow(flow.line(), flow.step(), flow.quantity().negate(),
                flow.by().map(opposite::get).or(() -> Optional.ofNullable(opposite.get(flow.line()))),
                reversal.effective()))
            .toList();
    }

}
