package org.stockwright.persistence.internal;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Somebody holds a row for too long: whoever waits is told who it is, and stores nothing. */
class LockTimeoutIT {

    private static final String CHANGE = "UPDATE setting SET text = 'x' WHERE name = 'held'";

    @TempDir
    private Path folder;

    @Test
    void whoeverWaitsInThisProgramIsToldOfTheOther() throws Exception {
        System.setProperty(StoreEngine.LOCK_SECONDS, "2");
        try (TestStore store = TestStore.open(folder)) {
            store.set("held", "1").value();
            UnitOfWork work = store.work();
            UnitOfWork.Statistics before = work.statistics();
            whileHeld(work, () -> assertThatThrownBy(() -> store.execute(CHANGE)).isInstanceOf(StoreException.class)
                .hasMessageContaining("for too long").hasMessageContaining("tester").hasMessageContaining("since"));
            assertThat(work.statistics().waits() - before.waits()).isBetween(1L, 3L);
            assertThat(work.statistics().failures() - before.failures()).isEqualTo(1);
            assertThat(store.execute(CHANGE).value()).isEqualTo(1);
        } finally {
            System.clearProperty(StoreEngine.LOCK_SECONDS);
        }
    }

    @Test
    void whoeverWaitsForAnotherProgramIsToldWhoseItIs() throws Exception {
        ServerStores.onServer(folder);
        System.setProperty(StoreEngine.LOCK_SECONDS, "3");
        var database = TestDatabases.empty();
        try (ServerStores holder = ServerStores.open(database, "holder", true).value();
            ServerStores waiter = ServerStores.open(database, "waiter", true).value()) {
            holder.execute("INSERT INTO setting VALUES ('held', '', 0)").value();
            whileHeld(holder.work(), () -> assertThatThrownBy(() -> waiter.execute(CHANGE))
                .isInstanceOf(StoreException.class).hasMessageContaining("Stockwright holder@"));
            assertThat(waiter.execute(CHANGE).value()).isEqualTo(1);
        } finally {
            System.clearProperty(StoreEngine.LOCK_SECONDS);
            TestDatabases.drop(database);
        }
    }

    private static void whileHeld(UnitOfWork holder, Runnable check) throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<?> holding = pool.submit(() -> holder.write(transaction -> {
                try (var statement = transaction.connection().createStatement()) {
                    statement.executeUpdate(CHANGE);
                    held.countDown();
                    go.await();
                    return Outcome.done(Boolean.TRUE);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            held.await();
            try {
                check.run();
            } finally {
                go.countDown();
                holding.get();
            }
        }
    }

}
