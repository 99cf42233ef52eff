package org.stockwright.purchasing.internal.receiving;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.Locations.Standard;
import org.stockwright.ledger.spi.PriceConversion;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.spi.WaitingDemand.Arrival;
import org.stockwright.security.spi.Guarded;

/** Receives goods. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.purchasing.Receipts")
public final class ReceiptsComponent implements Receipts, Guarded {

    private final StockWork stock;
    private final UnitOfWork work;
    private final DocumentBook book;
    private final ReceiptSources sources;
    private final ReceivingSettings settings;
    private final Reversals reversals;
    private final Demand demand;
    private final Items items;
    private final Units units;
    private final Locations locations;
    private final CompanyProfiles companies;
    private final List<PriceConversion> conversions;

    /** Lives as long as the open book. */
    @Activate
    public ReceiptsComponent(@Reference StockWork stock, @Reference UnitOfWork work, @Reference DocumentBook book,
        @Reference ReceiptSources sources, @Reference ReceivingSettings settings, @Reference Reversals reversals,
        @Reference Demand demand, @Reference Items items, @Reference Units units, @Reference Locations locations,
        @Reference CompanyProfiles companies,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<PriceConversion> conversions) {
        this.stock = stock;
        this.work = work;
        this.book = book;
        this.sources = sources;
        this.settings = settings;
        this.reversals = reversals;
        this.demand = demand;
        this.items = items;
        this.units = units;
        this.locations = locations;
        this.companies = companies;
        this.conversions = List.copyOf(conversions);
    }

    @Override
    public Outcome<Received> receive(Request request) {
        Outcome<Received> received = run(request, true);
        if (received.isDone() && !received.value().repeated()) {
            demand.arrived(arrivals(received.value().receipt()));
        }
        return received;
    }

    @Override
    public Outcome<Received> attempt(Request request) {
        return run(request, false);
    }

    private Outcome<Received> run(Request request, boolean store) {
        String hash = Papers.hash(request);
        Optional<Outcome<Document>> known = work.read(transaction -> book.known(transaction, request.key(), hash));
        if (known.isPresent()) {
            return known.get().map(document -> new Received(document, true, List.of()));
        }
        if (request.lines().isEmpty()) {
            return Outcome.refused(Refusal.of(DocumentRefusal.NO_LINES).hint("Enter or scan what came."));
        }
        if (request.origin() == Origin.TRANSFER && request.from().isEmpty()) {
            return Outcome.refused(Refusal.of(ReceivingRefusal.FROM_MISSING)
                .hint("Name the place of transit, or the place that sent them."));
        }
        Optional<LocationId> first = locations.byCode(Standard.MAIN.code()).map(Location::id);
        if (first.isEmpty()) {
            return Outcome.refused(Refusal.of(ReceivingRefusal.NO_RECEIVING_PLACE, Standard.MAIN.code())
                .hint("Make the standard locations first."));
        }
        LineReader reader = new LineReader(items, units, work.read(transaction -> named(transaction, request)),
            work.clock().instant().atOffset(ZoneOffset.UTC).getYear(), request.generateLots());
        List<ReadLine> lines = reader.read(request.lines());
        if (!reader.refusals().isEmpty()) {
            return Outcome.refused(reader.refusals());
        }
        Currency own = companies.current().map(CompanyProfile::currency).orElseGet(() -> Currency.getInstance("EUR"));
        ReceiptMaking making = new ReceiptMaking(book, sources, (amount, currency, at) -> conversions
            .isEmpty()
                ? Outcome.refused(Refusal.of(ReceivingRefusal.NO_PRICE_CONVERSION, currency.getCurrencyCode(),
                    own.getCurrencyCode()).hint("Install valuation, or order in the company's currency."))
                : conversions.getFirst().convert(amount, currency, at),
            new ReceiptMaking.Rules(settings.excess(), new LotCodes(settings.lotPattern()), first.get(),
                settings.docking(), own));
        StockWork.Work<Received> made = step -> making.make(step, request, hash, lines);
        return store ? stock.write(made) : stock.attempt(made);
    }

    /** The lines of other documents that the request names. */
    private Map<LineId, DocumentLine> named(Transaction transaction, Request request) throws SQLException {
        List<LineId> named = request.lines().stream().flatMap(line -> line.source().stream()).toList();
        SourceChain chain = sources.chain(transaction, named);
        Set<DocumentId> ids = new LinkedHashSet<>();
        named.forEach(line -> chain.documentOf(line).ifPresent(ids::add));
        Map<LineId, DocumentLine> lines = new HashMap<>();
        book.read(transaction, ids).forEach(document -> document.lines().forEach(line -> lines.put(line.id(), line)));
        return lines;
    }

    private static List<Arrival> arrivals(Document receipt) {
        return receipt.lines().stream().filter(line -> line.done(Step.ACCEPTED).signum() > 0)
            .map(line -> new Arrival(line.itemId(), line.lot(), line.location().orElseThrow(),
                new Quantity(line.done(Step.ACCEPTED), line.quantity().unit()), receipt.number()))
            .toList();
    }

    @Override
    public Outcome<Document> advise(Advice advice) {
        String hash = Papers.hash(advice);
        return stock.write(step -> advise(step, advice, hash));
    }

    private Outcome<Document> advise(StockStep step, Advice advice, String hash) throws SQLException {
        Transaction transaction = step.transaction();
        Optional<Outcome<Document>> known = book.known(transaction, advice.key(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        OrderLines orders = OrderLines.lock(transaction, book, sources, Optional.of(advice.order()), List.of());
        if (!orders.isReceivable(advice.order())) {
            return Outcome.refused(orders.refusals());
        }
        Document order = orders.document(advice.order()).orElseThrow();
        List<Refusal> refusals = new ArrayList<>();
        List<NewDocument.Line> lines = new ArrayList<>();
        for (Announced announced : advice.lines()) {
            Place place = Place.line(lines.size() + refusals.size() + 1L);
            announced(order, announced).then(line -> {
                lines.add(line);
                return Outcome.done(line);
            }).refusals().forEach(refusal -> refusals.add(refusal.at(place)));
        }
        if (lines.isEmpty() && refusals.isEmpty()) {
            refusals.add(Refusal.of(DocumentRefusal.NO_LINES).hint("Name what is announced."));
        }
        NewDocument made = NewDocument
            .of(Receipts.ADVICE, advice.key(), hash, States.ANNOUNCED, order.currency(), transaction.now(), lines)
            .with(order.partner(), order.address(), advice.paper()).at(order.place(), Optional.empty())
            .wanted(Optional.of(advice.expected()), order.priority()).madeOf(Optional.of(order.id()));
        refusals.addAll(book.check(made));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Document stored = book.store(transaction, made, step.number(Series.ADVICE));
        List<Flow> flows = new ArrayList<>();
        stored.lines().forEach(line -> Papers.flow(flows, List.of(line.source().orElseThrow()), Step.ADVISED,
            line.quantity().amount(), line.id(), transaction.now()));
        book.flow(transaction, flows);
        return Outcome.done(stored);
    }

    private static Outcome<NewDocument.Line> announced(Document order, Announced announced) {
        Optional<DocumentLine> line = order.lines().stream().filter(one -> one.id().equals(announced.source()))
            .findFirst();
        if (line.isEmpty()) {
            return Outcome.refused(Refusal.of(ReceivingRefusal.LINE_OF_OTHER_DOCUMENT, order.number())
                .hint("Name a line of the order."));
        }
        return Quantity.checked(announced.quantity(), line.get().quantity().unit()).then(quantity -> {
            if (quantity.signum() <= 0) {
                return Outcome.refused(Refusal.of(org.stockwright.ledger.LedgerRefusal.QUANTITY_NOT_POSITIVE,
                    quantity).hint("Leave the line out."));
            }
            return Outcome.done(NewDocument.Line.of(line.get().itemId(), quantity).ofLot(announced.lot())
                .from(Optional.of(line.get().id())));
        });
    }

    @Override
    public Outcome<Document> reverse(Reversal reversal) {
        return reversals.reverse(reversal, KIND, Series.RECEIPT);
    }

    @Override
    public List<Expected> expected(Optional<PartnerId> supplier, int limit) {
        List<Expected> expected = new ArrayList<>();
        LineQuery query = new LineQuery(Set.of(PurchaseOrders.KIND), PurchaseOrders.RECEIVABLE, true, new HashSet<>(),
            supplier);
        work.read(transaction -> {
            book.lines(transaction, query, (order, line) -> {
                if (line.open(Step.RECEIVED).signum() > 0 && !PurchaseOrders.isDropShip(order)) {
                    expected.add(new Expected(order.number(), order.id(), line.id(), line.line(), order.partnerCode(),
                        line.item(), line.quantity(), line.done(Step.RECEIVED), line.open(Step.RECEIVED),
                        line.done(Step.ADVISED).subtract(line.done(Step.RECEIVED)).max(java.math.BigDecimal.ZERO),
                        line.promised().or(line::due).or(order::due)));
                }
            });
            return Boolean.TRUE;
        });
        expected.sort(Comparator.comparing((Expected one) -> one.due().orElse(java.time.LocalDate.MAX))
            .thenComparing(Expected::order).thenComparing(Expected::lineNumber));
        return List.copyOf(expected.subList(0, Math.min(limit, expected.size())));
    }

}
