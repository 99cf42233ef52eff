package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Money;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.Receipts.Origin;
import org.stockwright.purchasing.Receipts.Received;
import org.stockwright.purchasing.Receipts.Request;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.internal.quality.QualityPlans;
import org.stockwright.purchasing.internal.verify.ReceivedOrders;

/** Makes one receipt inside its unit of work. */
final class ReceiptMaking {

    private static final int MAX_LINES = 2_000;

    /**
     * What the company decided, read before the unit of work.
     *
     * @param excess what happens when too much comes
     * @param codes how lots are named
     * @param warehouse where goods arrive when nobody says
     * @param docking where goods are put down
     * @param own the company's currency
     */
    record Rules(org.stockwright.purchasing.ReceivingRules.Excess excess, LotCodes codes, LocationId warehouse,
        Docking docking, Currency own) {
    }

    /** Turns prices of a foreign currency into ours. */
    interface Prices {

        Outcome<BigDecimal> own(BigDecimal amount, Currency currency, java.time.Instant at);

    }

    private final DocumentBook book;
    private final ReceiptSources sources;
    private final Prices prices;
    private final Rules rules;

    ReceiptMaking(DocumentBook book, ReceiptSources sources, Prices prices, Rules rules) {
        this.book = book;
        this.sources = sources;
        this.prices = prices;
        this.rules = rules;
    }

    Outcome<Received> make(StockStep step, Request request, String hash, List<ReadLine> lines) throws SQLException {
        Transaction transaction = step.transaction();
        Optional<Outcome<Document>> known = book.known(transaction, request.key(), hash);
        if (known.isPresent()) {
            return known.get().map(document -> new Received(document, true, List.of()));
        }
        List<LineId> named = lines.stream().flatMap(line -> line.source().stream()).toList();
        OrderLines orders = OrderLines.lock(transaction, book, sources, request.source(), named);
        // a second sender of the same key waited for the lock
        known = book.known(transaction, request.key(), hash);
        if (known.isPresent()) {
            return known.get().map(document -> new Received(document, true, List.of()));
        }
        Set<DocumentId> against = new LinkedHashSet<>(request.source().stream().toList());
        SourceChain chain = sources.chain(transaction, named);
        named.forEach(line -> chain.documentOf(line).ifPresent(against::add));
        for (DocumentId id : against) {
            orders.isReceivable(id);
        }
        if (!orders.refusals().isEmpty()) {
            return Outcome.refused(orders.refusals());
        }
        List<ReadLine> parts = new ArrayList<>();
        lines.forEach(line -> parts.addAll(orders.distribute(line, request.source())));
        orders.check(rules.excess());
        if (!orders.refusals().isEmpty()) {
            return Outcome.refused(orders.refusals());
        }
        Optional<Document> first = against.stream().findFirst().flatMap(orders::document);
        return new Run(step, request, hash, orders, first).finish(pieces(parts));
    }

    /** Lines of items with serial numbers that are to be made become one line per piece. */
    private static List<ReadLine> pieces(List<ReadLine> lines) {
        List<ReadLine> pieces = new ArrayList<>();
        for (ReadLine line : lines) {
            if (line.item().tracking() != Tracking.SERIAL || !line.lot().isEmpty()
                || line.quantity().amount().compareTo(BigDecimal.valueOf(MAX_LINES)) > 0) {
                pieces.add(line);
                continue;
            }
            int count = line.quantity().amount().intValue();
            for (int i = 0; i < count; i++) {
                boolean bad = BigDecimal.valueOf(i).compareTo(line.rejected()) < 0;
                pieces.add(line.piece("", bad ? BigDecimal.ONE : BigDecimal.ZERO));
            }
        }
        return pieces;
    }

    /** The work of one receipt. */
    private final class Run {

        private final StockStep step;
        private final Transaction transaction;
        private final Request request;
        private final String hash;
        private final OrderLines orders;
        private final Optional<Document> order;
        private final PartnerId partner;
        private final LocationId warehouse;
        private final QualityPlans plans;
        private final Map<ItemId, Boolean> inspected = new HashMap<>();
        private final List<Refusal> refusals = new ArrayList<>();

        private Run(StockStep step, Request request, String hash, OrderLines orders, Optional<Document> order)
            throws SQLException {
            this.step = step;
            this.transaction = step.transaction();
            this.request = request;
            this.hash = hash;
            this.orders = orders;
            this.order = order;
            this.partner = request.partner().equals(PartnerId.SELF) ? order.map(Document::partner)
                .orElse(PartnerId.SELF) : request.partner();
            this.warehouse = request.warehouse().or(() -> order
                .flatMap(document -> request.origin() == Origin.TRANSFER ? document.target() : document.place()))
                .orElse(rules.warehouse());
            this.plans = QualityPlans.read(transaction);
        }

        private Outcome<Received> finish(List<ReadLine> lines) throws SQLException {
            if (lines.size() > MAX_LINES) {
                return Outcome.refused(Refusal.of(ReceivingRefusal.TOO_MANY_SERIALS, lines.size(),
                    lines.getFirst().item().code(), MAX_LINES).hint("Receive them in parts."));
            }
            List<ReceiptPart> parts = new ArrayList<>();
            for (ReadLine line : lines) {
                part(line).ifPresent(parts::add);
            }
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            return store(step.number(Series.RECEIPT), parts);
        }

        private Optional<ReceiptPart> part(ReadLine line) throws SQLException {
            Outcome<String> status = status(line);
            Outcome<Costs> costs = costs(line);
            status.refusals().forEach(refusal -> refusals.add(refusal.at(Place.line(line.number()))));
            costs.refusals().forEach(refusal -> refusals.add(refusal.at(Place.line(line.number()))));
            if (!status.isDone() || !costs.isDone()) {
                return Optional.empty();
            }
            LocationId place = line.place().or(() -> rules.docking().of(warehouse).receiving()).orElse(warehouse);
            boolean stored = status.value().equals(MovementLine.AVAILABLE) && !rules.docking().isReceivingArea(place);
            return Optional.of(new ReceiptPart(line, place, status.value(),
                line.source().map(orders::wanting).orElse(List.of()), costs.value().price(), costs.value().unitCost(),
                stored));
        }

        private Outcome<String> status(ReadLine line) throws SQLException {
            boolean inspect = request.origin() != Origin.TRANSFER && inspected(line.item());
            if (line.status().equals(MovementLine.AVAILABLE) && inspect) {
                return Outcome.refused(Refusal.of(ReceivingRefusal.INSPECTION_NEEDED, line.item().code())
                    .hint("Leave the status out, and inspect the goods."));
            }
            if (line.status().isEmpty() || line.status().equals(line.rejectedStatus())) {
                return Outcome.done(inspect ? LineReader.INSPECTION : MovementLine.AVAILABLE);
            }
            return Outcome.done(line.status());
        }

        private boolean inspected(Item item) throws SQLException {
            Boolean known = inspected.get(item.id());
            if (known == null) {
                known = plans.isInspected(transaction, item, partner);
                inspected.put(item.id(), known);
            }
            return known;
        }

        /** What goods cost: per entered unit in the order's currency, per base unit in ours. */
        private record Costs(Optional<BigDecimal> price, Optional<BigDecimal> unitCost) {
        }

        private Outcome<Costs> costs(ReadLine line) {
            Optional<OrderLines.PricedLine> priced = line.source().flatMap(orders::priced);
            if (line.unitCost().isPresent() || priced.isEmpty() || request.origin() != Origin.SUPPLIER) {
                return Outcome.done(new Costs(Optional.empty(),
                    request.origin() == Origin.SUPPLIER ? line.unitCost() : Optional.empty()));
            }
            DocumentLine at = priced.get().line();
            BigDecimal whole = at.price().orElseThrow().multiply(at.entered());
            BigDecimal perEntered = whole.multiply(line.quantity().amount()).divide(
                at.quantity().amount().multiply(line.entered()), Money.MAX_SCALE, RoundingMode.HALF_UP);
            Currency currency = priced.get().document().currency();
            Outcome<BigDecimal> own = currency.equals(rules.own()) ? Outcome.done(whole)
                : prices.own(whole, currency, request.effective());
            return own.map(amount -> new Costs(Optional.of(plain(perEntered)),
                Optional.of(plain(amount.divide(at.quantity().amount(), Money.MAX_SCALE, RoundingMode.HALF_UP)))));
        }

        private static BigDecimal plain(BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        private Outcome<Received> store(String number, List<ReceiptPart> wanted) throws SQLException {
            List<ReceiptPart> parts = named(number, wanted);
            List<MovementLine> movements = new ArrayList<>();
            List<Integer> lineOf = new ArrayList<>();
            for (ReceiptPart part : parts) {
                movements(part).forEach(movement -> {
                    movements.add(movement);
                    lineOf.add(part.line().number());
                });
            }
            String paper = request.issuePaper().isEmpty() ? number : request.issuePaper();
            NewDocument made = document(parts);
            List<Refusal> bad = book.check(made);
            if (!bad.isEmpty()) {
                return Outcome.refused(bad);
            }
            Outcome<PostingReceipt> posting = step.post(new PostingRequest(request.key() + Papers.POSTING,
                request.effective(), movements, paper, request.paper(), ""));
            if (!posting.isDone()) {
                return Outcome.refused(posting.refusals().stream()
                    .map(refusal -> refusal.place().line() == 0 ? refusal
                        : refusal.at(Place.line(lineOf.get((int) refusal.place().line() - 1))))
                    .toList());
            }
            Document stored = book.store(transaction, made.posted(Optional.of(posting.value().id())), number);
            ReceiptRows.insert(transaction, stored.lines(), parts);
            book.flow(transaction, flows(stored, parts));
            for (Map.Entry<DocumentId, List<String>> more : orders.excesses().entrySet()) {
                book.tell(transaction, more.getKey(), ReceivedOrders.OVER_RECEIVED,
                    number + " took more than was ordered: " + String.join(", ", more.getValue()) + ".");
            }
            sources.settle(transaction, orders.documents());
            List<Refusal> warnings = new ArrayList<>(orders.warnings());
            warnings.addAll(posting.value().warnings());
            return Outcome.done(new Received(book.read(transaction, List.of(stored.id())).getFirst(), false, warnings));
        }

        /** Lots that are missing are made, each line of the receipt its own. */
        private List<ReceiptPart> named(String number, List<ReceiptPart> parts) {
            List<ReceiptPart> named = new ArrayList<>();
            int piece = 0;
            int last = 0;
            for (ReceiptPart part : parts) {
                ReadLine line = part.line();
                piece = line.number() == last ? piece + 1 : 1;
                last = line.number();
                boolean missing = line.item().tracking() != Tracking.NONE && line.lot().isEmpty();
                named.add(!missing ? part : part.ofLot(rules.codes().make(number, line.number(), line.item().code(),
                    request.effective(), line.item().tracking() == Tracking.SERIAL ? piece : 0)));
            }
            return named;
        }

        private List<MovementLine> movements(ReceiptPart part) {
            List<MovementLine> movements = new ArrayList<>();
            if (part.accepted().signum() > 0) {
                movements.add(movement(part, part.accepted(), part.status()));
            }
            if (part.line().rejected().signum() > 0) {
                movements.add(movement(part, part.line().rejected(), part.line().rejectedStatus())
                    .withReason(part.line().reason()));
            }
            return movements;
        }

        private MovementLine movement(ReceiptPart part, BigDecimal amount, String status) {
            MovementKind kind = switch (request.origin()) {
                case SUPPLIER -> MovementKind.RECEIPT;
                case TRANSFER -> MovementKind.TRANSFER;
                case CUSTOMER -> MovementKind.RETURN_IN;
            };
            ReadLine line = part.line();
            MovementLine movement = MovementLine.of(kind, line.item().id(),
                new Quantity(amount, line.quantity().unit()), request.from(), Optional.of(part.place()))
                .withLot(line.lot()).expiring(line.expires());
            MovementLine costed = part.unitCost().map(movement::withUnitCost).orElse(movement);
            return request.origin() == Origin.TRANSFER ? costed.withStatus(MovementLine.AVAILABLE, status)
                : costed.withStatus(status, "");
        }

        private NewDocument document(List<ReceiptPart> parts) {
            List<NewDocument.Line> lines = parts.stream().map(part -> NewDocument.Line
                .of(part.line().item().id(), part.line().quantity()).entered(part.line().entered(), part.line().unit())
                .ofLot(part.line().lot()).at(Optional.of(part.place())).priced(part.price()).noted(part.line().reason())
                .from(part.wanting().stream().findFirst())).toList();
            boolean waits = parts.stream().anyMatch(part -> part.accepted().signum() > 0 && !part.isStored());
            return NewDocument
                .of(Receipts.KIND, request.key(), hash, waits ? States.RECEIVED : States.STORED,
                    order.map(Document::currency).orElse(rules.own()), request.effective(), lines)
                .with(partner, "", request.paper()).at(Optional.of(warehouse), Optional.empty())
                .madeOf(order.map(Document::id));
        }

        private List<Flow> flows(Document stored, List<ReceiptPart> parts) {
            List<Flow> flows = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                ReceiptPart part = parts.get(i);
                LineId own = stored.lines().get(i).id();
                BigDecimal good = part.status().equals(MovementLine.AVAILABLE) ? part.accepted() : BigDecimal.ZERO;
                Papers.flow(flows, part.wanting(), Step.RECEIVED, part.line().quantity().amount(), own,
                    request.effective());
                Papers.flow(flows, part.wanting(), Step.REJECTED, part.line().rejected(), own, request.effective());
                Papers.own(flows, own, Step.ACCEPTED, good, request.effective());
                Papers.own(flows, own, Step.REJECTED, part.line().rejected(), request.effective());
                if (part.isStored()) {
                    Papers.flow(flows, part.wanting(), Step.PUT_AWAY, good, own, request.effective());
                    Papers.own(flows, own, Step.PUT_AWAY, good, request.effective());
                }
            }
            return flows;
        }

    }

}
