package org.stockwright.bench.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.bench.BenchmarkRefusal;
import org.stockwright.bench.BenchmarkRow;
import org.stockwright.bench.Benchmarks;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Units;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.Packing;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.Verification;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.Valuation;

/** Prepares the ledger and lets the sides of a workload compete. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.bench.Benchmarks")
public final class BenchmarksComponent implements Benchmarks, Guarded {

    private static final int BATCH = 500;
    private static final int LARGEST_LEDGER = 100_000_000;
    private static final int MOST_ROUNDS = 1_000;
    /** How long each side warms up: by default long enough for the compiler to have seen the loops. */
    private static final String WARM_UP = "stockwright.bench.warmup.seconds";
    private static final long WARM_UP_SECONDS = 5;

    private final UnitOfWork work;
    private final Items items;
    private final Units units;
    private final Locations locations;
    private final Verification verification;
    private final Valuation valuation;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(Workload workload, BiFunction<TestBook, TestBalances, Contest> contest) {
    }

    @Activate
    public BenchmarksComponent(@Reference UnitOfWork work, @Reference Items items, @Reference Units units,
        @Reference Locations locations, @Reference Ledger ledger, @Reference Stock stock,
        @Reference Reservations reservations, @Reference Verification verification, @Reference Valuation valuation,
        @Reference CostSettings settings, @Reference Orders orders, @Reference Allocation allocation,
        @Reference Picking picking, @Reference Packing packing, @Reference Shipping shipping,
        @Reference Partners partners, @Reference CompanyProfiles companies) {
        this.work = work;
        this.items = items;
        this.units = units;
        this.locations = locations;
        this.verification = verification;
        this.valuation = valuation;
        add("post-single", "a receipt of one movement, committed and acknowledged by itself",
            (book, balances) -> new PostingContest(ledger, work, book, balances, 1, false));
        add("post-batch", "a receipt of one movement, " + BATCH + " of different items in a transaction",
            (book, balances) -> new PostingContest(ledger, work, book, balances, BATCH, false));
        add("post-batch-hot", "a receipt of one movement, " + BATCH + " of one item in a transaction",
            (book, balances) -> new PostingContest(ledger, work, book, balances, BATCH, true));
        add("order-lines", "a line of an outgoing order of ten: held when the order comes, then posted",
            (book, balances) -> new OrderContest(reservations, work, book, balances));
        OutgoingContest.Way way = new OutgoingContest.Way(orders, allocation, picking, packing, shipping, partners,
            companies);
        add("order-flow", "a line of a customer's order of ten: placed, allocated, picked, packed, shipped",
            (book, balances) -> new OutgoingContest(way, work, book, balances));
        add("allocate-orders",
            "an order of three lines, allocated together with all others that wait; --n says how many",
            (book, balances) -> new AllocationContest(way, work, book, balances));
        add("on-hand-item", "the stock of one item, another one each time",
            (book, balances) -> OnHandContest.item(stock, work, book, false));
        add("on-hand-hot-item", "the stock of the item that has a tenth of all movements",
            (book, balances) -> OnHandContest.item(stock, work, book, true));
        add("on-hand-all", "the stock of all items", (book, balances) -> OnHandContest.all(stock, work));
        add("on-hand-all-past", "the stock of all items at instants all over the last year",
            (book, balances) -> OnHandContest.past(stock, work, false));
        add("on-hand-all-known", "the stock of all items at instants all over the last year, as known a month later",
            (book, balances) -> OnHandContest.past(stock, work, true));
        add("fifo-layers", "an issue of one piece by FIFO; --ledger says how many layers are open",
            (book, balances) -> new LayersContest(ledger, settings, work, book, balances));
        add("recompute", "all movements of the item that has a tenth of them, valued in memory by FIFO",
            (book, balances) -> new RecomputeContest(valuation, work, book));
        add("backdate", "a receipt by FIFO before half of the movements of the item that has a tenth of them",
            (book, balances) -> new BackdateContest(ledger, settings, work, book, balances, false));
        add("backdate-all", "a receipt by FIFO before all movements of the item that has a tenth of them",
            (book, balances) -> new BackdateContest(ledger, settings, work, book, balances, true));
        add("value-all-past", "the value of all items at instants all over the last year",
            (book, balances) -> new PastValueContest(valuation, work));
    }

    private void add(String id, String description, BiFunction<TestBook, TestBalances, Contest> contest) {
        entries.put(id, new Entry(new Workload(id, description), contest));
    }

    @Override
    public List<Workload> list() {
        return entries.values().stream().map(Entry::workload).toList();
    }

    @Override
    public synchronized Outcome<List<BenchmarkRow>> run(String workload, int n, int ledgerSize, int rounds,
        Progress progress) {
        Entry entry = entries.get(workload);
        if (entry == null) {
            return Outcome.refused(Refusal.of(BenchmarkRefusal.UNKNOWN_WORKLOAD, workload)
                .hint("The workloads are " + String.join(", ", entries.keySet()) + "."));
        }
        if (n < 1) {
            return Outcome.refused(BenchmarkRefusal.OUT_OF_RANGE, "n", n, "at least 1");
        }
        if (ledgerSize < 0 || ledgerSize > LARGEST_LEDGER) {
            return Outcome.refused(BenchmarkRefusal.OUT_OF_RANGE, "the size of the ledger", ledgerSize,
                "0 to " + LARGEST_LEDGER);
        }
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            return Outcome.refused(BenchmarkRefusal.OUT_OF_RANGE, "the number of rounds", rounds,
                "1 to " + MOST_ROUNDS);
        }
        TestBook book = TestBook.make(items, units, locations, ledgerSize);
        TestBalances balances = TestBalances.make(work, locations, book);
        boolean layers = workload.startsWith("fifo-");
        new LedgerFiller(work, book, balances).fill(layers ? 0 : ledgerSize, progress);
        // a ledger that grew over a year is sealed and has its checkpoints; making them is not what is measured
        verification.catchUp(Progress.silent(progress::isCancelled));
        Contest prepared = entry.contest.apply(book, balances);
        prepared.prepare(ledgerSize);
        valuation.catchUp(progress).value();
        progress.begin("Measuring " + workload, rounds);
        Rounds contest = new Rounds(prepared, n, progress);
        List<BenchmarkRow> rows = contest.measure(workload, rounds,
            Long.getLong(WARM_UP, WARM_UP_SECONDS) * 1_000_000_000L);
        if (contest.seen() == 0) {
            throw new IllegalStateException("the workload " + workload + " did nothing");
        }
        return Outcome.done(rows);
    }

}
