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
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.Receipts.Reversal;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.SupplierReturns;
import org.stockwright.purchasing.internal.receiving.FreeStock.Lot;
import org.stockwright.security.spi.Guarded;

/** Sends goods back to suppliers. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.purchasing.SupplierReturns")
public final class SupplierReturnsComponent implements SupplierReturns, Guarded {

    private static final List<String> STATUSES = List.of(LineReader.REJECTED, LineReader.BLOCKED,
        MovementLine.AVAILABLE);

    private final StockWork stock;
    private final DocumentBook book;
    private final ReceiptSources sources;
    private final Reversals reversals;

    /** Lives as long as the open book. */
    @Activate
    public SupplierReturnsComponent(@Reference StockWork stock, @Reference DocumentBook book,
        @Reference ReceiptSources sources, @Reference Reversals reversals) {
        this.stock = stock;
        this.book = book;
        this.sources = sources;
        this.reversals = reversals;
    }

    @Override
    public Outcome<Document> sendBack(Request request) {
        String hash = Papers.hash(request);
        return stock.write(step -> sendBack(step, request, hash));
    }

    @Override
    public Outcome<Document> attempt(Request request) {
        String hash = Papers.hash(request);
        return stock.attempt(step -> sendBack(step, request, hash));
    }

    /** A part of a receipt's line that goes back from one place and status. */
    private record Part(DocumentLine line, Lot lot, BigDecimal quantity) {
    }

    private Outcome<Document> sendBack(StockStep step, Request request, String hash) throws SQLException {
        Transaction transaction = step.transaction();
        Optional<Outcome<Document>> known = book.known(transaction, request.key(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        List<LineId> lines = request.lines().stream().map(Line::line).toList();
        SourceChain chain = sources.chain(transaction, lines);
        Set<DocumentId> concerned = new LinkedHashSet<>(chain.documents(lines));
        concerned.add(request.receipt());
        Optional<Document> receipt = book.lock(transaction, concerned).stream()
            .filter(document -> document.id().equals(request.receipt())).findFirst();
        // a second sender of the same key waited for the lock
        known = book.known(transaction, request.key(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Refusal> refusal = refusal(request, receipt);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        List<Refusal> refusals = new ArrayList<>();
        List<Part> parts = parts(transaction, request, receipt.get(), refusals);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        NewDocument made = document(request, hash, receipt.get(), parts);
        List<Refusal> bad = book.check(made);
        if (!bad.isEmpty()) {
            return Outcome.refused(bad);
        }
        String number = step.number(Series.RETURN);
        Outcome<PostingReceipt> posting = step.post(new PostingRequest(request.key() + Papers.POSTING,
            request.effective(), parts.stream().map(part -> movement(part, request.reason())).toList(),
            receipt.get().number(), number, ""));
        if (!posting.isDone()) {
            return Outcome.refused(posting.refusals());
        }
        Document stored = book.store(transaction, made.posted(Optional.of(posting.value().id())), number);
        book.flow(transaction, flows(stored, parts, chain, request));
        sources.settle(transaction, concerned);
        return Outcome.done(book.read(transaction, List.of(stored.id())).getFirst());
    }

    private static Optional<Refusal> refusal(Request request, Optional<Document> receipt) {
        if (receipt.isEmpty() || !receipt.get().kind().equals(Receipts.KIND)
            || receipt.get().state().equals(States.REVERSED) || receipt.get().state().equals(States.REVERSAL)) {
            return Optional.of(Refusal.of(ReceivingRefusal.NOT_A_RECEIPT,
                receipt.map(Document::number).orElse(request.receipt().toString()))
                .hint("Name the receipt that the goods came by."));
        }
        if (request.reason().isBlank()) {
            return Optional.of(Refusal.of(ReceivingRefusal.REASON_MISSING).hint("Say why the goods go back."));
        }
        return request.lines().isEmpty() ? Optional.of(Refusal.of(DocumentRefusal.NO_LINES)
            .hint("Name what goes back.")) : Optional.empty();
    }

    private static List<Part> parts(Transaction transaction, Request request, Document receipt,
        List<Refusal> refusals) throws SQLException {
        List<Part> parts = new ArrayList<>();
        Map<LineId, BigDecimal> taken = new HashMap<>();
        FreeStock stock = new FreeStock(transaction);
        int at = 0;
        for (Line line : request.lines()) {
            at++;
            Place place = Place.line(at);
            Optional<DocumentLine> of = receipt.lines().stream().filter(one -> one.id().equals(line.line()))
                .findFirst();
            if (of.isEmpty()) {
                refusals.add(Refusal.of(ReceivingRefusal.LINE_OF_OTHER_DOCUMENT, receipt.number())
                    .hint("Name a line of the receipt.").at(place));
                continue;
            }
            Outcome<Quantity> quantity = Quantity.checked(line.quantity(), of.get().quantity().unit());
            quantity.refusals().forEach(refusal -> refusals.add(refusal.at(place)));
            if (quantity.isDone() && quantity.value().signum() <= 0) {
                refusals.add(Refusal.of(LedgerRefusal.QUANTITY_NOT_POSITIVE, quantity.value())
                    .hint("Leave the line out.").at(place));
            } else if (quantity.isDone()) {
                BigDecimal before = taken.getOrDefault(line.line(), BigDecimal.ZERO);
                BigDecimal left = of.get().quantity().amount().subtract(of.get().done(Step.RETURNED)).subtract(before);
                if (quantity.value().amount().compareTo(left) > 0) {
                    refusals.add(Refusal.of(ReceivingRefusal.MORE_THAN_CAME, of.get().item(), quantity.value(),
                        new Quantity(left, of.get().quantity().unit())).hint("Take the rest from another receipt.")
                        .at(place));
                } else {
                    taken.put(line.line(), before.add(quantity.value().amount()));
                    take(stock, line, of.get(), quantity.value(), parts).ifPresent(refusal -> refusals
                        .add(refusal.at(place)));
                }
            }
        }
        return parts;
    }

    private static Optional<Refusal> take(FreeStock stock, Line line, DocumentLine of, Quantity quantity,
        List<Part> parts) throws SQLException {
        List<String> statuses = line.status().isEmpty() ? STATUSES : List.of(line.status());
        LocationId first = line.place().or(of::location).orElseThrow();
        List<FreeStock.Taken> taken = stock.take(of.itemId(), of.lot(), statuses, first, line.place().isPresent(),
            quantity.amount());
        BigDecimal found = taken.stream().map(FreeStock.Taken::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (found.compareTo(quantity.amount()) < 0) {
            return Optional.of(Refusal.of(ReceivingRefusal.NOT_ENOUGH_TO_RETURN, of.item(), quantity,
                new Quantity(found, quantity.unit())).hint("Give back what is held for others, or send back less."));
        }
        taken.forEach(one -> parts.add(new Part(of, one.lot(), one.quantity())));
        return Optional.empty();
    }

    private static MovementLine movement(Part part, String reason) {
        return MovementLine.of(MovementKind.RETURN_OUT, part.line().itemId(),
            new Quantity(part.quantity(), part.line().quantity().unit()), Optional.of(part.lot().place()),
            Optional.empty()).withLot(part.line().lot()).withStatus(part.lot().status(), "").withReason(reason);
    }

    private static NewDocument document(Request request, String hash, Document receipt, List<Part> parts) {
        List<NewDocument.Line> lines = parts.stream().map(part -> NewDocument.Line
            .of(part.line().itemId(), new Quantity(part.quantity(), part.line().quantity().unit()))
            .ofLot(part.line().lot()).at(Optional.of(part.lot().place())).priced(price(part.line()))
            .noted(request.reason()).from(Optional.of(part.line().id()))).toList();
        return NewDocument
            .of(KIND, request.key(), hash, States.CREDIT_EXPECTED, receipt.currency(), request.effective(), lines)
            .with(receipt.partner(), receipt.address(), request.paper()).at(receipt.place(), Optional.empty())
            .madeOf(Optional.of(receipt.id()));
    }

    /** What the supplier owes per base unit: what the receipt's line cost. */
    private static Optional<BigDecimal> price(DocumentLine line) {
        return line.price().map(price -> price.multiply(line.entered()).divide(line.quantity().amount(),
            org.stockwright.base.Money.MAX_SCALE, java.math.RoundingMode.HALF_UP));
    }

    private static List<Flow> flows(Document stored, List<Part> parts, SourceChain chain, Request request) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Papers.flow(flows, chain.from(parts.get(i).line().id()), Step.RETURNED, parts.get(i).quantity(),
                stored.lines().get(i).id(), request.effective());
        }
        return flows;
    }

    @Override
    public Outcome<Document> credited(DocumentId supplierReturn, String creditNote) {
        return stock.write(step -> {
            Transaction transaction = step.transaction();
            Optional<Document> document = book.lock(transaction, supplierReturn)
                .filter(one -> one.kind().equals(KIND));
            if (document.isEmpty()) {
                return Outcome.refused(Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, supplierReturn));
            }
            if (!document.get().state().equals(States.CREDIT_EXPECTED)) {
                return Outcome.refused(Refusal.of(DocumentRefusal.NOT_IN_THIS_STATE, document.get().number(),
                    document.get().state(), "credited"));
            }
            book.state(transaction, supplierReturn, States.CREDITED, "credited", creditNote);
            return Outcome.done(book.read(transaction, List.of(supplierReturn)).getFirst());
        });
    }

    @Override
    public Outcome<Document> reverse(Reversal reversal) {
        return reversals.reverse(reversal, KIND, Series.RETURN);
    }

}
