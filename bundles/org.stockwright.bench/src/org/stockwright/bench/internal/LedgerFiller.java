package org.stockwright.bench.internal;

import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.MovementKind;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/**
 * Fills the ledger to a size, over the last 365 days: half receipts, a fifth transfers, three tenths issues, never more
 * than lies there; every tenth movement is of the first item. A quarter is recorded days after it took effect. Written
 * by plain statements, for speed; the book stays sound.
 */
final class LedgerFiller {

    private static final int BATCH = 1_000;
    /** Every so many-th movement is of the first item. */
    private static final int HOT = 10;
    private static final int MOST_TAKEN = 20;
    private static final long YEAR_MICROS = 365L * 86_400 * 1_000_000;
    private static final long LATEST_DELAY_MICROS = 40L * 86_400 * 1_000_000;
    private static final long SEED = 20_260_115;

    private final UnitOfWork work;
    private final TestBook book;
    private final TestBalances balances;
    private final Random random = new Random(SEED);
    /** What was to be taken out when nothing was there: made up for as soon as there is. */
    private final Map<MovementKind, Integer> owed = new EnumMap<>(MovementKind.class);

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
        long start = now - YEAR_MICROS;
        long step = YEAR_MICROS / (size - there + 1);
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
                rows.add(row(first + i, run + (first + i), recorded - delay, recorded), id + i, seq + i);
            }
            rows.write();
        }
    }

    private MovementRows.Row row(long number, String key, long effective, long recorded) {
        int item = number % HOT == 0 ? 0 : random.nextInt(book.items().size());
        int start = random.nextInt(TestBook.BINS);
        int quantity = 1 + random.nextInt(MOST_TAKEN);
        MovementKind kind = kind();
        if (kind != MovementKind.RECEIPT) {
            int bin = binWith(item, start, quantity);
            if (bin >= 0) {
                int other = TestBook.FIRST_BIN + (bin - TestBook.FIRST_BIN + 1 + random.nextInt(TestBook.BINS - 1))
                    % TestBook.BINS;
                int to = kind == MovementKind.ISSUE ? TestBook.CUSTOMER : other;
                return row(key, kind, item, bin, to, quantity, effective, recorded);
            }
            owed.merge(kind, 1, Integer::sum);
        }
        return row(key, MovementKind.RECEIPT, item, TestBook.SUPPLIER, TestBook.FIRST_BIN + start,
            2 * MOST_TAKEN + quantity, effective, recorded);
    }

    /** Five of ten come in, two change places, three go out; what is owed comes before another receipt. */
    private MovementKind kind() {
        int choice = random.nextInt(10);
        if (choice >= 5) {
            return choice < 7 ? MovementKind.TRANSFER : MovementKind.ISSUE;
        }
        for (MovementKind kind : owed.keySet()) {
            if (owed.get(kind) > 0) {
                owed.merge(kind, -1, Integer::sum);
                return kind;
            }
        }
        return MovementKind.RECEIPT;
    }

    /** The next bin from here on with so much of the item; negative when there is none. */
    private int binWith(int item, int start, int quantity) {
        for (int i = 0; i < TestBook.BINS; i++) {
            int bin = TestBook.FIRST_BIN + (start + i) % TestBook.BINS;
            if (balances.onHand(item, bin) >= quantity) {
                return bin;
            }
        }
        return -1;
    }

    private MovementRows.Row row(String key, MovementKind kind, int item, int from, int to, int quantity,
        long effective, long recorded) {
        balances.add(item, from, -quantity);
        balances.add(item, to, quantity);
        return new MovementRows.Row(key, kind.name(), book.items().get(item).value(), balances.id(item, from),
            from >= TestBook.FIRST_BIN, balances.id(item, to), to >= TestBook.FIRST_BIN, quantity, effective,
            recorded);
    }

    /** As a database that grew over a year would know them. */
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
                    // the tables are their owner's, whom the login may act for until the transaction ends
                    analyze.execute("SET LOCAL ROLE NONE");
                    analyze.execute("ANALYZE " + table);
                }
            }
        }
    }

}
