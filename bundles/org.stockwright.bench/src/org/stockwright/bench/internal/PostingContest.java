package org.stockwright.bench.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.ledger.BulkResult;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Ledger.BulkMode;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** Receipts of one movement each, by the ledger or by plain statements, so many in a transaction. */
final class PostingContest implements Contest {

    private static final BigDecimal PRICE = new BigDecimal("4.25");

    private final Ledger ledger;
    private final UnitOfWork work;
    private final TestBook book;
    private final TestBalances balances;
    private final int perTransaction;
    private final boolean hot;
    private final String run = "bench-" + Long.toString(System.nanoTime(), 36) + "-";
    private long next;

    /**
     * Receipts.
     *
     * @param perTransaction 1 for one by one, else so many in a batch
     * @param hot whether all are of one item
     */
    PostingContest(Ledger ledger, UnitOfWork work, TestBook book, TestBalances balances, int perTransaction,
        boolean hot) {
        this.ledger = ledger;
        this.work = work;
        this.book = book;
        this.balances = balances;
        this.perTransaction = perTransaction;
        this.hot = hot;
    }

    private int item(long number) {
        return hot ? 0 : (int) (number % book.items().size());
    }

    @Override
    public long stockwright(int operations, Progress progress) {
        Instant now = work.clock().instant();
        List<PostingRequest> requests = new ArrayList<>(operations);
        for (int i = 0; i < operations; i++) {
            long number = next++;
            requests.add(new PostingRequest(run + number, now,
                List.of(MovementLine.of(MovementKind.RECEIPT, book.items().get(item(number)),
                    Quantity.of(1, Unit.EACH), Optional.of(book.place(TestBook.SUPPLIER)), book.bin(0))
                    .withUnitCost(PRICE)),
                "", "", ""));
        }
        if (perTransaction == 1) {
            return requests.stream().mapToLong(request -> {
                progress.check();
                return ledger.post(request).value().firstSeq();
            }).sum();
        }
        // Progress of the measured work would disturb the measure's own.
        BulkResult result = ledger.postAll(requests, BulkMode.ALL_OR_NOTHING, Progress.silent(progress::isCancelled));
        if (result.posted() != operations) {
            throw new IllegalStateException("the benchmark's receipts were refused: " + result.refusals());
        }
        return result.posted();
    }

    @Override
    public long raw(int operations, Progress progress) {
        long sum = 0;
        for (int done = 0; done < operations; done += perTransaction) {
            progress.check();
            int count = Math.min(perTransaction, operations - done);
            long first = next;
            next += count;
            sum += work.write(transaction -> Outcome.done(receive(transaction, first, count))).value();
        }
        return sum;
    }

    private long receive(Transaction transaction, long first, int count) throws java.sql.SQLException {
        long id = transaction.nextIds("posting_seq", count);
        long seq = transaction.nextIds("movement_seq", count);
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, transaction.now());
        long value = transaction.nextIds("movement_seq", count);
        try (MovementRows rows = new MovementRows(transaction); ValueRows values = new ValueRows(transaction)) {
            for (int i = 0; i < count; i++) {
                int item = item(first + i);
                rows.add(new MovementRows.Row(run + (first + i), MovementKind.RECEIPT.name(),
                    book.items().get(item).value(), balances.id(item, TestBook.SUPPLIER), false,
                    balances.id(item, TestBook.FIRST_BIN), true, 1, now, now), id + i, seq + i);
                values.add(value + i, book.items().get(item).value(), seq + i, now, now);
            }
            rows.write();
            values.write();
        }
        return seq;
    }

}
