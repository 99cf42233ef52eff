package org.stockwright.bench.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.ItemId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.documents.Document;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.persistence.UnitOfWork;

/**
 * Many orders that wait are allocated at once. Placing them is not measured; the other side holds one piece for each line
 * with the same statements, a hundred orders to a transaction.
 */
final class AllocationContest implements Contest {

    private static final int LINES = 3;
    private static final int ITEMS = 1_000;
    private static final int BATCH = 100;

    private final OutgoingContest.Way way;
    private final UnitOfWork work;
    private final TestBook book;
    private final TestBalances balances;
    private final String run = "bench-alloc-" + Long.toString(System.nanoTime(), 36) + "-";
    private final PartnerId customer;
    private final Map<ItemId, Integer> indexes = new HashMap<>();
    private final List<Document> placed = new ArrayList<>();
    private final OutgoingRows rows;
    private long next;

    AllocationContest(OutgoingContest.Way way, UnitOfWork work, TestBook book, TestBalances balances) {
        this.way = way;
        this.work = work;
        this.book = book;
        this.balances = balances;
        this.customer = way.customer();
        for (int i = 0; i < ITEMS; i++) {
            indexes.put(book.items().get(i), i);
        }
        this.rows = new OutgoingRows(work, customer.value(), book.place(TestBook.FIRST_BIN).value(),
            book.place(TestBook.CUSTOMER).value());
    }

    @Override
    public void prepare(int ledgerSize) {
        new BenchStock(work, book, balances).fill(run, ITEMS);
    }

    private int item(long number) {
        return (int) (number * 7L % ITEMS);
    }

    /** The orders of the round before are cancelled, so that only the new ones wait. */
    @Override
    public void before(int operations) {
        placed.forEach(order -> way.orders().cancel(order.id(), List.of(), "the round is over").value());
        placed.clear();
        List<OrderRequest> requests = new ArrayList<>();
        for (int order = 0; order < operations; order++) {
            List<OrderRequest.Line> lines = new ArrayList<>();
            for (int i = 0; i < LINES; i++) {
                lines.add(OrderRequest.Line.of(book.items().get(item(next + i)), Quantity.of(1, Unit.EACH)));
            }
            requests.add(OrderRequest.customer(run + next, customer, lines).from(book.bin(0)).about(run + next));
            next += LINES;
            if (requests.size() == BATCH || order == operations - 1) {
                placed.addAll(way.orders().placeAll(requests).value());
                requests.clear();
            }
        }
    }

    @Override
    public long stockwright(int operations, Progress progress) {
        Allocation.Result result = way.allocation().allocateAll(Allocation.Choice.BY_POLICY, progress).value();
        if (!result.missing().isEmpty() || result.held().size() != operations * LINES) {
            throw new IllegalStateException("not all orders were allocated: " + result.missing());
        }
        return result.held().size();
    }

    @Override
    public long raw(int operations, Progress progress) {
        long sum = 0;
        for (int first = 0; first < placed.size(); first += BATCH) {
            progress.check();
            sum += rows.allocate(run + "raw-", placed.subList(first, Math.min(placed.size(), first + BATCH)),
                line -> balances.id(indexes.get(line.itemId()), TestBook.FIRST_BIN));
        }
        return sum;
    }

}
