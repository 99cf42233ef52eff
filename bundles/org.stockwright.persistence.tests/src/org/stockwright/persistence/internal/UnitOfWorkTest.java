package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.AcknowledgementJournal;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a unit of work promises, on a real Derby. */
class UnitOfWorkTest {

    @TempDir
    private Path folder;

    private TestStore store;
    private UnitOfWork work;

    @BeforeEach
    void open() {
        store = TestStore.open(folder);
        work = store.work();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsDoneIsStoredAndWhatIsRefusedIsNot() {
        work.write(transaction -> {
            insert(transaction, "kept");
            return Outcome.done("x");
        }).value();
        Outcome<String> refused = work.write(transaction -> {
            insert(transaction, "refused");
            return Outcome.refused(StoreRefusal.UNSUPPORTED, "it");
        });
        assertThat(refused.refusals()).hasSize(1);
        assertThat(store.settings()).isEqualTo(1);
    }

    @Test
    void anExceptionUndoesTheWorkAndComesThroughAsItIs() {
        IllegalStateException bug = new IllegalStateException("bug");
        assertThatThrownBy(() -> work.write(transaction -> {
            insert(transaction, "half");
            throw bug;
        })).isSameAs(bug);
        assertThat(store.settings()).isZero();
    }

    @Test
    void readingAndAttemptingStoreNothing() throws IOException {
        work.read(transaction -> {
            insert(transaction, "read");
            return "x";
        });
        Outcome<String> outcome = work.attempt(transaction -> {
            insert(transaction, "attempt");
            transaction.acknowledge(1, "hash");
            return Outcome.done("it would");
        });
        assertThat(outcome.value()).isEqualTo("it would");
        assertThat(store.settings()).isZero();
        assertThat(journal()).isEmpty();
    }

    @Test
    void partsSeeWhatThoseBeforeThemDidAndAreUndoneByThemselves() throws IOException {
        List<String> remembered = new ArrayList<>();
        Outcome<Integer> together = work.together(() -> {
            part("one", remembered, Outcome.done(1)).value();
            Outcome<Integer> refused = part("two", remembered, Outcome.refused(StoreRefusal.UNSUPPORTED, "it"));
            assertThat(refused.isDone()).isFalse();
            assertThatThrownBy(() -> work.write(transaction -> {
                insert(transaction, "three");
                throw new IllegalStateException("bug");
            })).isInstanceOf(IllegalStateException.class);
            work.attempt(transaction -> {
                insert(transaction, "four");
                return Outcome.done(4);
            }).value();
            assertThat(work.read(UnitOfWorkTest::settings)).containsExactly("one");
            part("five", remembered, Outcome.done(5)).value();
            assertThat(work.read(UnitOfWorkTest::settings)).containsExactly("five", "one");
            return Outcome.done(2);
        }, true);
        assertThat(together.value()).isEqualTo(2);
        assertThat(work.read(UnitOfWorkTest::settings)).containsExactly("five", "one");
        assertThat(remembered).containsExactly("one", "five");
        assertThat(journal()).hasSize(2);
        assertThat(work.statistics().commits()).isEqualTo(1);
    }

    @Test
    void ofARehearsalOrARefusedWholeNothingIsStored() throws IOException {
        List<String> remembered = new ArrayList<>();
        assertThat(work.together(() -> part("one", remembered, Outcome.done(1)), false).value()).isEqualTo(1);
        assertThat(work.together(() -> {
            part("two", remembered, Outcome.done(2)).value();
            return Outcome.<Integer>refused(StoreRefusal.UNSUPPORTED, "it");
        }, true).isDone()).isFalse();
        assertThatThrownBy(() -> work.together(() -> {
            part("three", remembered, Outcome.done(3)).value();
            throw new IllegalStateException("bug");
        }, true)).isInstanceOf(IllegalStateException.class);
        assertThat(store.settings()).isZero();
        assertThat(remembered).isEmpty();
        assertThat(journal()).isEmpty();
    }

    @Test
    void whatTheDatabaseEndedInAPartIsDoneAgainFromTheStart() {
        AtomicInteger tries = new AtomicInteger();
        Outcome<Integer> together = work.together(() -> {
            int number = tries.incrementAndGet();
            part("try-" + number, new ArrayList<>(), Outcome.done(1)).value();
            try {
                work.write(transaction -> {
                    if (number == 1) {
                        throw new SQLException("deadlock", "40001");
                    }
                    return Outcome.done(0);
                });
            } catch (RuntimeException e) {
                // as whoever guards himself against others does; it must not help
                assertThat(number).isEqualTo(1);
            }
            return Outcome.done(number);
        }, true);
        assertThat(together.value()).isEqualTo(2);
        assertThat(work.read(UnitOfWorkTest::settings)).containsExactly("try-2");
    }

    private Outcome<Integer> part(String name, List<String> remembered, Outcome<Integer> outcome) {
        return work.write(transaction -> {
            insert(transaction, name);
            transaction.acknowledge(name.length(), "hash");
            transaction.whenStored(() -> remembered.add(name));
            return outcome;
        });
    }

    private static List<String> settings(Transaction transaction) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement select = transaction.connection().createStatement();
            ResultSet row = select.executeQuery("SELECT name FROM setting WHERE name NOT LIKE '%.%' ORDER BY name")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    @Test
    void aDeadlockIsTriedAgainUntilBothAreStored() throws Exception {
        store.set("a", "0");
        store.set("b", "0");
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger tries = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome<String>>> running = new ArrayList<>();
            for (String[] order : new String[][] { { "a", "b" }, { "b", "a" } }) {
                AtomicInteger own = new AtomicInteger();
                running.add(pool.submit(() -> work.write(transaction -> {
                    tries.incrementAndGet();
                    append(transaction, order[0]);
                    if (own.getAndIncrement() == 0) {
                        await(bothHoldOne);
                    }
                    append(transaction, order[1]);
                    return Outcome.done("x");
                })));
            }
            for (Future<Outcome<String>> one : running) {
                assertThat(one.get(30, TimeUnit.SECONDS).isDone()).isTrue();
            }
        }
        assertThat(tries.get()).isGreaterThan(2);
        assertThat(store.number("SELECT COUNT(*) FROM setting WHERE text = '0xx'")).isEqualTo(2);
    }

    @Test
    void aBrokenRuleOfTheDatabaseIsNotTriedAgain() {
        store.set("a", "0");
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> work.write(transaction -> {
            tries.incrementAndGet();
            insert(transaction, "a");
            return Outcome.done("x");
        })).isInstanceOfSatisfying(StoreException.class, failure -> {
            assertThat(failure.isOutcomeUnknown()).isFalse();
            assertThat(((SQLException) failure.getCause()).getSQLState()).startsWith("23");
        });
        assertThat(tries).hasValue(1);
    }

    @Test
    void aConflictThatDoesNotEndIsGivenUpAfterTheLastTry() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> work.write(transaction -> {
            tries.incrementAndGet();
            throw new SQLException("serialization", "40001");
        })).isInstanceOf(StoreException.class).hasMessageContaining("try again");
        assertThat(tries).hasValue(1 + UnitOfWork.RETRIES);
    }

    @Test
    void whatWasAcknowledgedIsInTheJournalAndNothingElseIs() throws IOException {
        for (long id = 1; id <= 3; id++) {
            long posting = id;
            work.write(transaction -> {
                transaction.acknowledge(posting, "hash" + posting);
                return posting == 2 ? Outcome.refused(StoreRefusal.UNSUPPORTED, "it") : Outcome.done("x");
            });
        }
        assertThat(journal()).containsExactly("1 hash1", "3 hash3");
        store.reopen();
        assertThat(journal()).containsExactly("1 hash1", "3 hash3");
    }

    @Test
    void numbersAreUniqueAmongThreadsAndAfterReopening() throws Exception {
        Set<Long> drawn = ConcurrentHashMap.newKeySet();
        draw(drawn);
        store.reopen();
        work = store.work();
        draw(drawn);
        assertThat(drawn).hasSize(2 * 4 * 50 * 37);
    }

    private void draw(Set<Long> drawn) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                running.add(pool.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        long first = work.read(transaction -> Long.valueOf(transaction.nextIds("movement_seq", 37)))
                            .longValue();
                        for (long id = first; id < first + 37; id++) {
                            assertThat(drawn.add(Long.valueOf(id))).isTrue();
                        }
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    @Test
    void moreNumbersThanABlockFollowOneAnother() {
        long first = work.read(transaction -> Long.valueOf(transaction.nextIds("catalog_seq", 2_500))).longValue();
        long next = work.read(transaction -> Long.valueOf(transaction.nextId("catalog_seq"))).longValue();
        assertThat(next).isGreaterThanOrEqualTo(first + 2_500);
        assertThatThrownBy(() -> work.read(transaction -> Long.valueOf(transaction.nextId("x; DROP TABLE item"))))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersAreSettledWhenEveryoneWhoDrewSmallerOnesHasEnded() throws Exception {
        long before = settled();
        CountDownLatch drawn = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<Long> slow = pool.submit(() -> work.<Long>write(transaction -> {
                Long number = Long.valueOf(transaction.nextId("movement_seq"));
                drawn.countDown();
                await(go);
                return Outcome.done(number);
            }).value());
            drawn.await();
            long quick = work.<Long>write(transaction -> Outcome.done(Long.valueOf(transaction.nextId("movement_seq"))))
                .value().longValue();
            long meanwhile = settled();
            go.countDown();
            long first = slow.get().longValue();
            assertThat(first).isGreaterThan(before).isLessThan(quick);
            assertThat(meanwhile).isBetween(Long.valueOf(before), Long.valueOf(first - 1));
            assertThat(settled()).isGreaterThanOrEqualTo(quick);
        }
    }

    private long settled() {
        return work.read(transaction -> Long.valueOf(transaction.settled("movement_seq"))).longValue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatBecomesOfWorkIsCounted() {
        UnitOfWork.Statistics before = work.statistics();
        store.set("counted", "1").value();
        assertThatThrownBy(() -> store.execute("INSERT INTO no_such_table VALUES (1)"))
            .isInstanceOf(StoreException.class);
        AtomicInteger tries = new AtomicInteger();
        work.write(transaction -> {
            if (tries.incrementAndGet() < 3) {
                throw new SQLException("deadlock", tries.get() == 1 ? "40001" : "40XL1");
            }
            return Outcome.done(tries);
        }).value();
        UnitOfWork.Statistics after = work.statistics();
        assertThat(after.commits() - before.commits()).isEqualTo(2);
        assertThat(after.failures() - before.failures()).isEqualTo(1);
        assertThat(after.conflicts() - before.conflicts()).isEqualTo(1);
        assertThat(after.waits() - before.waits()).isEqualTo(1);
    }

    @Test
    void timeNeverGoesBackAndIsInWholeMicroseconds() {
        TickingClock clock = new TickingClock();
        Hashtable<String, Object> first = new Hashtable<>();
        first.put(Constants.SERVICE_RANKING, Integer.valueOf(1000));
        ServiceRegistration<Clock> registration = TestStore.context().registerService(Clock.class, clock, first);
        try {
            clock.now = Instant.parse("2031-01-01T00:00:00.123456789Z");
            assertThat(work.read(Transaction::now)).isEqualTo(Instant.parse("2031-01-01T00:00:00.123456Z"));
            clock.now = Instant.parse("2030-01-01T00:00:00Z");
            assertThat(work.read(Transaction::now)).isEqualTo(Instant.parse("2031-01-01T00:00:00.123456Z"));
            assertThat(work.clock().instant()).isEqualTo(Instant.parse("2031-01-01T00:00:00.123456Z"));
        } finally {
            registration.unregister();
        }
    }

    @Test
    void listenersHearOfWhatWasCommittedAndOfNothingElse() throws InterruptedException {
        BlockingQueue<Set<Topic>> heard = new LinkedBlockingQueue<>();
        ServiceRegistration<ChangeListener> registration = TestStore.context().registerService(ChangeListener.class,
            topics -> {
                heard.add(EnumSet.copyOf(topics));
                assertThat(Thread.currentThread().getName()).contains("changes");
            }, null);
        try {
            work.attempt(transaction -> changing(transaction, Topic.DRAFTS, Outcome.done("x")));
            work.write(transaction -> changing(transaction, Topic.PARTNERS,
                Outcome.refused(StoreRefusal.UNSUPPORTED, "it")));
            work.write(transaction -> changing(transaction, Topic.STOCK, Outcome.done("x")));
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(Collections.singleton(Topic.STOCK));
            assertThat(heard.poll(100, TimeUnit.MILLISECONDS)).isNull();
        } finally {
            registration.unregister();
        }
    }

    @Test
    void aUnitInsideOfAnotherIsABugButReadingIsNot() {
        assertThatThrownBy(() -> work.write(outer -> work.write(inner -> Outcome.done("x"))))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("inside");
        String read = work.read(outer -> work.read(inner -> "read") + outer.user());
        assertThat(read).isEqualTo("readtester");
    }

    @Test
    void aTransactionIsDeadAfterItsWork() {
        Transaction kept = work.read(transaction -> transaction);
        assertThatThrownBy(kept::connection).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theUserInterfacesThreadIsRefused() {
        System.setProperty(StoreWork.UI_THREAD, Thread.currentThread().getName());
        try {
            assertThatThrownBy(() -> work.read(transaction -> "x")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("user interface");
        } finally {
            System.clearProperty(StoreWork.UI_THREAD);
        }
    }

    private List<String> journal() throws IOException {
        List<String> lines = new ArrayList<>();
        TestStore.service(AcknowledgementJournal.class).read((id, hash) -> lines.add(id + " " + hash));
        return lines;
    }

    private static Outcome<String> changing(Transaction transaction, Topic topic, Outcome<String> outcome) {
        transaction.changes(topic);
        return outcome;
    }

    private static void insert(Transaction transaction, String name) throws SQLException {
        try (PreparedStatement row = transaction.connection()
            .prepareStatement("INSERT INTO setting (name, text, version) VALUES (?, 'x', 0)")) {
            row.setString(1, name);
            row.executeUpdate();
        }
    }

    private static void append(Transaction transaction, String name) throws SQLException {
        try (Statement statement = transaction.connection().createStatement()) {
            statement.executeUpdate("UPDATE setting SET text = text || 'x' WHERE name = '" + name + "'");
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TickingClock extends Clock {

        private volatile Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

    }

}
