package org.stockwright.fulfilment.internal.picking;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Contributions;
import org.stockwright.base.Decimals;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Items;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.ActionKeys;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.shipping.GoodsWork;
import org.stockwright.fulfilment.internal.shipping.PickListKind;
import org.stockwright.fulfilment.internal.shipping.ScanReader;
import org.stockwright.fulfilment.internal.shipping.Settings;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.security.spi.Guarded;

/** Pick lists: made, checked, confirmed. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.Picking")
public final class PickingComponent implements Picking, Guarded {

    private final UnitOfWork work;
    private final StockWork stockWork;
    private final DocumentBook book;
    private final Locations locations;
    private final Items items;
    private final Allocation allocation;
    private final Access access;
    private final List<PickStrategy> strategies;

    /** Lives as long as the open book. */
    @Activate
    public PickingComponent(@Reference UnitOfWork work, @Reference StockWork stockWork, @Reference DocumentBook book,
        @Reference Locations locations, @Reference Items items, @Reference Allocation allocation,
        @Reference Access access,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) Collection<PickStrategy> strategies,
        @Reference Contributions contributions) {
        this.work = work;
        this.stockWork = stockWork;
        this.book = book;
        this.locations = locations;
        this.items = items;
        this.allocation = allocation;
        this.access = access;
        this.strategies = List.copyOf(new TreeMap<>(contributions.by(PickStrategy::id, strategies)).values());
    }

    @Override
    public List<Strategy> strategies() {
        return strategies.stream().map(one -> new Strategy(one.id(), one.title())).toList();
    }

    @Override
    public List<Waiting> waiting() {
        return work.read(transaction -> new WaitingOrders(book, transaction).list());
    }

    @Override
    public Outcome<List<Document>> make(Wanted wanted) {
        return make(wanted, true);
    }

    @Override
    public Outcome<List<Document>> rehearse(Wanted wanted) {
        return make(wanted, false);
    }

    private Outcome<List<Document>> make(Wanted wanted, boolean store) {
        Optional<Refusal> bad = ActionKeys.bad(wanted.key());
        if (bad.isPresent()) {
            return Outcome.refused(bad.get());
        }
        Optional<PickStrategy> strategy = strategies.stream().filter(one -> one.id().equals(wanted.strategy()))
            .findFirst();
        if (strategy.isEmpty()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.UNKNOWN_PICK_STRATEGY, wanted.strategy()).hint(
                "Known are " + String.join(", ", strategies.stream().map(PickStrategy::id).toList()) + "."));
        }
        Optional<LocationId> staging = wanted.staging().or(this::staging);
        if (staging.flatMap(locations::get).filter(place -> place.kind().isPickable()).isEmpty()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.NO_STAGING_PLACE)
                .hint("Name a place of ours that keeps stock, or set the staging place once and for all."));
        }
        BinPath path = new BinPath(locations.list());
        String hash = hash(wanted);
        StockWork.Work<List<Document>> making = step -> new ListMaker(book, step, path).make(wanted, strategy.get(),
            staging.get(), hash);
        return store ? stockWork.write(making) : stockWork.attempt(making);
    }

    private Optional<LocationId> staging() {
        String code = work.read(transaction -> Settings.read(transaction, STAGING_SETTING));
        return locations.byCode(code).map(place -> place.id());
    }

    private static String hash(Wanted wanted) {
        Canonical text = new Canonical("pick-list").add(wanted.strategy()).add(wanted.staging())
            .add(wanted.limits().until()).add(wanted.limits().carrier()).add(wanted.limits().leastPriority())
            .add(wanted.limits().mostOrders());
        wanted.orders().stream().sorted().forEach(text::add);
        return text.hash();
    }

    @Override
    public Outcome<Document> release(DocumentId list) {
        return stockWork.write(step -> {
            GoodsWork goods = new GoodsWork(book, step);
            Outcome<Map<DocumentId, Document>> locked = goods.lockWithSources(list, KIND);
            if (!locked.isDone()) {
                return Outcome.refused(locked.refusals());
            }
            Map<DocumentId, Document> documents = locked.value();
            Document now = documents.get(list);
            if (PickListKind.RELEASED.equals(now.state()) || PickListKind.IN_WORK.equals(now.state())) {
                return Outcome.done(now);
            }
            if (!PickListKind.MADE.equals(now.state())) {
                return GoodsWork.notNow(now, "released");
            }
            List<DocumentId> orders = documents.keySet().stream().filter(id -> !id.equals(list)).toList();
            List<Refusal> against = new Approvals(step.transaction(), limit(step)).against(now, documents,
                new PickLines(step.transaction()).of(now.lines().stream().map(DocumentLine::id).toList()),
                new AllocationRows(step.transaction()).heldFor(orders));
            if (!against.isEmpty()) {
                return Outcome.refused(against);
            }
            book.state(step.transaction(), list, PickListKind.RELEASED, "released", "Checked against "
                + String.join(", ", orders.stream().map(documents::get)
                    .map(order -> order.number() + " revision " + order.revision() + " of " + order.user()).toList())
                + ".");
            return Outcome.done(book.read(step.transaction(), List.of(list)).getFirst());
        });
    }

    private static Optional<BigDecimal> limit(StockStep step) throws SQLException {
        return number(Settings.read(step.transaction(), LIMIT_SETTING));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Decimals.parse(text).value());
    }

    @Override
    public Outcome<Document> approve(DocumentId order, String remark) {
        return stockWork.write(step -> {
            Optional<Document> found = book.lock(step.transaction(), order)
                .filter(one -> OrderKind.of(one.kind()).isPresent());
            if (found.isEmpty()) {
                return Outcome.refused(DocumentRefusal.UNKNOWN_DOCUMENT, order);
            }
            if (!found.get().isOpen()) {
                return GoodsWork.notNow(found.get(), "approved");
            }
            new Approvals(step.transaction(), Optional.empty()).approve(found.get());
            book.tell(step.transaction(), order, "approved",
                ("Revision " + found.get().revision() + ". " + remark).strip());
            return Outcome.done(found.get());
        });
    }

    @Override
    public Optional<BigDecimal> approvalLimit() {
        return number(work.read(transaction -> Settings.read(transaction, LIMIT_SETTING)));
    }

    @Override
    public Outcome<Boolean> setApprovalLimit(Optional<BigDecimal> limit) {
        return work.write(transaction -> {
            Settings.write(transaction, LIMIT_SETTING, limit.map(BigDecimal::toPlainString).orElse(""));
            return Outcome.done(Boolean.TRUE);
        });
    }

    @Override
    public Outcome<Document> confirm(Confirmation confirmation) {
        Optional<Refusal> bad = ActionKeys.bad(confirmation.key());
        if (bad.isPresent()) {
            return Outcome.refused(bad.get());
        }
        List<Refusal> scans = scans(confirmation);
        if (!scans.isEmpty()) {
            return Outcome.refused(scans);
        }
        String hash = hash(confirmation);
        Outcome<PickStep.Result> done = stockWork.write(step -> new PickStep(book, step, confirmation).confirm(hash));
        if (done.isDone() && access.may(FulfilmentPermission.ALLOCATE)) {
            // what cannot be held now waits like any other open line
            done.value().shortOrders().forEach(order -> allocation.allocate(order, Allocation.Choice.BY_POLICY));
        }
        return done.map(PickStep.Result::list);
    }

    private static String hash(Confirmation confirmation) {
        Canonical text = new Canonical("pick").add(confirmation.list()).add(confirmation.effective());
        confirmation.taken().forEach(one -> text.add(one.line()).add(one.quantity()).add(one.reason()));
        return text.hash();
    }

    /** What of the scans does not match the lines. */
    private List<Refusal> scans(Confirmation confirmation) {
        if (confirmation.taken().stream()
            .allMatch(one -> one.bin().isEmpty() && one.item().isEmpty() && one.lot().isEmpty())) {
            return List.of();
        }
        Optional<Document> list = work
            .read(transaction -> book.read(transaction, List.of(confirmation.list())).stream().findFirst());
        List<Refusal> refusals = new ArrayList<>();
        ScanReader reader = new ScanReader(items);
        for (Taken one : confirmation.taken()) {
            list.flatMap(document -> document.line(one.line()))
                .ifPresent(line -> refusals.addAll(scans(list.get(), line, one, reader)));
        }
        return refusals;
    }

    private static List<Refusal> scans(Document list, DocumentLine line, Taken one, ScanReader reader) {
        List<Refusal> refusals = new ArrayList<>();
        if (!one.bin().isEmpty() && !one.bin().strip().equalsIgnoreCase(line.locationCode())) {
            refusals.add(wrong(list, line, "bin", line.locationCode(), one.bin()));
        }
        String lot = one.lot().strip();
        if (!one.item().isEmpty()) {
            Outcome<ScanReader.Goods> found = reader.goods(one.item());
            if (!found.isDone() || !found.value().item().item().equals(line.itemId())) {
                refusals.add(wrong(list, line, "item", line.item(), one.item()));
            } else if (lot.isEmpty()) {
                lot = found.value().lot();
            }
        }
        if (!lot.isEmpty() && !lot.equals(line.lot())) {
            refusals.add(wrong(list, line, "lot", line.lot(), lot));
        }
        return refusals;
    }

    private static Refusal wrong(Document list, DocumentLine line, String what, String wanted, String scanned) {
        return Refusal.of(FulfilmentRefusal.WRONG_SCAN, line.line(), list.number(), what, wanted, scanned.strip())
            .hint("Put it back and take what the list says.").at(Refusal.Place.line(line.line()));
    }

    @Override
    public Outcome<Document> cancel(DocumentId list, String reason) {
        return stockWork.write(step -> {
            GoodsWork goods = new GoodsWork(book, step);
            Outcome<Document> found = goods.find(list, KIND);
            if (!found.isDone()) {
                return found;
            }
            Document now = goods.lock(List.of(list)).get(list);
            if (!now.isOpen()) {
                return GoodsWork.notNow(now, "cancelled");
            }
            Set<LineId> open = new java.util.LinkedHashSet<>();
            List<org.stockwright.documents.spi.Flow> flows = new ArrayList<>();
            for (DocumentLine line : now.lines()) {
                if (line.open(Step.PICKED).signum() > 0) {
                    open.add(line.id());
                    flows.add(new org.stockwright.documents.spi.Flow(line.id(), Step.CANCELLED,
                        line.open(Step.PICKED), Optional.empty(), step.transaction().now()));
                }
            }
            boolean picked = now.lines().stream().anyMatch(line -> line.done(Step.PICKED).signum() > 0);
            book.flow(step.transaction(), flows);
            new PickLines(step.transaction()).remove(open);
            book.state(step.transaction(), list, picked ? PickListKind.PICKED : PickListKind.CANCELLED, "cancelled",
                reason);
            return Outcome.done(book.read(step.transaction(), List.of(list)).getFirst());
        });
    }

    @Override
    public Outcome<Document> putBack(String key, DocumentId order, Optional<LocationId> to, boolean cancelled,
        java.time.Instant effective, String reason) {
        Optional<Refusal> bad = ActionKeys.bad(key);
        if (bad.isPresent()) {
            return Outcome.refused(bad.get());
        }
        String hash = new Canonical("put-back").add(order).add(to).add(cancelled).add(effective).hash();
        return stockWork
            .write(step -> new PutBack(book, step, order).putBack(key, hash, to, cancelled, effective, reason));
    }

    @Override
    public List<CountRequest> countRequests() {
        return work.read(transaction -> new CountRequests(transaction).open().stream()
            .map(CountRequests.Open::request).toList());
    }

    @Override
    public Outcome<CountRequest> counted(long request) {
        return stockWork.write(step -> {
            CountRequests counts = new CountRequests(step.transaction());
            Optional<CountRequests.Open> open = counts.lock(request);
            if (open.isEmpty()) {
                return Outcome.refused(Refusal.of(FulfilmentRefusal.UNKNOWN_COUNT_REQUEST, request)
                    .hint("It was counted meanwhile."));
            }
            counts.counted(request);
            if (open.get().reservation().isPresent()) {
                step.release(List.of(StockStep.Take.all(open.get().reservation().get())));
            }
            return Outcome.done(open.get().request());
        });
    }

}
