package org.stockwright.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.persistence.EntityManager;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** One try of one unit of work. */
final class StoreTransaction implements Transaction {

    private static final Logger LOG = LoggerFactory.getLogger(StoreTransaction.class);
    /** How long a statement of a borrower may run: a little longer than he has to answer, so that it is his lateness that is told. */
    private static final Duration PATIENCE = Contributions.CHECK.plusSeconds(1);

    private final OpenStore store;
    private final Connection connection;
    private final String user;
    private final Instant now;
    private final long begin = System.nanoTime();
    private final Thread own = Thread.currentThread();
    private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
    private final StringBuilder acknowledgements = new StringBuilder();
    private final List<Runnable> whenStored = new ArrayList<>();
    private final Map<Class<?>, Object> memories = new HashMap<>();
    private final AuditLog audit;
    private final boolean ofParts;
    private boolean inPart;
    private PartFailed broken;
    private EntityManager manager;
    private volatile String holder;
    private boolean over;
    /** Whoever may use it: its own thread, or the one that it is lent to. */
    private volatile Thread thread = own;
    private volatile FencedConnection fence;

    /**
     * Begins on this connection.
     *
     * @param kept what will be undone is not told in the audit trail
     * @param ofParts whether other units of work of this thread are parts of it
     */
    StoreTransaction(OpenStore store, Connection connection, String user, boolean kept, boolean ofParts) {
        this.store = store;
        this.connection = connection;
        this.user = user;
        this.ofParts = ofParts;
        this.now = store.clock().stamp();
        this.audit = kept ? new AuditLog(this, connection) : null;
    }

    @Override
    public Connection connection() {
        alive();
        FencedConnection lent = fence;
        return lent == null ? connection : lent.connection();
    }

    @Override
    public Loan lend() {
        alive();
        flush();
        // whoever borrows it has little time
        store.model().build();
        EntityManager kept = manager;
        manager = null;
        Savepoint before = savepoint();
        FencedConnection lent = new FencedConnection(connection, PATIENCE);
        fence = lent;
        return new Loan() {

            private boolean answered;

            @Override
            public <T> T use(Function<? super Transaction, ? extends T> work) {
                lent.within(() -> thread = Thread.currentThread());
                store.running().borrow(StoreTransaction.this);
                try {
                    T result = work.apply(StoreTransaction.this);
                    flush();
                    lent.within(() -> answered = true);
                    return result;
                } finally {
                    store.running().giveBack();
                }
            }

            @Override
            public void close() {
                EntityManager borrowed = lent.close(() -> {
                    thread = own;
                    fence = null;
                    EntityManager last = manager;
                    manager = kept;
                    return last;
                });
                try {
                    returned(before, answered);
                } finally {
                    if (borrowed != null) {
                        // what it held was written, or is lost with the answer that did not come
                        borrowed.getTransaction().rollback();
                        borrowed.close();
                    }
                }
            }

        };
    }

    private Savepoint savepoint() {
        try {
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw new StoreException("A transaction could not be lent: " + e.getMessage(), e);
        }
    }

    /** Whoever failed or is late leaves nothing in the database, nor, where that ends a transaction, the error of his statement. */
    private void returned(Savepoint before, boolean answered) {
        try {
            if (answered) {
                connection.releaseSavepoint(before);
            } else {
                connection.rollback(before);
            }
        } catch (SQLException e) {
            throw new StoreException("A transaction that was lent is lost: " + e.getMessage(), e);
        }
    }

    /** Does it, for a borrower while the fence is open: whoever lent it does not go on before it is done. */
    private <T, E extends Exception> T use(FencedConnection.Step<T, E> work) throws E {
        FencedConnection lent = fence;
        alive();
        return lent == null ? work.done() : lent.within(work);
    }

    @Override
    public EntityManager entities() {
        return use(() -> {
            EntityManager made = manager;
            if (made == null) {
                made = store.model().manager();
                made.getTransaction().begin();
                manager = made;
            }
            return made;
        });
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public long nextIds(String sequence, int count) {
        try {
            return use(() -> Long.valueOf(store.sequences().next(this, sequence, count))).longValue();
        } catch (SQLException e) {
            throw new StoreException("No number of " + sequence + " could be drawn: " + e.getMessage(), e);
        }
    }

    @Override
    public long settled(String sequence) {
        alive();
        try {
            return store.sequences().settled(connection(), sequence);
        } catch (SQLException e) {
            throw new StoreException("The state of " + sequence + " could not be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void changes(Topic topic) {
        use(() -> topics.add(topic));
    }

    @Override
    public void whenStored(Runnable then) {
        use(() -> whenStored.add(then));
    }

    @Override
    public void acknowledge(long postingId, String contentHash) {
        if (contentHash.isBlank() || contentHash.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("Not a hash: " + contentHash);
        }
        use(() -> acknowledgements.append(JournalText.line(postingId, contentHash)));
    }

    @Override
    public void watch(String table, Collection<?> keys) throws SQLException {
        alive();
        if (audit != null) {
            flush();
            use(() -> {
                audit.watch(table, keys);
                return null;
            });
        }
    }

    @Override
    public void watchNew(String table, Collection<?> keys) {
        alive();
        if (audit != null) {
            use(() -> {
                audit.watchNew(table, keys);
                return null;
            });
        }
    }

    @Override
    public void tell(String action, String subject, String key, Map<String, String> details) {
        alive();
        if (audit != null) {
            use(() -> {
                audit.tell(action, subject, key, details);
                return null;
            });
        }
    }

    /** Writes what the audit trail has to tell of this work; after {@link #flush}. */
    void writeAudit() throws SQLException {
        if (audit != null) {
            audit.write();
        }
    }

    @Override
    public Dialect dialect() {
        return store.dialect();
    }

    /** Whether other units of work of this thread are parts of it. */
    boolean isOfParts() {
        return ofParts;
    }

    /** The failure that ended the whole of it, whatever became of the part that met it; null when there is none. */
    PartFailed broken() {
        return broken;
    }

    /**
     * Does a part, and undoes it when it is not kept, is refused or fails.
     *
     * @throws PartFailed when the database ended the whole transaction
     */
    <T> Outcome<T> part(UnitOfWork.Work<Outcome<T>> work, boolean kept) {
        alive();
        if (inPart) {
            throw new IllegalStateException(
                "A unit of work inside of another would not be undone with it: pass the transaction on");
        }
        inPart = true;
        int lines = acknowledgements.length();
        int events = audit == null ? 0 : audit.told();
        int stored = whenStored.size();
        // a part remembers nothing of the others: what one of them knew may have been undone or changed
        memories.clear();
        try {
            flush();
            Savepoint before = connection().setSavepoint();
            Outcome<T> outcome;
            try {
                outcome = work.in(this);
                if (kept && outcome.isDone()) {
                    flush();
                }
            } catch (RuntimeException e) {
                SqlFailure why = SqlFailure.of(e);
                if (why != SqlFailure.NONE && why != SqlFailure.FINAL) {
                    throw brokenBy(e);
                }
                undo(before, lines, events, stored);
                throw e;
            }
            if (kept && outcome.isDone()) {
                connection().releaseSavepoint(before);
            } else {
                undo(before, lines, events, stored);
            }
            return outcome;
        } catch (SQLException e) {
            throw brokenBy(e);
        } finally {
            inPart = false;
            memories.clear();
        }
    }

    /** Reads for a part, or between parts. */
    <T> T seen(UnitOfWork.Work<T> work) {
        alive();
        try {
            flush();
            return work.in(this);
        } catch (SQLException e) {
            throw brokenBy(e);
        }
    }

    private PartFailed brokenBy(Exception e) {
        PartFailed failed = broken == null ? new PartFailed(e) : broken;
        broken = failed;
        return failed;
    }

    private void undo(Savepoint before, int lines, int events, int stored) throws SQLException {
        connection().rollback(before);
        if (manager != null) {
            manager.clear();
        }
        acknowledgements.setLength(lines);
        if (audit != null) {
            audit.forget(events);
        }
        whenStored.subList(stored, whenStored.size()).clear();
    }

    /** It is stored: what a program remembers of it may be remembered. */
    void stored() {
        whenStored.forEach(Runnable::run);
    }

    @Override
    public <T> T memory(Class<T> type, Supplier<T> made) {
        return type.cast(use(() -> memories.computeIfAbsent(type, any -> made.get())));
    }

    /** Writes what the entity manager holds, so that the database can refuse it. */
    void flush() {
        alive();
        if (manager != null) {
            manager.flush();
        }
    }

    /** What has to be told when it is committed. */
    Set<Topic> topics() {
        return topics;
    }

    /** The journal's lines of what has to be acknowledged when it is committed. */
    String acknowledgements() {
        return acknowledgements.toString();
    }

    /** Ends it: whoever kept it can do nothing with it any more. */
    void end() {
        over = true;
        store.sequences().ended(this);
        if (manager != null) {
            // Without a word to the database: the connection's own end decides.
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    /** The connection, for whoever watches; not to be used for statements. */
    Connection watched() {
        return connection;
    }

    /** Cuts its connection, so that whoever waits for an answer hears of it. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.warn("A connection could not be cut", e);
        }
    }

    /** How long it runs. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Who runs it, for those who wait for it. */
    String description() {
        return user + " in this program (" + own.getName() + ") since " + now;
    }

    /** Who held what this waits for, when last looked; null as long as nobody looked. */
    String holder() {
        return holder;
    }

    /** Remembers who holds what this waits for. */
    void holder(String text) {
        holder = text;
    }

    private void alive() {
        if (over || Thread.currentThread() != thread) {
            throw new IllegalStateException("A transaction is used by its own thread, and not after its work");
        }
    }

}
