package org.stockwright.fulfilment.internal.picking;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.allocation.AllocationRows.Stage;
import org.stockwright.fulfilment.internal.orders.OrderStates;
import org.stockwright.fulfilment.internal.shipping.Actions;
import org.stockwright.fulfilment.internal.shipping.GoodsWork;
import org.stockwright.fulfilment.internal.shipping.PickListKind;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.spi.StockStep;

/** One confirmation of a pick list, in one step with the ledger. */
final class PickStep {

    private final DocumentBook book;
    private final StockStep step;
    private final GoodsWork goods;
    private final Picking.Confirmation confirmation;
    private final List<Pick> picks = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Set<DocumentId> shortOrders = new TreeSet<>();

    PickStep(DocumentBook book, StockStep step, Picking.Confirmation confirmation) {
        this.book = book;
        this.step = step;
        this.goods = new GoodsWork(book, step);
        this.confirmation = confirmation;
    }

    /** What is done at one line with a reservation. */
    private record Pick(DocumentLine line, AllocationRows.Row stock, BigDecimal taken, BigDecimal missing,
        String reason) {
    }

    /**
     * What a confirmation came to.
     *
     * @param list the list as it is now
     * @param shortOrders orders of which something was missing
     */
    record Result(Document list, Set<DocumentId> shortOrders) {
    }

    Outcome<Result> confirm(String hash) throws SQLException {
        Actions actions = new Actions(step.transaction());
        Optional<Outcome<DocumentId>> known = actions.known(confirmation.key(), hash);
        if (known.isPresent()) {
            return known.get().map(id -> new Result(read(id), Set.of()));
        }
        Outcome<Map<DocumentId, Document>> locked = goods.lockWithSources(confirmation.list(), Picking.KIND);
        if (!locked.isDone()) {
            return Outcome.refused(locked.refusals());
        }
        Map<DocumentId, Document> documents = locked.value();
        Document list = documents.get(confirmation.list());
        if (!Set.of(PickListKind.RELEASED, PickListKind.IN_WORK).contains(list.state())) {
            return GoodsWork.notNow(list, "picked");
        }
        // a second sender of the same key waited for the lock
        known = actions.known(confirmation.key(), hash);
        if (known.isPresent()) {
            return known.get().map(id -> new Result(read(id), Set.of()));
        }
        Set<DocumentId> orders = new TreeSet<>(documents.keySet());
        orders.remove(list.id());
        plan(list, ListMaker.byKey(new AllocationRows(step.transaction()).ofDocuments(orders)),
            new PickLines(step.transaction()).of(list.lines().stream().map(DocumentLine::id).toList()));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Outcome<Boolean> moved = move(list);
        if (!moved.isDone()) {
            return Outcome.refused(moved.refusals());
        }
        Outcome<Boolean> kept = giveBackAndKeep(list);
        if (!kept.isDone()) {
            return Outcome.refused(kept.refusals());
        }
        book.flow(step.transaction(), flows);
        actions.add(confirmation.key(), hash, list.id());
        settle(list);
        new OrderStates(book, step.transaction()).settle(orders);
        return Outcome.done(new Result(read(list.id()), shortOrders));
    }

    private Document read(DocumentId id) {
        try {
            return book.read(step.transaction(), List.of(id)).getFirst();
        } catch (SQLException e) {
            throw new org.stockwright.persistence.StoreException("The pick list cannot be read", e);
        }
    }

    private void plan(Document list, Map<String, AllocationRows.Row> held, Map<LineId, PickLines.Row> picked) {
        boolean whole = confirmation.taken().isEmpty();
        List<Picking.Taken> taken = whole ? list.lines().stream().filter(line -> line.parent().isEmpty())
            .filter(line -> line.open(Step.PICKED).signum() > 0).map(line -> Picking.Taken.all(line.line())).toList()
            : confirmation.taken();
        if (taken.isEmpty()) {
            refusals.add(Refusal.of(FulfilmentRefusal.NOTHING_TO_PICK).hint("Everything on it is done."));
        }
        Set<Integer> seen = new HashSet<>();
        for (Picking.Taken one : taken) {
            Optional<DocumentLine> line = list.line(one.line());
            if (line.isEmpty() || !seen.add(one.line())) {
                refuse(one, Refusal.of(DocumentRefusal.UNKNOWN_LINE, list.number(), one.line()));
                continue;
            }
            plan(list, one, line.get(), held, picked, whole);
        }
    }

    private void refuse(Picking.Taken one, Refusal refusal) {
        refusals.add(refusal.at(Refusal.Place.line(one.line())));
    }

    private void plan(Document list, Picking.Taken one, DocumentLine line, Map<String, AllocationRows.Row> held,
        Map<LineId, PickLines.Row> picked, boolean whole) {
        List<DocumentLine> leaves = list.lines().stream()
            .filter(leaf -> leaf.parent().filter(line.id()::equals).isPresent()).toList();
        BigDecimal open = line.open(Step.PICKED);
        BigDecimal left = one.quantity().orElse(open);
        if (left.signum() < 0 || left.compareTo(open) > 0 || open.signum() == 0
            || left.signum() == 0 && one.reason().isBlank()) {
            refuse(one, Refusal.of(FulfilmentRefusal.MORE_THAN_LISTED, line.line(), list.number(),
                plain(open) + " " + line.quantity().unit(), plain(left)).hint(
                    open.signum() == 0
                        ? "It was done by somebody else meanwhile."
                        : "Take what the line wants, or say why it is missing."));
            return;
        }
        boolean missing = !one.reason().isBlank();
        if (missing && one.quantity().isEmpty()) {
            refuse(one,
                Refusal.of(FulfilmentRefusal.MORE_THAN_LISTED, line.line(), list.number(), plain(open), plain(open))
                    .hint("Say how much was there when something is missing."));
            return;
        }
        for (DocumentLine leaf : leaves.isEmpty() ? List.of(line) : leaves) {
            BigDecimal wants = leaf.open(Step.PICKED);
            PickLines.Row row = picked.get(leaf.id());
            AllocationRows.Row stock = row == null ? null : held.get(row.key());
            BigDecimal has = stock == null ? BigDecimal.ZERO : stock.open();
            BigDecimal takes = left.min(wants);
            if (takes.compareTo(has) > 0 && !whole) {
                refuse(one, Refusal.of(FulfilmentRefusal.NOT_HELD, leaf.line(), list.number(), plain(has),
                    leaf.locationCode()).hint("It was given back meanwhile. Cancel the line, or make a new list."));
                return;
            }
            left = left.subtract(takes);
            BigDecimal asked = missing ? wants : takes;
            takes = takes.min(has);
            BigDecimal lacks = missing ? asked.subtract(takes).min(has.subtract(takes)) : BigDecimal.ZERO;
            if (takes.signum() > 0 || lacks.signum() > 0) {
                picks.add(new Pick(leaf, stock, takes, lacks, one.reason().strip()));
            }
            BigDecimal gone = asked.subtract(takes).subtract(lacks);
            if (gone.signum() > 0) {
                // the order gave it back: nobody wants it any more
                flow(leaf, Step.CANCELLED, gone);
            }
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private void flow(DocumentLine line, Step taken, BigDecimal quantity) {
        flows.add(new Flow(line.id(), taken, quantity, Optional.empty(), confirmation.effective()));
        line.parent().ifPresent(
            parent -> flows.add(new Flow(parent, taken, quantity, Optional.empty(), confirmation.effective())));
    }

    private Outcome<Boolean> move(Document list) throws SQLException {
        List<MovementLine> lines = new ArrayList<>();
        List<StockStep.Take> takes = new ArrayList<>();
        List<StockStep.Keep> keeps = new ArrayList<>();
        List<AllocationRows.Entry> entries = new ArrayList<>();
        List<String> there = new ArrayList<>();
        AllocationRows rows = new AllocationRows(step.transaction());
        for (Pick pick : picks) {
            if (pick.taken().signum() == 0) {
                continue;
            }
            AllocationRows.Row stock = pick.stock();
            flow(pick.line(), Step.PICKED, pick.taken());
            flows.add(new Flow(stock.line(), Step.PICKED, pick.taken(), Optional.of(pick.line().id()),
                confirmation.effective()));
            if (list.target().filter(stock.location()::equals).isPresent()) {
                // it lies where it is to be packed: nothing moves
                if (pick.taken().compareTo(stock.open()) < 0 && pick.missing().signum() == 0) {
                    return Outcome.refused(Refusal.of(FulfilmentRefusal.MORE_THAN_LISTED, pick.line().line(),
                        list.number(), plain(stock.open()), plain(pick.taken()))
                        .hint("It lies at the staging place already: take the whole line."));
                }
                there.add(stock.key());
                continue;
            }
            String key = rows.newKeys(stock.line(), 1).getFirst();
            lines.add(GoodsWork.moving(MovementKind.TRANSFER, stock,
                new Quantity(pick.taken(), pick.line().quantity().unit()), list.target(), "", ""));
            takes.add(StockStep.Take.of(stock.reservation(), pick.taken()));
            keeps.add(new StockStep.Keep(lines.size(), key, stock.holder(), Optional.empty()));
            entries.add(new AllocationRows.Entry(key, stock.document(), stock.line(), Stage.PICKED));
        }
        rows.stage(there, Stage.PICKED);
        if (!lines.isEmpty()) {
            Outcome<PostingReceipt> posted = step.post(new PostingRequest("PICK-" + confirmation.key(),
                confirmation.effective(), lines, list.number(), "", ""), takes, keeps);
            if (!posted.isDone()) {
                return Outcome.refused(posted.refusals());
            }
            rows.add(entries);
        }
        return Outcome.done(Boolean.TRUE);
    }

    /** Gives back what is missing, and keeps what the book still has in that bin from everybody until it was counted. */
    private Outcome<Boolean> giveBackAndKeep(Document list) throws SQLException {
        List<Pick> lacking = picks.stream().filter(pick -> pick.missing().signum() > 0)
            .sorted(Comparator.comparing(pick -> pick.stock().reservation())).toList();
        if (lacking.isEmpty()) {
            return Outcome.done(Boolean.TRUE);
        }
        step.release(lacking.stream().map(pick -> StockStep.Take.of(pick.stock().reservation(), pick.missing()))
            .toList());
        TreeMap<Long, List<Pick>> bins = new TreeMap<>();
        for (Pick pick : lacking) {
            bins.computeIfAbsent(pick.stock().balance(), balance -> new ArrayList<>()).add(pick);
            shortOrders.add(pick.stock().document());
            flow(pick.line(), Step.SHORT, pick.missing());
            flow(pick.line(), Step.CANCELLED, pick.missing());
            flows.add(new Flow(pick.stock().line(), Step.SHORT, pick.missing(), Optional.of(pick.line().id()),
                confirmation.effective()));
        }
        CountRequests counts = new CountRequests(step.transaction());
        List<Reservations.Request> holds = new ArrayList<>();
        Map<Long, Boolean> kept = new LinkedHashMap<>();
        for (Map.Entry<Long, List<Pick>> bin : bins.entrySet()) {
            Pick first = bin.getValue().getFirst();
            BigDecimal free = counts.free(bin.getKey());
            long id = step.transaction().nextId("shipping_seq");
            kept.put(id, free.signum() > 0);
            counts.add(id, list, first.stock(), bin.getValue().stream().map(Pick::missing)
                .reduce(BigDecimal.ZERO, BigDecimal::add), first.reason(), free.signum() > 0);
            if (free.signum() > 0) {
                AllocationRows.Row stock = first.stock();
                holds.add(new Reservations.Request(CountRequests.key(id), stock.item(), stock.location(), stock.lot(),
                    stock.owner(), stock.status(), new Quantity(free, first.line().quantity().unit()),
                    "count of " + stock.locationCode() + " for " + list.number(), Optional.empty()));
            }
        }
        return step.hold(holds).map(held -> Boolean.TRUE);
    }

    private void settle(Document list) throws SQLException {
        Document now = read(list.id());
        boolean done = now.lines().stream().allMatch(line -> line.open(Step.PICKED).signum() == 0);
        String state = done ? PickListKind.PICKED : PickListKind.IN_WORK;
        String detail = picks.stream().filter(pick -> pick.missing().signum() > 0)
            .map(pick -> "Line " + pick.line().line() + ": " + plain(pick.missing()) + " missing, " + pick.reason()
                + ".")
            .reduce((one, other) -> one + " " + other).orElse("");
        if (!state.equals(now.state()) || !detail.isEmpty()) {
            book.state(step.transaction(), list.id(), state, done ? "picked" : "picking", detail);
        } else {
            book.tell(step.transaction(), list.id(), "picking", "");
        }
    }

}
