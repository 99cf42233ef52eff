package org.stockwright.persistence.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that refuses to serialise again and again: trying the whole work again stores each one exactly once. */
class RetryIT {

    private static final int THREADS = 8;
    private static final int EACH = Boolean.getBoolean("stockwright.nightly") ? 1_000 : 150;
    private static final int ROWS = 50;

    @TempDir
    private Path folder;

    @Test
    void aStormOfSerializationFailuresLosesNothing() throws Exception {
        ServerStores.onServer(folder);
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("RetryIT: -Dstockwright.seed=" + seed);
        var database = TestDatabases.empty();
        try (ServerStores store = ServerStores.open(database, "tester", true).value()) {
            for (int row = 0; row < ROWS; row++) {
                store.execute("INSERT INTO setting VALUES ('row" + row + "', '0', 0)").value();
            }
            AtomicInteger failed = new AtomicInteger();
            try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
                List<Future<?>> running = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    Random random = new Random(seed + thread);
                    running.add(pool.submit(() -> run(store.work(), random, failed)));
                }
                for (Future<?> one : running) {
                    one.get();
                }
            }
            UnitOfWork.Statistics statistics = store.work().statistics();
            System.out.println("RetryIT: " + statistics);
            assertThat(statistics.conflicts()).isPositive();
            assertThat(failed.get()).isLessThanOrEqualTo(THREADS * EACH / 1_000);
            assertThat(store.number("SELECT SUM(text::int) FROM setting WHERE name LIKE 'row%'"))
                .isEqualTo(THREADS * EACH - failed.get());
        } finally {
            TestDatabases.drop(database);
        }
    }

    private static void run(UnitOfWork work, Random random, AtomicInteger failed) {
        for (int i = 0; i < EACH; i++) {
            int row = random.nextInt(ROWS);
            try {
                work.write(transaction -> count(transaction, "row" + row)).value();
            } catch (StoreException e) {
                failed.incrementAndGet();
            }
        }
    }

    /** Reads, then writes what it read and one more: right only when nobody came between. */
    private static Outcome<Boolean> count(Transaction transaction, String name) throws SQLException {
        Connection connection = transaction.connection();
        try (Statement serializable = connection.createStatement()) {
            serializable.execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
        }
        int count;
        try (PreparedStatement select = connection.prepareStatement("SELECT text FROM setting WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                count = Integer.parseInt(row.getString(1));
            }
        }
        // time for others to come between, however the machine is used
        LockSupport.parkNanos(500_000);
        try (PreparedStatement update = connection.prepareStatement("UPDATE setting SET text = ? WHERE name = ?")) {
            update.setString(1, Integer.toString(count + 1));
            update.setString(2, name);
            update.executeUpdate();
        }
        return Outcome.done(Boolean.TRUE);
    }

}
