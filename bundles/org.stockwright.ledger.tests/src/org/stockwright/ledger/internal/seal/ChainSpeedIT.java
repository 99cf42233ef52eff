package org.stockwright.ledger.internal.seal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.Transaction;

import static org.assertj.core.api.Assertions.assertThat;

/** How long a ledger takes to be sealed and verified. */
class ChainSpeedIT extends SealWorld {

    private static final boolean NIGHTLY = Boolean.getBoolean("stockwright.nightly");
    private static final int MOVEMENTS = NIGHTLY ? 1_000_000 : 30_000;
    /** A million in half a minute. */
    private static final double VERIFIED_PER_SECOND = 1_000_000 / 30.0;
    private static final double NANOS = 1e9;
    private static final int BATCH = 1_000;
    private static final int BALANCES = 20_000;

    private final Random random = new Random(42);

    /** What it took: the processor tells what the same is on a quiet machine. */
    private record Took(double seconds, double processor) {

        @Override
        public String toString() {
            return "%.1f s (processor %.1f s)".formatted(seconds, processor);
        }

    }

    private static Took took(Runnable timed) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long processor = threads.getCurrentThreadCpuTime();
        timed.run();
        return new Took((System.nanoTime() - start) / NANOS, (threads.getCurrentThreadCpuTime() - processor) / NANOS);
    }

    @BeforeAll
    @Override
    void openWorld() {
        System.setProperty(Sealer.SWITCH, "off");
        try {
            super.openWorld();
        } finally {
            System.clearProperty(Sealer.SWITCH);
        }
    }

    @Test
    void aMillionMovementsAreVerifiedInHalfAMinute() {
        fill();
        Took sealed = took(this::seal);
        Took first = took(this::isSound);
        Took second = took(this::isSound);
        System.out.printf("ChainSpeedIT: %d movements sealed in %s, verified in %s and %s%n", MOVEMENTS, sealed, first,
            second);
        // the short form runs on busy machines: a tenth of the speed shows that nothing is scanned again and again
        double perSecond = MOVEMENTS / Math.min(first.seconds, second.seconds);
        assertThat(perSecond).isGreaterThan(NIGHTLY ? VERIFIED_PER_SECOND : VERIFIED_PER_SECOND / 10);
    }

    /** One posting per movement: the most there is to read. */
    private void fill() {
        warehouse.manyItems("F", BALANCES / 2);
        List<Long> items = numbers("SELECT id FROM item WHERE code LIKE 'F%' ORDER BY id");
        long[] firstBalance = { 0 };
        warehouse.work().write(transaction -> {
            firstBalance[0] = transaction.nextIds("balance_seq", BALANCES);
            balances(transaction, items, firstBalance[0]);
            return Outcome.done(true);
        }).value();
        for (int done = 0; done < MOVEMENTS; done += BATCH) {
            int from = done;
            warehouse.work().write(transaction -> {
                batch(transaction, items, firstBalance[0], from);
                return Outcome.done(true);
            }).value();
        }
    }

    private void balances(Transaction transaction, List<Long> items, long first) throws SQLException {
        long[] places = { warehouse.place("SUPPLIER").id().value(), warehouse.place("A1").id().value() };
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO balance (id, item_id, "
            + "location_id, lot_id, owner_id, status, handling_unit_id, kept, negative_allowed, on_hand, reserved) "
            + "VALUES (?, ?, ?, 0, 0, 'AVAILABLE', 0, ?, 1, 0, 0)")) {
            for (int i = 0; i < BALANCES; i++) {
                insert.setLong(1, first + i);
                insert.setLong(2, items.get(i / 2));
                insert.setLong(3, places[i % 2]);
                insert.setInt(4, i % 2);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void batch(Transaction transaction, List<Long> items, long firstBalance, int from) throws SQLException {
        long posting = transaction.nextIds("posting_seq", BATCH);
        long seq = transaction.nextIds("movement_seq", BATCH);
        try (
            PreparedStatement head = transaction.connection().prepareStatement("INSERT INTO posting (id, posting_key, "
                + "content_hash, reference, user_name, recorded_at) VALUES (?, ?, ?, ?, 'filler', ?)");
            PreparedStatement line = transaction.connection().prepareStatement("INSERT INTO movement (seq, posting_id, "
                + "line, kind, item_id, from_balance_id, to_balance_id, quantity, entered_quantity, entered_unit, "
                + "unit_cost, effective_at, recorded_at) VALUES (?, ?, 1, 'RECEIPT', ?, ?, ?, ?, ?, 'PCS', ?, ?, ?)")) {
            for (int i = 0; i < BATCH; i++) {
                long at = 1_700_000_000_000_000L + (from + i) * 1_000L;
                int item = random.nextInt(BALANCES / 2);
                BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(1_000));
                head.setLong(1, posting + i);
                head.setString(2, "fill-" + (from + i));
                head.setString(3, "0123456789abcdef".repeat(4));
                head.setString(4, "PO-" + i);
                head.setLong(5, at);
                head.addBatch();
                line.setLong(1, seq + i);
                line.setLong(2, posting + i);
                line.setLong(3, items.get(item));
                line.setLong(4, firstBalance + 2L * item);
                line.setLong(5, firstBalance + 2L * item + 1);
                line.setBigDecimal(6, quantity);
                line.setBigDecimal(7, quantity);
                line.setBigDecimal(8, new BigDecimal("1.25"));
                line.setLong(9, at);
                line.setLong(10, at);
                line.addBatch();
            }
            head.executeBatch();
            line.executeBatch();
        }
    }

}
