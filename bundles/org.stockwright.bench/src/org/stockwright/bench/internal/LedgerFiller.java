package org.stockwright.bench.internal;

import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/**
 * Fills the ledger to a size: receipts, issues and transfers over the last two years, some recorded days after they took
 * effect, a tenth of them of one hot item. Written by plain statements, for speed; the book stays sound.
 */
final class LedgerFiller {

    private static final int BATCH = 1_000;
    private static final long YEARS_MICROS = 730L * 86_400 * 1_000_000;
    private static final long LATEST_DELAY_MICROS = 40L * 86_400 * 1_000_000;
    private static final long SEED = 20_260_115;

    private final UnitOfWork work;
    private final TestBook book;
    private final TestBalances balances;
    private final Random random = new Random(SEED);

    LedgerFiller(UnitOfWork work, TestBook book, TestBalances balances) {
        this.work = work;
        this.book = book;
        this.balances = balances;
    }

    /** Adds movements until there are so many. */
    void fill(int size, Progress progress) {
        long there = work.read(LedgerFiller::movements);
        if (there >= size) {
            return;
        }
        progress.begin("Filling the ledger", size - there);
        String run = "bench-fill-" + Long.toString(System.nanoTime(), 36) + "-";
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, work.clock().instant());
        long start = now - YEARS_MICROS;
        long step = YEARS_MICROS / (size - there + 1);
        for (long done = there; done < size; done += BATCH) {
            progress.check();
            int count = (int) Math.min(BATCH, size - done);
            long first = done - there;
            work.write(transaction -> {
                batch(transaction, run, first, count, start, step);
                return Outcome.done(count);
            }).value();
            progress.worked(count);
        }
        work.write(transaction -> {
            updateStatistics(transaction);
            return Outcome.done(size);
        }).value();
    }

    private static long movements(Transaction transaction) throws SQLException {
        try (Statement select = transaction.connection().createStatement();
            ResultSet row = select.executeQuery("SELECT COUNT(*) FROM movement")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void batch(Transaction transaction, String run, long first, int count, long start, long step)
        throws SQLException {
        long id = transaction.nextIds("posting_seq", count);
        long seq = transaction.nextIds("movement_seq", count);
        try (MovementRows rows = new MovementRows(transaction)) {
            for (int i = 0; i < count; i++) {
                long recorded = start + (first + i) * step;
                long delay = random.nextInt(4) == 0 ? random.nextLong(LATEST_DELAY_MICROS) : 0;
                rows.add(row(run + (first + i), recorded - delay, recorded), id + i, seq + i);
            }
            rows.write();
        }
    }

    private MovementRows.Row row(String key, long effective, long recorded) {
        int item = random.nextInt(10) == 0 ? 0 : random.nextInt(book.items().size());
        int bin = TestBook.FIRST_BIN + random.nextInt(book.places().size() - TestBook.FIRST_BIN);
        int quantity = 1 + random.nextInt(20);
        boolean enough = balances.onHand(item, bin) >= quantity;
        int choice = random.nextInt(10);
        if (enough && choice < 5) {
            return row(key, "ISSUE", item, bin, TestBook.CUSTOMER, quantity, effective, recorded);
        }
        if (enough && choice == 5) {
            int other = bin + 1 < book.places().size() ? bin + 1 : TestBook.FIRST_BIN;
            return row(key, "TRANSFER", item, bin, other, quantity, effective, recorded);
        }
        return row(key, "RECEIPT", item, TestBook.SUPPLIER, bin, 2 * quantity, effective, recorded);
    }

    private MovementRows.Row row(String key, String kind, int item, int from, int to, int quantity, long effective,
        long recorded) {
        balances.add(item, from, -quantity);
        balances.add(item, to, quantity);
        return new MovementRows.Row(key, kind, book.items().get(item).value(), balances.id(item, from),
            from >= TestBook.FIRST_BIN, balances.id(item, to), to >= TestBook.FIRST_BIN, quantity, effective,
            recorded);
    }

    /** As a database that grew over two years would know them. */
    private static void updateStatistics(Transaction transaction) throws SQLException {
        for (String table : List.of("movement", "balance", "posting", "item")) {
            if (transaction.dialect() == Dialect.DERBY) {
                try (CallableStatement call = transaction.connection()
                    .prepareCall("CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS(CURRENT SCHEMA, ?, NULL)")) {
                    call.setString(1, table.toUpperCase(java.util.Locale.ROOT));
                    call.execute();
                }
            } else {
                try (Statement analyze = transaction.connection().createStatement()) {
                    analyze.execute("ANALYZE " + table);
                }
            }
        }
    }

}
