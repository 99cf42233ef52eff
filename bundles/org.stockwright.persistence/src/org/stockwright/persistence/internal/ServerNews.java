package org.stockwright.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ChangeListener.Topic;

/**
 * Hears by LISTEN what other processes change, and tells them by NOTIFY. Commits that carry a notification wait for one
 * another on the whole server, so postings, which are many, are told a moment after their commit, many as one; everything
 * else is told by its own commit, because memories rely on it. Whoever was disconnected may have missed something, and
 * takes everything for changed. The thread also watches the connection, and who waits for whom.
 */
final class ServerNews implements News {

    private static final Logger LOG = LoggerFactory.getLogger(ServerNews.class);
    private static final String CHANNEL = "stockwright";
    private static final String NOTIFY = "SELECT pg_notify('" + CHANNEL + "', ?)";
    private static final int POLL_MILLIS = 200;
    private static final int VALID_SECONDS = 3;
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long GIVE_UP_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final String me = UUID.randomUUID().toString();
    private final PostgresEngine engine;
    private final ConnectionPool pool;
    private final RunningWork running;
    private final ChangeTeller changes;
    private final Trouble trouble;
    private final LockWatch locks;
    private final Set<Topic> waiting = EnumSet.noneOf(Topic.class);
    private final Thread thread;
    private volatile boolean over;
    private Connection connection;
    private long lastLook;
    private long lostAt;

    /** Listens when it is made: nothing that changes from now on is missed. */
    ServerNews(PostgresEngine engine, ConnectionPool pool, RunningWork running, ChangeTeller changes,
        Trouble trouble) throws SQLException {
        this.engine = engine;
        this.pool = pool;
        this.running = running;
        this.changes = changes;
        this.trouble = trouble;
        this.locks = new LockWatch(running);
        listen();
        this.thread = Thread.ofPlatform().daemon().name("Stockwright news").start(this::run);
    }

    @Override
    public void committing(Connection writer, Set<Topic> topics) throws SQLException {
        if (topics.stream().anyMatch(topic -> topic != Topic.STOCK)) {
            send(writer, topics);
        }
    }

    @Override
    public void committed(Set<Topic> topics) {
        if (topics.equals(Set.of(Topic.STOCK))) {
            synchronized (waiting) {
                waiting.addAll(topics);
            }
        }
    }

    private void send(Connection writer, Set<Topic> topics) throws SQLException {
        try (PreparedStatement notify = writer.prepareStatement(NOTIFY)) {
            notify.setString(1, me + ' ' + topics.stream().map(Topic::name).collect(Collectors.joining(" ")));
            notify.execute();
        }
    }

    private void run() {
        while (!over) {
            try {
                if (connection == null) {
                    listen();
                    missed();
                }
                step();
            } catch (SQLException e) {
                lost(e);
            }
        }
        tellLast();
        disconnect();
    }

    /** What was committed last: a program that posts and ends at once has no other time to tell of it. */
    private void tellLast() {
        try {
            if (connection != null) {
                tellOthers();
            }
        } catch (SQLException e) {
            LOG.debug("Nobody could be told of the last changes", e);
        }
    }

    private void listen() throws SQLException {
        Connection fresh = engine.connectAsLogin();
        connection = fresh;
        fresh.setAutoCommit(true);
        try (Statement statement = fresh.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
    }

    /** Connected again: nobody knows what changed meanwhile. */
    private void missed() {
        lostAt = 0;
        pool.dropIdle();
        changes.tell(EnumSet.allOf(Topic.class));
        if (trouble.isDisconnected()) {
            trouble.over();
        }
    }

    private void step() throws SQLException {
        tellOthers();
        PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(POLL_MILLIS);
        if (heard != null) {
            for (PGNotification one : heard) {
                hear(one.getParameter());
            }
        }
        if (System.nanoTime() - lastLook > LOOK_NANOS) {
            lastLook = System.nanoTime();
            look();
        }
    }

    private void tellOthers() throws SQLException {
        Set<Topic> topics;
        synchronized (waiting) {
            topics = EnumSet.copyOf(waiting);
            waiting.clear();
        }
        if (!topics.isEmpty()) {
            send(connection, topics);
        }
    }

    /** A word that this version does not know is a topic of a later one. */
    private void hear(String text) {
        String[] words = text.split(" ");
        if (words[0].equals(me)) {
            return;
        }
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        for (Topic topic : Topic.values()) {
            for (String word : words) {
                if (word.equals(topic.name())) {
                    topics.add(topic);
                }
            }
        }
        changes.tell(topics);
    }

    private void look() throws SQLException {
        if (!connection.isValid(VALID_SECONDS)) {
            throw new SQLException("The server does not answer", "08006");
        }
        locks.look(connection);
        if (trouble.current().isPresent() && takesChanges()) {
            pool.dropIdle();
            trouble.over();
        }
    }

    /** Tries what failed: a row on the server's disk, which is gone at once. */
    private boolean takesChanges() {
        try (Connection trial = engine.connect(); Statement statement = trial.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE stockwright_trial ON COMMIT DROP AS "
                + "SELECT repeat('x', 4000) AS filling FROM generate_series(1, 64)");
            trial.rollback();
            return true;
        } catch (SQLException e) {
            LOG.debug("No changes yet", e);
            return false;
        }
    }

    /** One connection may be lost by itself; when the next one is not had either, the server is away. */
    private void lost(SQLException failure) {
        boolean had = connection != null;
        disconnect();
        if (had) {
            LOG.info("The connection for news was lost: {}", failure.getMessage());
            return;
        }
        trouble.disconnected();
        pool.dropIdle();
        long now = System.nanoTime();
        if (lostAt == 0) {
            lostAt = now;
        } else if (now - lostAt > GIVE_UP_NANOS) {
            // Whoever waits for an answer would wait for minutes: the network says nothing when it is cut.
            running.transactions().forEach(StoreTransaction::abort);
        }
        pause();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            over = true;
        }
    }

    private void disconnect() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException e) {
                LOG.debug("The connection for news is gone", e);
            }
        }
    }

    /** Ends at once, even when the server does not answer. */
    @Override
    public void close() {
        over = true;
        try {
            thread.join(2 * POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

}
