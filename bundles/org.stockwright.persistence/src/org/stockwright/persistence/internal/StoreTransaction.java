package org.stockwright.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.persistence.EntityManager;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;

/** One try of one unit of work. */
final class StoreTransaction implements Transaction {

    private static final Logger LOG = LoggerFactory.getLogger(StoreTransaction.class);

    private final OpenStore store;
    private final Connection connection;
    private final String user;
    private final Instant now;
    private final long begin = System.nanoTime();
    private final Thread thread = Thread.currentThread();
    private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
    private final StringBuilder acknowledgements = new StringBuilder();
    private final Map<Class<?>, Object> memories = new HashMap<>();
    private final AuditLog audit;
    private EntityManager manager;
    private volatile String holder;
    private boolean over;

    /** Begins on this connection; what will be undone is not told in the audit trail. */
    StoreTransaction(OpenStore store, Connection connection, String user, boolean kept) {
        this.store = store;
        this.connection = connection;
        this.user = user;
        this.now = store.clock().stamp();
        this.audit = kept ? new AuditLog(this, connection) : null;
    }

    @Override
    public Connection connection() {
        alive();
        return connection;
    }

    @Override
    public EntityManager entities() {
        alive();
        EntityManager made = manager;
        if (made == null) {
            made = store.model().manager();
            made.getTransaction().begin();
            manager = made;
        }
        return made;
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
        alive();
        try {
            return store.sequences().next(this, sequence, count);
        } catch (SQLException e) {
            throw new StoreException("No number of " + sequence + " could be drawn: " + e.getMessage(), e);
        }
    }

    @Override
    public long settled(String sequence) {
        alive();
        try {
            return store.sequences().settled(connection, sequence);
        } catch (SQLException e) {
            throw new StoreException("The state of " + sequence + " could not be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void changes(Topic topic) {
        alive();
        topics.add(topic);
    }

    @Override
    public void acknowledge(long postingId, String contentHash) {
        alive();
        if (contentHash.isBlank() || contentHash.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("Not a hash: " + contentHash);
        }
        acknowledgements.append(JournalText.line(postingId, contentHash));
    }

    @Override
    public void watch(String table, Collection<?> keys) throws SQLException {
        alive();
        if (audit != null) {
            flush();
            audit.watch(table, keys);
        }
    }

    @Override
    public void watchNew(String table, Collection<?> keys) {
        alive();
        if (audit != null) {
            audit.watchNew(table, keys);
        }
    }

    @Override
    public void tell(String action, String subject, String key, Map<String, String> details) {
        alive();
        if (audit != null) {
            audit.tell(action, subject, key, details);
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

    @Override
    public <T> T memory(Class<T> type, Supplier<T> made) {
        alive();
        return type.cast(memories.computeIfAbsent(type, any -> made.get()));
    }

    /** Writes what the entity manager holds, so that the database can refuse it. */
    void flush() {
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
        return user + " in this program (" + thread.getName() + ") since " + now;
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
