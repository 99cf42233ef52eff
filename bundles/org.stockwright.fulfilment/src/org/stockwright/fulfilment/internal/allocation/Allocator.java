package org.stockwright.fulfilment.internal.allocation;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.fulfilment.Allocation.Choice;
import org.stockwright.fulfilment.Allocation.Held;
import org.stockwright.fulfilment.Allocation.Missing;
import org.stockwright.fulfilment.Allocation.Result;
import org.stockwright.fulfilment.Allocation.Sourcing;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.internal.allocation.AllocationRows.Entry;
import org.stockwright.fulfilment.internal.allocation.AllocationRows.Stage;
import org.stockwright.fulfilment.internal.allocation.Candidates.Free;
import org.stockwright.fulfilment.internal.orders.OrderLines;
import org.stockwright.fulfilment.internal.orders.OrderStates;
import org.stockwright.fulfilment.spi.AllocationStrategy;
import org.stockwright.fulfilment.spi.AllocationStrategy.Candidate;
import org.stockwright.fulfilment.spi.AllocationStrategy.Pick;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.spi.LostRace;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.Transaction;

/** Holds stock for orders in one step: the orders are locked, then stock is chosen, then held in one go. */
final class Allocator {

    /** Of so many lines that are left open it is told who holds the stock. */
    private static final int MOST_EXPLAINED = 20;
    private static final int MOST_HOLDERS = 3;
    private static final String HOLDERS = "SELECT r.holder, SUM(r.open_quantity) FROM reservation r "
        + "JOIN balance b ON b.id = r.balance_id WHERE b.item_id = ? AND r.open_quantity > 0 AND r.holder <> ? "
        + "GROUP BY r.holder ORDER BY 2 DESC, 1";

    private final DocumentBook book;
    private final StockStep step;
    private final Transaction transaction;
    private final Terms terms;
    private final Policies policies;
    private final List<Held> held = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();
    private final Map<Long, BigDecimal> left = new HashMap<>();
    private final Map<DocumentId, Set<String>> notes = new TreeMap<>();
    private final List<Reservations.Request> requests = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * How it is done.
     *
     * @param strategies by id
     * @param choice what was asked for
     * @param places the tree of places
     * @param allowed where whoever acts may hold stock; empty for everywhere
     * @param zone in which days begin
     * @param locked whether the stock is locked before it is chosen
     */
    record Terms(Map<String, AllocationStrategy> strategies, Choice choice, PlaceTree places,
        Optional<Set<LocationId>> allowed, ZoneId zone, boolean locked) {

        /** The same, with the stock locked before it is chosen. */
        Terms locking() {
            return new Terms(strategies, choice, places, allowed, zone, true);
        }

    }

    Allocator(DocumentBook book, StockStep step, Terms terms) throws SQLException {
        this.book = book;
        this.step = step;
        this.transaction = step.transaction();
        this.terms = terms;
        this.policies = Policies.read(transaction);
    }

    /**
     * Holds stock.
     *
     * @param orders in the order in which they are served; those that need nothing are passed over
     * @param only for lines of these items only; empty for all
     * @param anew whether what is held and not picked is given back first
     */
    Outcome<Result> allocate(List<DocumentId> orders, Set<ItemId> only, boolean anew) throws SQLException {
        Map<DocumentId, Document> locked = new HashMap<>();
        book.lock(transaction, orders).stream().filter(Allocator::isWaiting)
            .forEach(order -> locked.put(order.id(), order));
        List<AllocationRows.Holding> rows = new AllocationRows(transaction).heldFor(locked.keySet());
        if (anew) {
            step.release(rows.stream().filter(row -> row.stage() == Stage.HELD)
                .map(row -> StockStep.Take.all(row.reservation())).toList());
            rows = rows.stream().filter(row -> row.stage() != Stage.HELD).toList();
        }
        List<Document> served = orders.stream().filter(locked::containsKey)
            .map(id -> Objects.requireNonNull(locked.get(id))).toList();
        List<Need> needs = needs(served, OrderLines.held(rows), only);
        Set<ItemId> items = new HashSet<>();
        needs.forEach(need -> items.add(need.item().id()));
        Map<ItemId, List<Free>> stock = items.isEmpty() ? Map.of()
            : new Candidates(transaction, terms.places(), terms.allowed()).read(items, roots(needs), terms.locked());
        stock.values().forEach(some -> some.forEach(one -> left.put(one.stock().balance(), one.stock().free())));
        Map<DocumentId, List<Need>> byOrder = new LinkedHashMap<>();
        needs.forEach(need -> byOrder.computeIfAbsent(need.order().id(), id -> new ArrayList<>()).add(need));
        for (List<Need> some : byOrder.values()) {
            serve(some, stock);
        }
        Outcome<List<ReservationView>> done = step.hold(requests);
        if (!done.isDone()) {
            if (done.refusals().stream().allMatch(why -> why.code() == LedgerRefusal.NOT_ENOUGH_FREE)) {
                throw new LostRace();
            }
            return Outcome.refused(done.refusals());
        }
        new AllocationRows(transaction).add(entries);
        for (Map.Entry<DocumentId, Set<String>> note : notes.entrySet()) {
            book.tell(transaction, note.getKey(), "expired", String.join(" ", note.getValue()));
        }
        if (!locked.isEmpty()) {
            new OrderStates(book, transaction).settle(locked.keySet());
        }
        return Outcome.done(new Result(served.size(), held, missing));
    }

    /** The places that the orders take from; empty when one of them names none. */
    private static Set<LocationId> roots(List<Need> needs) {
        Set<LocationId> roots = new HashSet<>();
        for (Need need : needs) {
            if (need.order().place().isEmpty()) {
                return Set.of();
            }
            roots.add(need.order().place().get());
        }
        return roots;
    }

    private static boolean isWaiting(Document order) {
        return order.isOpen() && OrderKind.of(order.kind()).isPresent()
            && !OrderState.SHIPPED.name().equals(order.state());
    }

    private List<Need> needs(List<Document> orders, Map<LineId, BigDecimal> heldNow, Set<ItemId> only)
        throws SQLException {
        Set<ItemId> items = new HashSet<>();
        orders.forEach(order -> order.lines().forEach(line -> items.add(line.itemId())));
        Map<ItemId, ItemFacts> facts = ItemFacts.read(transaction, items);
        LocalDate today = LocalDate.ofInstant(transaction.now(), terms.zone());
        List<Need> result = new ArrayList<>();
        for (Document order : orders) {
            for (DocumentLine line : OrderLines.wanting(order)) {
                BigDecimal open = OrderLines.unheld(line, heldNow);
                if (open.signum() > 0 && (only.isEmpty() || only.contains(line.itemId()))) {
                    LocalDate due = line.due().or(order::due).filter(day -> day.isAfter(today)).orElse(today);
                    result.add(new Need(order, line, Objects.requireNonNull(facts.get(line.itemId())), open, due));
                }
            }
        }
        return result;
    }

    /** Serves the lines of one order. */
    private void serve(List<Need> needs, Map<ItemId, List<Free>> stock) throws SQLException {
        Document order = needs.getFirst().order();
        Set<LocationId> roots = order.place().map(Set::of).orElseGet(Set::of);
        String source = "";
        if (roots.isEmpty() && policies.sourcing(order.partner()) == Sourcing.ONE_WAREHOUSE) {
            Map<LocationId, Integer> filled = filled(needs, stock);
            Optional<LocationId> best = filled.keySet().stream()
                .max(java.util.Comparator.comparing((LocationId id) -> filled.getOrDefault(id, 0))
                    .thenComparing(id -> terms.places().code(id), java.util.Comparator.reverseOrder()));
            if (best.isPresent()) {
                roots = Set.of(best.get());
                source = "; " + terms.places().code(best.get()) + " fills " + filled.getOrDefault(best.get(), 0)
                    + " of " + needs.size() + " lines whole";
            }
        }
        for (Need need : needs) {
            serve(need, stock.getOrDefault(need.item().id(), List.of()), roots, source);
        }
    }

    /** How many lines each warehouse could fill whole. */
    private Map<LocationId, Integer> filled(List<Need> needs, Map<ItemId, List<Free>> stock) {
        Map<LocationId, Integer> result = new HashMap<>();
        for (Need need : needs) {
            Map<LocationId, BigDecimal> sums = new HashMap<>();
            for (Free free : fitting(need, stock.getOrDefault(need.item().id(), List.of()), Set.of(),
                new LinkedHashSet<>())) {
                LocationId warehouse = terms.places().warehouse(free.stock().location());
                result.putIfAbsent(warehouse, 0);
                sums.merge(warehouse, free.stock().free(), BigDecimal::add);
            }
            sums.forEach((warehouse, sum) -> {
                if (sum.compareTo(need.quantity()) >= 0) {
                    result.merge(warehouse, 1, Integer::sum);
                }
            });
        }
        return result;
    }

    private void serve(Need need, List<Free> all, Set<LocationId> roots, String source) throws SQLException {
        Set<String> unfit = new LinkedHashSet<>();
        List<Free> fitting = fitting(need, all, roots, unfit);
        AllocationStrategy strategy = strategy(need);
        Map<Long, Free> byBalance = new HashMap<>();
        fitting.forEach(free -> byBalance.put(free.stock().balance(), free));
        BigDecimal open = need.quantity();
        List<Pick> picks = fitting.isEmpty() ? List.of() : strategy.choose(
            new AllocationStrategy.Need(need.item().id(), need.item().unit(), need.quantity()),
            fitting.stream().map(Free::stock).toList());
        for (Pick pick : picks) {
            Free free = byBalance.get(pick.from().balance());
            BigDecimal part = free == null ? BigDecimal.ZERO
                : pick.quantity().min(open).min(left.getOrDefault(pick.from().balance(), BigDecimal.ZERO));
            // what a partner's strategy chooses may not fit the unit
            if (free != null && part.signum() > 0 && need.item().unit().holds(part)) {
                hold(need, free, part, pick.why() + source);
                open = open.subtract(part);
            }
        }
        if (open.signum() > 0) {
            String why = missing.size() < MOST_EXPLAINED ? why(need, fitting, unfit, strategy) : "";
            missing.add(new Missing(need.order().number(), need.line().line(), need.item().code(),
                new Quantity(open, need.item().unit()), why));
        }
    }

    /** What may be taken for a line, with what is left of it; tells what has too little shelf life. */
    private List<Free> fitting(Need need, List<Free> all, Set<LocationId> roots, Set<String> unfit) {
        if (need.item().locked()) {
            unfit.add("The item is locked.");
            return List.of();
        }
        LocalDate needed = need.day().plusDays(policies.remainingDays(need.order().partner(), need.item()));
        List<Free> result = new ArrayList<>();
        for (Free free : all) {
            Candidate one = free.stock();
            BigDecimal rest = left.getOrDefault(one.balance(), BigDecimal.ZERO);
            if (rest.signum() <= 0 || !roots.isEmpty() && !terms.places().isWithin(one.location(), roots)
                || !need.line().lot().isEmpty() && !need.line().lot().equals(one.lot())) {
                continue;
            }
            boolean tooOld = one.expires().filter(day -> day.isBefore(needed)).isPresent();
            if (tooOld && !terms.choice().expiredToo()) {
                unfit.add(new Quantity(rest, need.item().unit()) + " of lot " + one.lot() + " expire "
                    + one.expires().orElseThrow() + ", needed until " + needed + ".");
                continue;
            }
            result.add(new Free(new Candidate(one.balance(), one.location(), one.locationCode(), one.pickSequence(),
                one.lot(), one.expires(), one.received(), rest), free.item(), free.status()));
        }
        return result;
    }

    private AllocationStrategy strategy(Need need) {
        String id = terms.choice().strategy().isEmpty() ? policies.strategy(need.order().partner(), need.item())
            : terms.choice().strategy();
        AllocationStrategy found = terms.strategies().get(id);
        // a policy may name a strategy of a plug-in that is not installed any more
        return found == null ? Objects.requireNonNull(terms.strategies().get(Policies.STRATEGY)) : found;
    }

    private void hold(Need need, Free free, BigDecimal quantity, String why) throws SQLException {
        Candidate stock = free.stock();
        left.merge(stock.balance(), quantity.negate(), BigDecimal::add);
        String key = new AllocationRows(transaction).newKeys(need.line().id(), 1).getFirst();
        Quantity amount = new Quantity(quantity, need.item().unit());
        requests.add(new Reservations.Request(key, need.item().id(), stock.location(), stock.lot(), PartnerId.SELF,
            free.status(), amount, need.order().number(), Optional.empty()));
        entries.add(new Entry(key, need.order().id(), need.line().id(), Stage.HELD));
        held.add(new Held(need.order().number(), need.line().line(), need.item().code(), stock.locationCode(),
            stock.lot(), amount, why));
        LocalDate needed = need.day().plusDays(policies.remainingDays(need.order().partner(), need.item()));
        if (stock.expires().filter(day -> day.isBefore(needed)).isPresent()) {
            notes.computeIfAbsent(need.order().id(), id -> new LinkedHashSet<>())
                .add(amount + " of " + need.item().code() + " lot " + stock.lot() + " expire "
                    + stock.expires().orElseThrow() + " and were taken all the same by " + transaction.user() + ".");
        }
    }

    /** What stands in the way. */
    private String why(Need need, List<Free> fitting, Set<String> unfit, AllocationStrategy strategy)
        throws SQLException {
        List<String> words = new ArrayList<>(unfit);
        BigDecimal rest = fitting.stream().map(free -> left.getOrDefault(free.stock().balance(), BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (rest.signum() > 0) {
            words.add(new Quantity(rest, need.item().unit()) + " are free, but '" + strategy.id()
                + "' does not choose them.");
        }
        List<String> holders = new ArrayList<>();
        String sql = HOLDERS + transaction.dialect().window(0, MOST_HOLDERS) + transaction.dialect().withoutWaiting();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, need.item().id().value());
            select.setString(2, need.order().number());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    holders.add(row.getString(1) + " holds " + new Quantity(row.getBigDecimal(2), need.item().unit()));
                }
            }
        }
        if (!holders.isEmpty()) {
            words.add(String.join(", ", holders) + ".");
        }
        return words.isEmpty() ? "Nothing is free." : String.join(" ", words);
    }

}
