package org.stockwright.fulfilment.internal.picking;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.allocation.AllocationRows.Stage;
import org.stockwright.fulfilment.internal.shipping.GoodsWork;
import org.stockwright.fulfilment.internal.shipping.PickListKind;
import org.stockwright.fulfilment.spi.PickPlan;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.fulfilment.spi.PickTask;
import org.stockwright.ledger.spi.StockStep;

/** Makes pick lists of what is held in bins and on no list yet, in one step. */
final class ListMaker {

    private static final Comparator<PickTask> URGENT_FIRST = Comparator.comparing(PickTask::priority).reversed()
        .thenComparing(task -> task.due().orElse(java.time.LocalDate.MAX)).thenComparing(PickTask::order)
        .thenComparing(PickTask::path).thenComparing(PickTask::itemCode).thenComparing(PickTask::lot)
        .thenComparing(PickTask::key);

    private final DocumentBook book;
    private final StockStep step;
    private final BinPath path;
    private final GoodsWork goods;

    ListMaker(DocumentBook book, StockStep step, BinPath path) {
        this.book = book;
        this.step = step;
        this.path = path;
        this.goods = new GoodsWork(book, step);
    }

    Outcome<List<Document>> make(Picking.Wanted wanted, PickStrategy strategy, LocationId staging, String hash)
        throws SQLException {
        Outcome<List<Document>> known = known(wanted, hash);
        if (!known.isDone() || !known.value().isEmpty()) {
            return known;
        }
        Map<DocumentId, Document> orders = goods.lock(orders(wanted));
        // a second sender of the same key waited for the lock
        known = known(wanted, hash);
        if (!known.isDone() || !known.value().isEmpty()) {
            return known;
        }
        List<PickTask> tasks = tasks(orders);
        List<PickPlan> plans = strategy.plan(tasks, wanted.limits()).stream().filter(plan -> !plan.picks().isEmpty())
            .toList();
        if (plans.isEmpty()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.NOTHING_TO_PICK)
                .hint("Allocate orders first, or look for lists that are open."));
        }
        Map<LineId, DocumentLine> lines = GoodsWork.lines(orders.values());
        List<Document> made = new ArrayList<>();
        for (PickPlan plan : plans) {
            Outcome<Document> list = store(wanted, key(wanted, made.size() + 1), hash, plan, staging, orders, lines);
            if (!list.isDone()) {
                return Outcome.refused(list.refusals());
            }
            made.add(list.value());
        }
        return Outcome.done(made);
    }

    /** The lists that were made with the key before; none when nobody used it. */
    private Outcome<List<Document>> known(Picking.Wanted wanted, String hash) throws SQLException {
        List<Document> known = new ArrayList<>();
        while (true) {
            Optional<Outcome<Document>> one = book.known(step.transaction(), key(wanted, known.size() + 1), hash);
            if (one.isEmpty()) {
                return Outcome.done(known);
            }
            if (!one.get().isDone()) {
                return Outcome.refused(one.get().refusals());
            }
            known.add(one.get().value());
        }
    }

    private static String key(Picking.Wanted wanted, int at) {
        return wanted.key() + ":" + at;
    }

    private Set<DocumentId> orders(Picking.Wanted wanted) throws SQLException {
        if (!wanted.orders().isEmpty()) {
            return Set.copyOf(wanted.orders());
        }
        Set<DocumentId> open = new HashSet<>();
        for (OrderKind kind : OrderKind.values()) {
            book.lines(step.transaction(), LineQuery.open(kind.id()), (order, line) -> open.add(order.id()));
        }
        return open;
    }

    private List<PickTask> tasks(Map<DocumentId, Document> orders) throws SQLException {
        List<AllocationRows.Row> held = new AllocationRows(step.transaction()).ofDocuments(orders.keySet()).stream()
            .filter(row -> row.stage() == Stage.HELD).toList();
        Set<String> listed = new PickLines(step.transaction())
            .listed(held.stream().map(AllocationRows.Row::key).toList());
        Map<LineId, DocumentLine> lines = GoodsWork.lines(orders.values());
        List<PickTask> tasks = new ArrayList<>();
        for (AllocationRows.Row row : held) {
            Document order = orders.get(row.document());
            DocumentLine line = lines.get(row.line());
            if (order != null && line != null && !listed.contains(row.key())) {
                tasks.add(new PickTask(row.key(), order.id(), order.number(), line.id(), row.item(), line.item(),
                    new Quantity(row.open(), line.quantity().unit()), row.location(), row.locationCode(),
                    path.rank(row.location()), path.zone(row.location()), row.lot(), line.due().or(order::due),
                    order.priority(), order.carrierCode()));
            }
        }
        tasks.sort(URGENT_FIRST);
        return tasks;
    }

    private Outcome<Document> store(Picking.Wanted wanted, String key, String hash, PickPlan plan, LocationId staging,
        Map<DocumentId, Document> orders, Map<LineId, DocumentLine> wants) throws SQLException {
        List<NewDocument.Line> lines = new ArrayList<>();
        Map<Integer, PickPlan.Pick> leaves = new LinkedHashMap<>();
        for (List<PickPlan.Pick> stop : stops(plan)) {
            int parent = -1;
            if (stop.size() > 1) {
                PickTask first = stop.getFirst().task();
                Quantity sum = stop.stream().map(pick -> pick.task().quantity()).reduce(Quantity::plus).orElseThrow();
                parent = lines.size();
                lines.add(NewDocument.Line.of(first.item(), sum).ofLot(first.lot()).at(Optional.of(first.bin())));
            }
            for (PickPlan.Pick pick : stop) {
                PickTask task = pick.task();
                leaves.put(lines.size(), pick);
                lines.add(NewDocument.Line.of(task.item(), task.quantity()).ofLot(task.lot())
                    .at(Optional.of(task.bin())).priced(wants.get(task.line()).price())
                    .noted(pick.tote().isEmpty() ? task.number() : task.number() + " → " + pick.tote())
                    .from(Optional.of(task.line())).partOf(parent));
            }
        }
        Set<DocumentId> sources = new HashSet<>();
        plan.picks().forEach(pick -> sources.add(pick.task().order()));
        Document first = orders.get(plan.picks().getFirst().task().order());
        NewDocument made = NewDocument
            .of(Picking.KIND, key, hash, PickListKind.MADE, first.currency(), step.transaction().now(), lines)
            .with(org.stockwright.base.PartnerId.SELF, "", plan.name())
            .at(Optional.empty(), Optional.of(staging))
            .wanted(plan.picks().stream().flatMap(pick -> pick.task().due().stream()).min(Comparator.naturalOrder()),
                plan.picks().stream().mapToInt(pick -> pick.task().priority()).max().orElse(0))
            .madeOf(sources.size() == 1 ? Optional.of(first.id()) : Optional.empty());
        List<Refusal> refusals = book.check(made);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Document stored = book.store(step.transaction(), made, step.number("PL"));
        List<PickLines.Row> rows = new ArrayList<>();
        leaves.forEach((at, pick) -> rows.add(new PickLines.Row(stored.lines().get(at).id(), pick.task().key(),
            pick.tote())));
        new PickLines(step.transaction()).add(rows);
        return Outcome.done(stored);
    }

    /** The takings in the order of the way; those of the same goods in one bin together when they are summed. */
    private static List<List<PickPlan.Pick>> stops(PickPlan plan) {
        Map<List<Object>, List<PickPlan.Pick>> stops = new LinkedHashMap<>();
        plan.picks().stream()
            .sorted(Comparator.comparing((PickPlan.Pick pick) -> pick.task().path())
                .thenComparing(pick -> pick.task().itemCode()).thenComparing(pick -> pick.task().lot())
                .thenComparing(PickPlan.Pick::tote))
            .forEach(pick -> stops.computeIfAbsent(plan.summed()
                ? List.of(pick.task().bin(), pick.task().item(), pick.task().lot()) : List.of(pick.task().key()),
                stop -> new ArrayList<>()).add(pick));
        return List.copyOf(stops.values());
    }

    /** What is held for orders, by the key of the reservation. */
    static <T extends AllocationRows.Holding> Map<String, T> byKey(List<T> rows) {
        Map<String, T> result = new HashMap<>();
        rows.forEach(row -> result.put(row.key(), row));
        return result;
    }

}
