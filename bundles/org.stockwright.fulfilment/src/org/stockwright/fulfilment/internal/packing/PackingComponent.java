package org.stockwright.fulfilment.internal.packing;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.base.Unit;
import org.stockwright.base.gs1.ElementString;
import org.stockwright.base.gs1.Sscc;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Handling;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.spi.ActionKeys;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.Packing;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.fulfilment.PackingSession;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.allocation.AllocationRows.Stage;
import org.stockwright.fulfilment.internal.shipping.ScanReader;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Verifies and packs. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.Packing")
public final class PackingComponent implements Packing, Guarded {

    private final UnitOfWork work;
    private final StockWork stockWork;
    private final DocumentBook book;
    private final Items items;
    private final Handling handling;
    private final Locations locations;
    private final CompanyProfiles companies;

    /** Lives as long as the open book. */
    @Activate
    public PackingComponent(@Reference UnitOfWork work, @Reference StockWork stockWork, @Reference DocumentBook book,
        @Reference Items items, @Reference Handling handling, @Reference Locations locations,
        @Reference CompanyProfiles companies) {
        this.work = work;
        this.stockWork = stockWork;
        this.book = book;
        this.items = items;
        this.handling = handling;
        this.locations = locations;
        this.companies = companies;
    }

    @Override
    public Outcome<PackingSession> begin(DocumentId order) {
        Optional<Document> found = work.read(transaction -> book.read(transaction, List.of(order)).stream()
            .filter(one -> OrderKind.of(one.kind()).isPresent()).findFirst());
        if (found.isEmpty()) {
            return Outcome.refused(DocumentRefusal.UNKNOWN_DOCUMENT, order);
        }
        List<AllocationRows.Row> picked = work
            .read(transaction -> new AllocationRows(transaction).ofDocuments(List.of(order)).stream()
                .filter(row -> row.stage() == Stage.PICKED).toList());
        if (picked.isEmpty()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.NOTHING_PICKED, found.get().number())
                .hint("Pick first; what is packed already is shipped by its units."));
        }
        Map<List<Object>, BigDecimal> sums = new LinkedHashMap<>();
        picked.forEach(row -> sums.merge(List.of(row.item(), row.lot()), row.open(), BigDecimal::add));
        Map<ItemId, Item> known = items(sums.keySet().stream().map(key -> (ItemId) key.getFirst()).toList());
        List<PackingSession.Expected> expected = new ArrayList<>();
        sums.forEach((key, quantity) -> {
            Item item = known.get(key.getFirst());
            expected.add(new PackingSession.Expected(item.id(), item.code(), item.tracking() != Tracking.NONE,
                (String) key.getLast(), new Quantity(quantity, item.unit())));
        });
        long id = work.write(transaction -> Outcome.done(transaction.nextId("shipping_seq"))).value();
        return Outcome.done(new PackingSession("PS-" + id, order, found.get().number(), picked.getFirst().location(),
            picked.getFirst().locationCode(), expected));
    }

    private Map<ItemId, Item> items(List<ItemId> ids) {
        Map<ItemId, Item> result = new HashMap<>();
        for (ItemId id : new TreeSet<>(ids)) {
            items.get(id).ifPresent(item -> result.put(id, item));
        }
        return result;
    }

    @Override
    public PackingSession.Result scan(PackingSession session, String scanned) {
        PackingSession.Result result = read(session, scanned.strip());
        if (result.kind() != PackingSession.Kind.WAITS) {
            record(session, scanned, result.error().map(Enum::name).orElse(result.kind().name()),
                result.message().map(Refusal::sentence).orElse(""));
        }
        return result;
    }

    private PackingSession.Result read(PackingSession session, String text) {
        if (session.wantsLot()) {
            return session.lot(text);
        }
        Optional<PackingRules.Rule> rule = rule(text);
        if (rule.isPresent()) {
            return session.open(rule.get().code(), rule.get().level() == PackingRules.PALLET);
        }
        Outcome<ScanReader.Goods> goods = new ScanReader(items).goods(text);
        if (!goods.isDone()) {
            return locations.byCode(text).map(Location::code).map(session::place)
                .orElseGet(() -> session.unknown(text, Refusal.of(FulfilmentRefusal.ITEM_NOT_IN_ORDER, text,
                    session.number()).hint("It is no item, place or box that is known.")));
        }
        Optional<PackingRules.Rule> box = ruleOf(goods.value().item().item());
        if (box.isPresent()
            && session.expected().stream().noneMatch(row -> row.item().equals(goods.value().item().item()))) {
            return session.open(box.get().code(), box.get().level() == PackingRules.PALLET);
        }
        Unit base = goods.value().item().unit();
        Outcome<Quantity> many = Quantity.checked(goods.value().count(), goods.value().item().entered())
            .then(count -> count.in(base, Rounding.EXACT));
        return many.isDone()
            ? session.goods(goods.value().item().item(), goods.value().item().code(), goods.value().lot(),
                many.value().amount())
            : session.unknown(text, many.refusals().getFirst());
    }

    private List<PackingRules.Rule> rules() {
        return work.read(transaction -> new RuleRows(transaction).list()).stream().filter(PackingRules.Rule::active)
            .toList();
    }

    private Optional<PackingRules.Rule> rule(String code) {
        return rules().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private Optional<PackingRules.Rule> ruleOf(ItemId material) {
        return rules().stream().filter(one -> one.packingItem().filter(material::equals).isPresent()).findFirst();
    }

    private void record(PackingSession session, String scanned, String outcome, String detail) {
        work.write(transaction -> {
            new ScanRows(transaction).add(session, scanned, outcome, detail);
            return Outcome.done(Boolean.TRUE);
        }).value();
    }

    @Override
    public Outcome<PackingSession> override(PackingSession session, String reason) {
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.OVERRIDE_WITHOUT_REASON, session.number())
                .hint("Say why it may be closed."));
        }
        record(session, String.join("; ", session.mismatches()), ScanRows.OVERRIDE, reason.strip());
        session.override(reason.strip());
        return Outcome.done(session);
    }

    @Override
    public Outcome<List<PackedUnit>> close(PackingSession session, String key, Instant effective) {
        if (!session.mayClose()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.PACKING_MISMATCH, session.number(),
                String.join("; ", session.mismatches()))
                .hint("Scan what is missing and put aside what is wrong, or let a supervisor decide."));
        }
        Optional<Refusal> wrong = wrong(session);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        Map<String, PackingRules.Rule> rules = new HashMap<>();
        rules().forEach(rule -> rules.put(rule.code(), rule));
        Canonical text = new Canonical("pack").add(session.order()).add(effective);
        session.packed().forEach(one -> text.add(one.unit()).add(one.item()).add(one.lot()).add(one.quantity()));
        Outcome<List<PackStep.Draft>> drafts = drafts(session, rules);
        String told = session.overrideReason().isEmpty() ? "Verified by scanning."
            : "Closed in spite of a mismatch: " + session.overrideReason();
        return drafts.then(units -> pack(key, text.hash(), session.order(),
            Optional.of(session.place()), (wanted, picked) -> Outcome.done(units), told, effective));
    }

    private static Optional<Refusal> wrong(PackingSession session) {
        if (session.packed().isEmpty()) {
            return Optional.of(Refusal.of(FulfilmentRefusal.PACKING_MISMATCH, session.number(), "nothing was scanned")
                .hint("Scan what goes into the box."));
        }
        for (int i = 0; i < session.units().size(); i++) {
            int number = i + 1;
            boolean filled = session.units().get(i).holdsUnits()
                ? session.units().stream().anyMatch(one -> one.holder() == number)
                : session.packed().stream().anyMatch(one -> one.unit() == number);
            if (!filled) {
                return Optional.of(Refusal.of(FulfilmentRefusal.BAD_UNIT,
                    number + " (" + session.units().get(i).rule() + ")", "there is nothing in it")
                    .hint("Begin again without it."));
            }
        }
        return Optional.empty();
    }

    private Outcome<List<PackStep.Draft>> drafts(PackingSession session, Map<String, PackingRules.Rule> rules) {
        List<PackStep.Draft> drafts = new ArrayList<>();
        for (int i = 0; i < session.units().size(); i++) {
            PackingSession.OpenUnit unit = session.units().get(i);
            drafts.add(new PackStep.Draft(Optional.ofNullable(rules.get(unit.rule())),
                unit.holdsUnits() ? PackingRules.PALLET : PackingRules.BOX, unit.holder() - 1,
                pieces(session, i + 1)));
        }
        List<PackStep.Piece> loose = pieces(session, 0);
        if (!loose.isEmpty()) {
            Map<ItemId, Unit> known = work.read(
                transaction -> units(transaction, loose.stream().map(PackStep.Piece::item).toList()));
            int first = drafts.size();
            for (PackStep.Draft draft : plan(loose, known)) {
                drafts.add(new PackStep.Draft(draft.rule(), draft.level(),
                    draft.holder() < 0 ? -1 : draft.holder() + first, draft.pieces()));
            }
        }
        return Outcome.done(drafts);
    }

    private static List<PackStep.Piece> pieces(PackingSession session, int unit) {
        Map<List<Object>, BigDecimal> sums = new LinkedHashMap<>();
        session.packed().stream().filter(one -> one.unit() == unit)
            .forEach(one -> sums.merge(List.of(one.item(), one.lot()), one.quantity(), BigDecimal::add));
        return sums.entrySet().stream().map(one -> new PackStep.Piece((ItemId) one.getKey().getFirst(),
            (String) one.getKey().getLast(), one.getValue())).toList();
    }

    /** The base units of items. */
    private static Map<ItemId, Unit> units(org.stockwright.persistence.Transaction transaction, List<ItemId> ids)
        throws SQLException {
        Map<ItemId, Unit> result = new HashMap<>();
        ItemFacts.read(transaction, ids).forEach((id, item) -> result.put(id, item.unit()));
        return result;
    }

    /** Units by the rules, each holder before what it holds. */
    private List<PackStep.Draft> plan(List<PackStep.Piece> pieces, Map<ItemId, Unit> known) {
        Map<ItemId, ItemHandling> weights = handling.of(known.keySet());
        List<BoxPlan.Goods> goods = pieces.stream().map(piece -> {
            ItemHandling one = weights.getOrDefault(piece.item(), ItemHandling.none(piece.item()));
            return new BoxPlan.Goods(Optional.of(piece.item()), piece.lot(), piece.quantity(),
                known.get(piece.item()).step(), one.weight().orElse(BigDecimal.ZERO),
                one.volume().orElse(BigDecimal.ZERO));
        }).toList();
        List<BoxPlan.Box> boxes = new BoxPlan(rules()).of(goods);
        List<PackStep.Draft> drafts = new ArrayList<>();
        Map<Integer, Integer> holders = new HashMap<>();
        for (BoxPlan.Box pallet : boxes) {
            if (!pallet.boxes().isEmpty()) {
                pallet.boxes().forEach(box -> holders.put(box, drafts.size()));
                drafts.add(new PackStep.Draft(pallet.rule(), PackingRules.PALLET, -1, List.of()));
            }
        }
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).boxes().isEmpty()) {
                drafts.add(new PackStep.Draft(boxes.get(i).rule(), PackingRules.BOX, holders.getOrDefault(i, -1),
                    boxes.get(i).goods().stream().map(
                        one -> new PackStep.Piece(one.item().orElseThrow(), one.lot(), one.quantity())).toList()));
            }
        }
        return drafts;
    }

    @Override
    public Outcome<List<PackedUnit>> packAll(String key, DocumentId order, Instant effective) {
        String hash = new Canonical("pack-all").add(order).add(effective).hash();
        return pack(key, hash, order, Optional.empty(), (wanted, picked) -> {
            Map<ItemId, Unit> known = new HashMap<>();
            wanted.lines().forEach(line -> known.put(line.itemId(), line.quantity().unit()));
            Map<List<Object>, BigDecimal> sums = new LinkedHashMap<>();
            picked.forEach(row -> sums.merge(List.of(row.item(), row.lot()), row.open(), BigDecimal::add));
            return Outcome.done(plan(sums.entrySet().stream()
                .map(one -> new PackStep.Piece((ItemId) one.getKey().getFirst(), (String) one.getKey().getLast(),
                    one.getValue()))
                .toList(), known));
        }, "Packed by the rules.", effective);
    }

    private Outcome<List<PackedUnit>> pack(String key, String hash, DocumentId order,
        Optional<org.stockwright.base.LocationId> place, PackStep.Plan plan, String told, Instant effective) {
        Optional<Refusal> bad = ActionKeys.bad(key);
        if (bad.isPresent()) {
            return Outcome.refused(bad.get());
        }
        return stockWork
            .write(step -> new PackStep(book, step, effective).pack(key, hash, order, place, plan, told))
            .map(this::units);
    }

    @Override
    public List<PackedUnit> units(DocumentId document) {
        record Found(List<PackedRows.Unit> units, Map<Long, List<PackedRows.Content>> contents) {
        }
        Found found = work.read(transaction -> {
            PackedRows packed = new PackedRows(transaction);
            List<PackedRows.Unit> rows = packed.ofDocument(document);
            return new Found(rows, packed.contents(rows.stream().map(PackedRows.Unit::id).toList()));
        });
        return new UnitViews(found.units(), found.contents(), handling).views();
    }

    @Override
    public Optional<PackedUnit> unit(String code) {
        String scanned = code.strip();
        Optional<PackedRows.Unit> row = work.read(transaction -> new PackedRows(transaction).byCode(scanned))
            .or(() -> sscc(scanned)
                .flatMap(sscc -> work.read(transaction -> new PackedRows(transaction).byCode(sscc))));
        return row.flatMap(unit -> units(unit.order()).stream().filter(one -> one.id() == unit.id()).findFirst());
    }

    private static Optional<String> sscc(String scanned) {
        if (!ElementString.looksLike(scanned)) {
            return Optional.empty();
        }
        Outcome<ElementString> symbol = ElementString.parse(scanned);
        return symbol.isDone() ? symbol.value().sscc().map(Sscc::digits) : Optional.empty();
    }

    @Override
    public List<Label> labels(DocumentId document) {
        List<PackedUnit> units = units(document).stream()
            .filter(unit -> unit.state() != PackedUnit.State.UNPACKED).toList();
        return work.read(transaction -> Optional.of(labels(transaction, units))).orElseThrow();
    }

    private List<Label> labels(org.stockwright.persistence.Transaction transaction, List<PackedUnit> units)
        throws SQLException {
        Map<DocumentId, Document> documents = new HashMap<>();
        TreeSet<DocumentId> ids = new TreeSet<>();
        units.forEach(unit -> {
            ids.add(unit.order());
            unit.shipment().ifPresent(ids::add);
        });
        book.read(transaction, ids).forEach(one -> documents.put(one.id(), one));
        return new Labels(transaction, documents, units).list();
    }

    @Override
    public List<ScanFigure> scanFigures(LocalDate from, LocalDate to) {
        ZoneId zone = companies.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        return work.read(transaction -> new ScanRows(transaction).figures(from.atStartOfDay(zone).toInstant(),
            to.plusDays(1).atStartOfDay(zone).toInstant(), zone));
    }

}
