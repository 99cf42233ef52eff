package org.stockwright.bench.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.ReservationId;
import org.stockwright.base.Unit;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Reservations;
import org.stockwright.persistence.UnitOfWork;

/** Outgoing orders of ten lines: each line is held when the order comes, and posted when it is picked. */
final class OrderContest implements Contest {

    private static final int LINES = 10;
    private static final int ITEMS = 1_000;

    private final Reservations reservations;
    private final UnitOfWork work;
    private final TestBook book;
    private final TestBalances balances;
    private final String run = "bench-order-" + Long.toString(System.nanoTime(), 36) + "-";
    private long next;

    /** Receives what the orders will take, where it is not there already. */
    OrderContest(Reservations reservations, UnitOfWork work, TestBook book, TestBalances balances) {
        this.reservations = reservations;
        this.work = work;
        this.book = book;
        this.balances = balances;
        new BenchStock(work, book, balances).fill(run, ITEMS);
    }

    private static int item(long number) {
        return (int) (number * 7L % ITEMS);
    }

    @Override
    public long stockwright(int operations, Progress progress) {
        long sum = 0;
        for (int done = 0; done < operations; done += LINES) {
            progress.check();
            int lines = Math.min(LINES, operations - done);
            long first = next;
            next += lines;
            List<ReservationId> held = new ArrayList<>(lines);
            for (int i = 0; i < lines; i++) {
                held.add(reservations.hold(new Reservations.Request(run + (first + i),
                    book.items().get(item(first + i)),
                    book.bin(0).orElseThrow(), "", PartnerId.SELF, MovementLine.AVAILABLE, Quantity.of(1, Unit.EACH),
                    run + first, Optional.empty())).value().id());
            }
            Instant now = work.clock().instant();
            for (int i = 0; i < lines; i++) {
                sum += reservations.post(held.get(i), new PostingRequest(run + (first + i), now,
                    List.of(MovementLine.of(MovementKind.ISSUE, book.items().get(item(first + i)),
                        Quantity.of(1, Unit.EACH), book.bin(0), Optional.of(book.place(TestBook.CUSTOMER)))),
                    "", "", "")).value().firstSeq();
            }
        }
        return sum;
    }

    @Override
    public long raw(int operations, Progress progress) {
        long sum = 0;
        for (int done = 0; done < operations; done += LINES) {
            progress.check();
            int lines = Math.min(LINES, operations - done);
            long first = next;
            next += lines;
            List<Long> held = new ArrayList<>(lines);
            for (int i = 0; i < lines; i++) {
                long number = first + i;
                held.add(work.write(transaction -> Outcome.done(new OrderRows(transaction).hold(run + number,
                    balances.id(item(number), TestBook.FIRST_BIN)))).value());
            }
            for (int i = 0; i < lines; i++) {
                long number = first + i;
                int item = item(number);
                long reservation = held.get(i);
                sum += work.write(transaction -> {
                    new OrderRows(transaction).post(run + number, reservation, book.items().get(item).value(),
                        balances.id(item, TestBook.FIRST_BIN), balances.id(item, TestBook.CUSTOMER));
                    return Outcome.done(1);
                }).value();
            }
        }
        return sum;
    }

}
