package org.stockwright.purchasing.internal.putaway;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Contributions;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.BinLimits;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PutAway;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.Receipts.Reversal;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.ReceivingRules.Docks;
import org.stockwright.purchasing.internal.receiving.Demand;
import org.stockwright.purchasing.internal.receiving.Papers;
import org.stockwright.purchasing.internal.receiving.ReceiptFollow;
import org.stockwright.purchasing.internal.receiving.ReceiptSources;
import org.stockwright.purchasing.internal.receiving.ReceivingSettings;
import org.stockwright.purchasing.internal.receiving.Reversals;
import org.stockwright.purchasing.internal.receiving.Series;
import org.stockwright.purchasing.internal.receiving.States;
import org.stockwright.purchasing.spi.KeptClear;
import org.stockwright.purchasing.spi.PutAwayStrategy;
import org.stockwright.purchasing.spi.WaitingDemand.Waiting;
import org.stockwright.security.spi.Guarded;

/** Proposes where goods go, and puts them there. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.purchasing.PutAway")
public final class PutAwayComponent implements PutAway, Guarded {

    private static final int FULL = 100;

    private final StockWork stock;
    private final UnitOfWork work;
    private final DocumentBook book;
    private final ReceiptSources sources;
    private final ReceivingSettings settings;
    private final Reversals reversals;
    private final Demand demand;
    private final Things things;
    private final Locations locations;
    private final BinLimits limits;
    private final CompanyProfiles companies;
    private final PutAwayStrategy strategy;
    private final List<KeptClear> keptClear;
    private final Contributions contributions;

    /** Lives as long as the open book. */
    @Activate
    public PutAwayComponent(@Reference StockWork stock, @Reference UnitOfWork work, @Reference DocumentBook book,
        @Reference ReceiptSources sources, @Reference ReceivingSettings settings, @Reference Reversals reversals,
        @Reference Demand demand, @Reference Things things, @Reference Locations locations,
        @Reference BinLimits limits, @Reference CompanyProfiles companies,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<PutAwayStrategy> strategies,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<KeptClear> keptClear,
        @Reference Contributions contributions) {
        this.stock = stock;
        this.work = work;
        this.book = book;
        this.sources = sources;
        this.settings = settings;
        this.reversals = reversals;
        this.demand = demand;
        this.things = things;
        this.locations = locations;
        this.limits = limits;
        this.companies = companies;
        this.strategy = strategies.isEmpty() ? new NearestBin() : strategies.getLast();
        this.keptClear = List.copyOf(keptClear);
        this.contributions = contributions;
    }

    @Override
    public List<Rule> rules() {
        return work.read(transaction -> new RuleRows(transaction).all());
    }

    @Override
    public Outcome<Integer> saveRules(List<Rule> rules) {
        return changeRules(List.of(), rules);
    }

    @Override
    public Outcome<Integer> changeRules(List<String> removed, List<Rule> rules) {
        List<Refusal> refusals = new ArrayList<>();
        Predicate<LocationId> isPlace = place -> locations.get(place).filter(one -> one.kind().isKept()).isPresent();
        for (int i = 0; i < rules.size(); i++) {
            Place line = Place.line(i + 1L);
            RuleRows.wrong(rules.get(i), isPlace).ifPresent(refusal -> refusals.add(refusal.at(line)));
        }
        return refusals.isEmpty() ? work.write(transaction -> change(transaction, removed, rules))
            : Outcome.refused(refusals);
    }

    private static Outcome<Integer> change(Transaction transaction, List<String> removed, List<Rule> rules)
        throws SQLException {
        RuleRows rows = new RuleRows(transaction);
        int gone = rows.removeAll(removed);
        return Outcome.done(gone + rows.save(rules));
    }

    @Override
    public Outcome<Boolean> removeRule(String code) {
        return work.write(transaction -> Outcome.done(new RuleRows(transaction).removeAll(List.of(code)) > 0));
    }

    @Override
    public Outcome<Proposal> propose(LocationId warehouse) {
        Optional<LocationId> receiving = settings.docking().of(warehouse).receiving();
        if (receiving.isEmpty()) {
            return Outcome.refused(Refusal.of(ReceivingRefusal.NO_RECEIVING_PLACE,
                locations.get(warehouse).map(Location::code).orElse(warehouse.toString()))
                .hint("Say which place is its receiving area."));
        }
        record Lying(ItemId item, String lot, BigDecimal free) {
        }
        List<Lying> lying = work.read(transaction -> {
            List<Lying> rows = new ArrayList<>();
            try (PreparedStatement select = transaction.connection().prepareStatement("SELECT b.item_id, l.code, "
                + "b.on_hand - b.reserved FROM balance b JOIN lot l ON l.id = b.lot_id WHERE b.location_id = ? "
                + "AND b.status = 'AVAILABLE' AND b.owner_id = ? AND b.handling_unit_id = 0 "
                + "AND b.on_hand > b.reserved ORDER BY b.id")) {
                select.setLong(1, receiving.get().value());
                select.setLong(2, PartnerId.SELF.value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.add(new Lying(new ItemId(row.getLong(1)), row.getString(2), row.getBigDecimal(3)));
                    }
                }
            }
            return rows;
        });
        Map<ItemId, Thing> known = things.of(lying.stream().map(Lying::item).distinct().toList());
        return propose(warehouse, lying.stream().map(row -> new Goods(row.item(), row.lot(), receiving.get(),
            MovementLine.AVAILABLE, new Quantity(row.free(), known.get(row.item()).unit()))).toList());
    }

    @Override
    public Outcome<Proposal> propose(LocationId warehouse, List<Goods> goods) {
        List<Rule> rules = rules();
        Rule otherwise = Rule.of("", Integer.MAX_VALUE, warehouse);
        Premises premises = new Premises(locations, settings.docking());
        Set<LocationId> roots = new LinkedHashSet<>(List.of(warehouse));
        rules.forEach(rule -> roots.add(rule.target()));
        Set<LocationId> clear = new HashSet<>();
        keptClear.stream().map(one -> contributions.call(one, KeptClear::places)).filter(Outcome::isDone)
            .forEach(places -> clear.addAll(places.value()));
        premises.open(premises.leaves(roots).stream().filter(bin -> !clear.contains(bin.id())).toList(), limits);
        List<Premises.Content> contents = work.read(premises::contents);
        Set<ItemId> items = new HashSet<>();
        contents.forEach(content -> items.add(content.item()));
        goods.forEach(one -> items.add(one.item()));
        Map<ItemId, Thing> known = things.of(items);
        premises.fill(contents, known);
        Planner planner = new Planner(rules, otherwise, premises::under, strategy);
        Proposing proposing = new Proposing(warehouse, premises, planner, known);
        goods.forEach(proposing::propose);
        return Outcome.done(new Proposal(proposing.ways, proposing.left));
    }

    /** Proposals for goods, one after the other. */
    private final class Proposing {

        private final LocationId warehouse;
        private final Premises premises;
        private final Planner planner;
        private final Map<ItemId, Thing> known;
        private final Optional<Location> shipping;
        private final Map<ItemId, List<Waiting>> waiting = new HashMap<>();
        private final Map<Waiting, BigDecimal> served = new HashMap<>();
        private final List<Way> ways = new ArrayList<>();
        private final List<Refusal> left = new ArrayList<>();

        private Proposing(LocationId warehouse, Premises premises, Planner planner, Map<ItemId, Thing> known) {
            this.warehouse = warehouse;
            this.premises = premises;
            this.planner = planner;
            this.known = known;
            Docks docks = settings.docking().of(warehouse);
            this.shipping = docks.shipping().flatMap(premises::place);
        }

        private void propose(Goods goods) {
            Thing thing = known.get(goods.item());
            Goods rest = crossDock(goods, thing);
            if (rest.quantity().signum() == 0) {
                return;
            }
            Planner.Plan plan = planner.plan(rest, thing);
            for (Planner.Part part : plan.parts()) {
                ways.add(way(goods, thing, part.quantity(), part.bin().place(), part.bin().code(), part.why(),
                    plan.passedOver(), ""));
            }
            if (plan.left().signum() > 0) {
                left.add(Refusal.of(ReceivingRefusal.NOTHING_FITS, thing.code(),
                    new Quantity(plan.left(), thing.unit()), plan.miss())
                    .hint("Make room, change the rules, or choose a place yourself."));
            }
        }

        /** What is left of goods when those who wait for them are served. */
        private Goods crossDock(Goods goods, Thing thing) {
            if (shipping.isEmpty()) {
                return goods;
            }
            BigDecimal rest = goods.quantity().amount();
            for (Waiting one : waiting.computeIfAbsent(goods.item(), item -> demand.waiting(item, warehouse))) {
                BigDecimal part = one.quantity().subtract(served.getOrDefault(one, BigDecimal.ZERO)).min(rest);
                if (part.signum() > 0 && thing.unit().holds(part)) {
                    served.merge(one, part, BigDecimal::add);
                    rest = rest.subtract(part);
                    ways.add(way(goods, thing, part, shipping.get().id(), shipping.get().code(),
                        one.order() + " waits for " + new Quantity(one.quantity(), thing.unit()), List.of(),
                        one.order()));
                }
            }
            return new Goods(goods.item(), goods.lot(), goods.from(), goods.status(),
                new Quantity(rest, thing.unit()));
        }

        private Way way(Goods goods, Thing thing, BigDecimal quantity, LocationId to, String code, String why,
            List<String> passedOver, String order) {
            Goods part = new Goods(goods.item(), goods.lot(), goods.from(), goods.status(),
                new Quantity(quantity, thing.unit()));
            return new Way(part, thing.code(), premises.place(goods.from()).map(Location::code).orElse(""), to, code,
                why, passedOver, order);
        }

    }

    @Override
    public Outcome<Stored> store(Request request) {
        return run(request, true);
    }

    @Override
    public Outcome<Stored> attempt(Request request) {
        return run(request, false);
    }

    private Outcome<Stored> run(Request request, boolean store) {
        String hash = Papers.hash(request);
        List<Refusal> refusals = new ArrayList<>();
        if (request.moves().isEmpty()) {
            refusals.add(Refusal.of(DocumentRefusal.NO_LINES).hint("Say what goes where."));
        }
        Premises premises = new Premises(locations, settings.docking());
        List<Location> targets = new ArrayList<>();
        for (int i = 0; i < request.moves().size(); i++) {
            Place line = Place.line(i + 1L);
            target(premises, request.moves().get(i), targets).ifPresent(refusal -> refusals.add(refusal.at(line)));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        premises.open(targets.stream().distinct().toList(), limits);
        Set<ItemId> items = new HashSet<>();
        request.moves().forEach(move -> items.add(move.goods().item()));
        work.read(premises::contents).forEach(content -> items.add(content.item()));
        Context context = new Context(premises, things.of(items), settings.isCapacityStrict(),
            companies.current().map(CompanyProfile::currency).orElseGet(() -> Currency.getInstance("EUR")),
            work.read(transaction -> Attribution.candidates(transaction, book, request.moves())));
        StockWork.Work<Stored> storing = step -> store(step, request, hash, context);
        return store ? stock.write(storing) : stock.attempt(storing);
    }

    /** What is known before the unit of work. */
    private record Context(Premises premises, Map<ItemId, Thing> things, boolean strict, Currency own,
        Set<DocumentId> receipts) {
    }

    private static Optional<Refusal> target(Premises premises, Move move, List<Location> targets) {
        Optional<Location> place = premises.place(move.to());
        if (place.isEmpty()) {
            return Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, move.to()));
        }
        if (!move.scanned().isEmpty() && !move.scanned().strip().equalsIgnoreCase(place.get().code())) {
            return Optional.of(Refusal.of(ReceivingRefusal.WRONG_BIN, move.scanned(), place.get().code())
                .hint("Go to " + place.get().code() + " and scan it there."));
        }
        targets.add(place.get());
        return Optional.empty();
    }

    private Outcome<Stored> store(StockStep step, Request request, String hash, Context context) throws SQLException {
        Transaction transaction = step.transaction();
        Optional<Outcome<Document>> known = book.known(transaction, request.key(), hash);
        if (known.isPresent()) {
            return known.get().map(document -> new Stored(document, true, List.of()));
        }
        Attribution attribution = Attribution.lock(transaction, book, sources, context.receipts());
        oneAfterTheOther(transaction);
        // a second sender of the same key waited for the lock
        known = book.known(transaction, request.key(), hash);
        if (known.isPresent()) {
            return known.get().map(document -> new Stored(document, true, List.of()));
        }
        List<Refusal> refusals = new ArrayList<>();
        List<Refusal> warnings = new ArrayList<>();
        fill(transaction, context, request, refusals, warnings);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<NewDocument.Line> lines = new ArrayList<>();
        List<MovementLine> movements = new ArrayList<>();
        List<Integer> lineOf = new ArrayList<>();
        for (int i = 0; i < request.moves().size(); i++) {
            Move move = request.moves().get(i);
            for (Attribution.Share share : attribution.shares(move.goods())) {
                Quantity quantity = new Quantity(share.quantity(), move.goods().quantity().unit());
                lines.add(NewDocument.Line.of(move.goods().item(), quantity).ofLot(move.goods().lot())
                    .at(Optional.of(move.to())).noted(move.note()).from(share.line()));
                movements.add(MovementLine.of(MovementKind.TRANSFER, move.goods().item(), quantity,
                    Optional.of(move.goods().from()), Optional.of(move.to())).withLot(move.goods().lot())
                    .withStatus(move.goods().status(), "").withReason(move.note()));
                lineOf.add(i + 1);
            }
        }
        NewDocument made = NewDocument.of(KIND, request.key(), hash, States.STORED, context.own(), request.effective(),
            lines).at(Optional.of(request.moves().getFirst().goods().from()), Optional.empty());
        List<Refusal> bad = book.check(made);
        if (!bad.isEmpty()) {
            return Outcome.refused(bad);
        }
        String number = step.number(Series.PUT_AWAY);
        Outcome<PostingReceipt> posting = step.post(new PostingRequest(request.key() + Papers.POSTING,
            request.effective(), movements, number, "", ""));
        if (!posting.isDone()) {
            return Outcome.refused(posting.refusals().stream().map(refusal -> refusal.place().line() == 0 ? refusal
                : refusal.at(Place.line(lineOf.get((int) refusal.place().line() - 1)))).toList());
        }
        Document stored = book.store(transaction, made.posted(Optional.of(posting.value().id())), number);
        List<Flow> flows = new ArrayList<>();
        stored.lines().forEach(line -> line.source().ifPresent(source -> Papers.flow(flows,
            attribution.wanting(source), Step.PUT_AWAY, line.quantity().amount(), line.id(), request.effective())));
        book.flow(transaction, flows);
        sources.settle(transaction, attribution.documents());
        warnings.addAll(posting.value().warnings());
        return Outcome.done(new Stored(book.read(transaction, List.of(stored.id())).getFirst(), false, warnings));
    }

    /** Waits until those who put away at this moment have ended: each sees what the others left free. */
    private static void oneAfterTheOther(Transaction transaction) throws SQLException {
        String sql = "SELECT text FROM receiving_setting WHERE name = ? AND subject = 0"
            + transaction.dialect().forUpdate();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setString(1, "PUT_AWAY_LOCK");
            try (ResultSet row = select.executeQuery()) {
                row.next();
            }
        }
    }

    private void fill(Transaction transaction, Context context, Request request, List<Refusal> refusals,
        List<Refusal> warnings) throws SQLException {
        Map<LocationId, Bin> bins = new HashMap<>();
        Premises fresh = context.premises().emptied();
        fresh.fill(fresh.contents(transaction), context.things());
        for (int i = 0; i < request.moves().size(); i++) {
            Move move = request.moves().get(i);
            Bin bin = bins.computeIfAbsent(move.to(), place -> fresh.bin(place).orElseThrow());
            Thing thing = context.things().get(move.goods().item());
            Place line = Place.line(i + 1L);
            Optional<String> forbidden = bin.forbids(thing, move.goods().lot());
            Bin.Room room = bin.room(thing, FULL);
            if (forbidden.isPresent()) {
                refusals.add(Refusal.of(ReceivingRefusal.NOT_ALLOWED_THERE, bin.code(), thing.code(), forbidden.get())
                    .hint("Ask for a proposal.").at(line));
            } else if (room.quantity().compareTo(move.goods().quantity().amount()) < 0) {
                String bound = room.by().contains(" ") ? room.by()
                    : "its " + room.by() + " takes " + new Quantity(room.quantity(), thing.unit()) + " more";
                (context.strict() ? refusals : warnings).add(Refusal.of(ReceivingRefusal.OVER_CAPACITY, bin.code(),
                    move.goods().quantity(), thing.code(), bound).hint("Split it over several bins.").at(line));
            }
            bin.put(thing, move.goods().lot(), move.goods().quantity().amount());
        }
    }

    @Override
    public Outcome<Document> reverse(Reversal reversal) {
        return reversals.reverse(reversal, KIND, Series.PUT_AWAY);
    }

    @Override
    public List<Goods> waiting(DocumentId receipt) {
        return work.read(transaction -> {
            List<Goods> goods = new ArrayList<>();
            for (Document document : book.read(transaction, List.of(receipt))) {
                if (document.kind().equals(Receipts.KIND) && document.state().equals(States.RECEIVED)) {
                    document.lines().stream().filter(line -> ReceiptFollow.toPutAway(line).signum() > 0)
                        .forEach(line -> goods.add(new Goods(line.itemId(), line.lot(),
                            line.location().orElseThrow(), MovementLine.AVAILABLE,
                            new Quantity(ReceiptFollow.toPutAway(line), line.quantity().unit()))));
                }
            }
            return goods;
        });
    }

}
