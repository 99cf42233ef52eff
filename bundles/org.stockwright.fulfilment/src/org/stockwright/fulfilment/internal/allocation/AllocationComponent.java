package org.stockwright.fulfilment.internal.allocation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Contributions;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.internal.orders.OrderStates;
import org.stockwright.fulfilment.spi.AllocationStrategy;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.security.spi.Guarded;

/** Allocates stock to orders. */
@Component(service = { Guarded.class,
    AllocationComponent.class }, property = Guarded.SERVICES + "=org.stockwright.fulfilment.Allocation")
public final class AllocationComponent implements Allocation, Guarded {

    /** So often stock is chosen without locking it first; then it is locked, for clerks are busy with it. */
    private static final int FREE_ATTEMPTS = 2;
    /** Open orders by priority, due day, age. */
    private static final String WAITING = "SELECT d.id FROM document d WHERE d.is_open = 1 AND d.kind IN "
        + "('customer-order', 'internal-order', 'transfer-order') AND d.state <> 'SHIPPED'";
    private static final String ORDER = " ORDER BY d.priority DESC, CASE WHEN d.due_on IS NULL THEN 1 ELSE 0 END, "
        + "d.due_on, d.id";

    private final StockWork stockWork;
    private final UnitOfWork work;
    private final DocumentBook book;
    private final Locations locations;
    private final CompanyProfiles profiles;
    private final Access access;
    private final Map<String, AllocationStrategy> strategies;

    /** Lives as long as the open book. */
    @Activate
    public AllocationComponent(@Reference StockWork stockWork, @Reference UnitOfWork work,
        @Reference DocumentBook book, @Reference Locations locations, @Reference CompanyProfiles profiles,
        @Reference Access access,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<AllocationStrategy> strategies,
        @Reference Contributions contributions) {
        this.stockWork = stockWork;
        this.work = work;
        this.book = book;
        this.locations = locations;
        this.profiles = profiles;
        this.access = access;
        // lists of services are sorted by rising ranking: the highest stays
        this.strategies = new TreeMap<>(contributions.by(AllocationStrategy::id, strategies));
    }

    private Optional<Refusal> wrong(Choice choice) {
        if (!choice.strategy().isEmpty() && !strategies.containsKey(choice.strategy())) {
            return Optional.of(unknown(choice.strategy()));
        }
        return choice.expiredToo() ? access.refusal(FulfilmentPermission.EXPIRED) : Optional.empty();
    }

    private Refusal unknown(String strategy) {
        return Refusal.of(FulfilmentRefusal.UNKNOWN_STRATEGY, strategy)
            .hint("There are: " + String.join(", ", strategies.keySet()) + ".");
    }

    private Allocator.Terms terms(Choice choice) {
        ZoneId zone = profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        return new Allocator.Terms(strategies, choice, new PlaceTree(locations),
            access.sites(LedgerPermission.RESERVE), zone, false);
    }

    /** Something done with an allocator. */
    @FunctionalInterface
    private interface Serving {

        Outcome<Result> with(Allocator allocator) throws SQLException;

    }

    private Outcome<Result> run(Choice choice, boolean store, Serving serving) {
        Optional<Refusal> wrong = wrong(choice);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        Allocator.Terms terms = terms(choice);
        AtomicInteger attempts = new AtomicInteger();
        StockWork.Work<Result> one = step -> serving.with(new Allocator(book, step,
            attempts.getAndIncrement() < FREE_ATTEMPTS ? terms : terms.locking()));
        return store ? stockWork.write(one) : stockWork.attempt(one);
    }

    private Outcome<Result> run(DocumentId order, Choice choice, boolean anew, boolean store) {
        Optional<Refusal> notOpen = work.read(transaction -> notOpen(transaction, order));
        return notOpen.isPresent() ? Outcome.refused(notOpen.get())
            : run(choice, store, allocator -> allocator.allocate(List.of(order), Set.of(), anew));
    }

    private Optional<Refusal> notOpen(Transaction transaction, DocumentId id) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT kind, state, number, is_open FROM document WHERE id = ?")) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || OrderKind.of(row.getString(1)).isEmpty()) {
                    return Optional.of(Refusal.of(FulfilmentRefusal.UNKNOWN_ORDER, id));
                }
                OrderState state = OrderState.valueOf(row.getString(2));
                return row.getInt(4) == 1 && state != OrderState.SHIPPED ? Optional.empty()
                    : Optional.of(Refusal.of(FulfilmentRefusal.ORDER_NOT_OPEN, row.getString(3), state.title()));
            }
        }
    }

    @Override
    public Outcome<Result> allocate(DocumentId order, Choice choice) {
        return run(order, choice, false, true);
    }

    @Override
    public Outcome<Result> preview(DocumentId order, Choice choice) {
        return run(order, choice, false, false);
    }

    @Override
    public Outcome<Result> reallocate(DocumentId order, Choice choice) {
        return run(order, choice, true, true);
    }

    @Override
    public Outcome<Result> previewAnew(DocumentId order, Choice choice) {
        return run(order, choice, true, false);
    }

    @Override
    public Outcome<Result> allocateAll(Choice choice, Progress progress) {
        return allocate(work.read(transaction -> waiting(transaction, Set.of())), Set.of(), choice, progress);
    }

    /**
     * Holds stock for orders that wait for these items, in the same order and the same transactions.
     *
     * @throws Progress.Cancelled when cancelled
     */
    public Outcome<Result> fill(Set<ItemId> items, Choice choice, Progress progress) {
        return items.isEmpty() ? Outcome.done(new Result(0, List.of(), List.of()))
            : allocate(work.read(transaction -> waiting(transaction, items)), items, choice, progress);
    }

    private Outcome<Result> allocate(List<DocumentId> orders, Set<ItemId> only, Choice choice, Progress progress) {
        Optional<Refusal> wrong = wrong(choice);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        progress.begin("Allocating orders", orders.size());
        int count = 0;
        List<Held> held = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (int from = 0; from < orders.size(); from += BATCH) {
            progress.check();
            List<DocumentId> some = orders.subList(from, Math.min(orders.size(), from + BATCH));
            Outcome<Result> outcome = run(choice, true, allocator -> allocator.allocate(some, only, false));
            if (!outcome.isDone()) {
                return outcome;
            }
            count += outcome.value().orders();
            held.addAll(outcome.value().held());
            missing.addAll(outcome.value().missing());
            progress.worked(some.size());
        }
        return Outcome.done(new Result(count, held, missing));
    }

    /** Open orders as they are served; with items, those that have a line of one. */
    private static List<DocumentId> waiting(Transaction transaction, Set<ItemId> items) throws SQLException {
        List<DocumentId> result = new ArrayList<>();
        String sql = WAITING + ORDER;
        try (PreparedStatement select = transaction.connection().prepareStatement(sql);
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new DocumentId(row.getLong(1)));
            }
        }
        if (!items.isEmpty() && !result.isEmpty()) {
            Set<DocumentId> having = new HashSet<>();
            new BulkSelect(transaction).each(
                "SELECT DISTINCT d.id FROM " + BulkSelect.inOrder() + "document d "
                    + BulkSelect.byIndex("document_open_ix") + "JOIN document_line l "
                    + BulkSelect.by("document_line_unique") + "ON l.document_id = d.id WHERE d.is_open = 1 AND "
                    + "d.kind IN ('customer-order', 'internal-order', 'transfer-order') AND l.item_id IN ",
                items.stream().map(ItemId::value).toList(), "", row -> having.add(new DocumentId(row.getLong(1))));
            result.retainAll(having);
        }
        return result;
    }

    @Override
    public Outcome<Result> release(DocumentId order, List<Integer> lines) {
        Optional<Refusal> notOpen = work.read(transaction -> notOpen(transaction, order));
        return notOpen.isPresent() ? Outcome.refused(notOpen.get())
            : stockWork.write(step -> release(step, order, lines));
    }

    private Outcome<Result> release(StockStep step, DocumentId id, List<Integer> numbers) throws SQLException {
        Document order = book.lock(step.transaction(), id).orElseThrow();
        Set<LineId> lines = new HashSet<>();
        for (int number : numbers) {
            Optional<DocumentLine> line = order.line(number);
            if (line.isEmpty()) {
                return Outcome.refused(FulfilmentRefusal.UNKNOWN_LINE, order.number(), number);
            }
            lines.add(line.get().id());
        }
        // the parts of a kit stand behind it
        order.lines().stream().filter(line -> line.parent().filter(lines::contains).isPresent())
            .forEach(line -> lines.add(line.id()));
        step.release(new AllocationRows(step.transaction()).heldFor(List.of(id)).stream()
            .filter(row -> row.stage() == AllocationRows.Stage.HELD)
            .filter(row -> numbers.isEmpty() || lines.contains(row.line()))
            .map(row -> StockStep.Take.all(row.reservation())).toList());
        book.tell(step.transaction(), id, "released", "");
        new OrderStates(book, step.transaction()).settle(List.of(id));
        return Outcome.done(new Result(1, List.of(), List.of()));
    }

    @Override
    public List<Held> held(DocumentId order) {
        return work.read(transaction -> {
            List<Held> result = new ArrayList<>();
            for (Document one : book.read(transaction, List.of(order))) {
                for (AllocationRows.Row row : new AllocationRows(transaction).ofDocuments(List.of(order))) {
                    one.lines().stream().filter(line -> line.id().equals(row.line())).findFirst()
                        .ifPresent(line -> result.add(new Held(one.number(), line.line(), line.item(),
                            row.locationCode(), row.lot(), new Quantity(row.open(), line.quantity().unit()),
                            row.stage().name().toLowerCase(java.util.Locale.ROOT))));
                }
            }
            result.sort(java.util.Comparator.comparing(Held::line).thenComparing(Held::location)
                .thenComparing(Held::lot));
            return result;
        });
    }

    @Override
    public List<Policy> policies() {
        return work.read(transaction -> Policies.read(transaction).all());
    }

    @Override
    public Outcome<Policy> setPolicy(Policy policy) {
        if (!policy.strategy().isEmpty() && !strategies.containsKey(policy.strategy())) {
            return Outcome.refused(unknown(policy.strategy()));
        }
        if (policy.remainingDays().filter(days -> days < 0 || days > MOST_DAYS).isPresent()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.BAD_DAYS, policy.remainingDays().get())
                .hint("Give 0 to " + MOST_DAYS + " days."));
        }
        return work.write(transaction -> {
            Optional<Long> subject = Policies.subject(transaction, policy.level(), policy.subject());
            if (subject.isEmpty()) {
                return Outcome.refused(FulfilmentRefusal.UNKNOWN_SUBJECT,
                    policy.level().name().toLowerCase(java.util.Locale.ROOT), policy.subject());
            }
            Policies.save(transaction, policy, subject.get());
            transaction.tell("SET_ALLOCATION_POLICY", "allocation-policy",
                (policy.level().name() + " " + policy.subject()).strip(),
                Map.of("strategy", policy.strategy(), "sourcing", policy.sourcing().map(Sourcing::name).orElse(""),
                    "remaining days", policy.remainingDays().map(String::valueOf).orElse("")));
            return Outcome.done(policy);
        });
    }

    /** The longest shelf life that can be asked for. */
    private static final int MOST_DAYS = 36_500;

    @Override
    public List<Strategy> strategies() {
        return strategies.values().stream().map(one -> new Strategy(one.id(), one.title())).toList();
    }

}
