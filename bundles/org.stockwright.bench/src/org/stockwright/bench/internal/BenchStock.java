package org.stockwright.bench.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.stockwright.base.Outcome;
import org.stockwright.ledger.MovementKind;
import org.stockwright.persistence.UnitOfWork;

/** Receives what workloads of outgoing orders take, where it is not there already. */
final class BenchStock {

    private static final int BATCH = 500;
    /** As much as many rounds take. */
    private static final long STOCK = 1_000_000;

    private final UnitOfWork work;
    private final TestBook book;
    private final TestBalances balances;

    BenchStock(UnitOfWork work, TestBook book, TestBalances balances) {
        this.work = work;
        this.book = book;
        this.balances = balances;
    }

    /** Fills the first bin with each of so many items. */
    void fill(String run, int items) {
        List<Integer> missing = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            if (balances.onHand(item, TestBook.FIRST_BIN) < STOCK / 2) {
                missing.add(item);
            }
        }
        for (int first = 0; first < missing.size(); first += BATCH) {
            List<Integer> part = missing.subList(first, Math.min(missing.size(), first + BATCH));
            work.write(transaction -> {
                long id = transaction.nextIds("posting_seq", part.size());
                long seq = transaction.nextIds("movement_seq", part.size());
                long now = ChronoUnit.MICROS.between(Instant.EPOCH, transaction.now());
                try (MovementRows rows = new MovementRows(transaction)) {
                    for (int i = 0; i < part.size(); i++) {
                        int item = part.get(i);
                        rows.add(new MovementRows.Row(run + "stock-" + item, MovementKind.RECEIPT.name(),
                            book.items().get(item).value(), balances.id(item, TestBook.SUPPLIER), false,
                            balances.id(item, TestBook.FIRST_BIN), true, STOCK, now, now), id + i, seq + i);
                    }
                    rows.write();
                }
                return Outcome.done(part.size());
            }).value();
        }
    }

}
