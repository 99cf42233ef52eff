package org.stockwright.persistence.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Numbers of the schema's sequences, drawn by the thousand. A number that was given out is never given out again,
 * whatever becomes of the work that asked for it. Remembers the first number of each transaction that still runs.
 */
final class SequenceBlocks {

    /** What the sequences of the schema are incremented by. */
    static final int BLOCK = 1000;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final StoreEngine engine;
    private final ConnectionPool pool;
    private final Map<String, Block> blocks = new ConcurrentHashMap<>();

    /** No block drawn yet. */
    SequenceBlocks(StoreEngine engine, ConnectionPool pool) {
        this.engine = engine;
        this.pool = pool;
    }

    /** The first of so many numbers that follow one another, for this transaction. */
    long next(StoreTransaction transaction, String sequence, int count) throws SQLException {
        if (count < 1) {
            throw new IllegalArgumentException("At least one number must be drawn, not " + count);
        }
        return engine.keepsBlocks(checked(sequence))
            ? blocks.computeIfAbsent(sequence, Block::new).take(transaction, count)
            : drawOwn(transaction.connection(), sequence, count);
    }

    /** The last number up to which every transaction that drew one has ended. */
    long settled(Connection connection, String sequence) throws SQLException {
        if (!engine.keepsBlocks(checked(sequence))) {
            return engine.settled(connection, sequence);
        }
        if (engine.isShared()) {
            throw new IllegalArgumentException("Other processes keep numbers of " + sequence + " for later");
        }
        return blocks.computeIfAbsent(sequence, Block::new).settled();
    }

    /** The transaction has ended, one way or the other. */
    void ended(StoreTransaction transaction) {
        blocks.values().forEach(block -> block.ended(transaction));
    }

    private static String checked(String sequence) {
        if (!NAME.matcher(sequence).matches()) {
            throw new IllegalArgumentException("Not the name of a sequence: " + sequence);
        }
        return sequence;
    }

    /** Whole blocks of the transaction's own, until enough of them follow one another. */
    private long drawOwn(Connection connection, String sequence, int count) throws SQLException {
        long first = draw(connection, sequence);
        long end = first + BLOCK;
        while (end - first < count) {
            long drawn = draw(connection, sequence);
            if (drawn != end) {
                first = drawn;
            }
            end = drawn + BLOCK;
        }
        return first;
    }

    /** In a transaction that is over at once: nobody else has to wait for the sequence. */
    private long drawApart(String sequence) throws SQLException {
        Connection connection = pool.take();
        try {
            long first = draw(connection, sequence);
            connection.commit();
            return first;
        } finally {
            pool.giveBack(connection);
        }
    }

    private long draw(Connection connection, String sequence) throws SQLException {
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(engine.drawBlock(sequence))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private final class Block {

        private final String sequence;
        private final Map<StoreTransaction, Long> running = new HashMap<>();
        private long next;
        private long end;

        private Block(String sequence) {
            this.sequence = sequence;
        }

        private synchronized long take(StoreTransaction transaction, int count) throws SQLException {
            fill(count);
            long taken = next;
            next += count;
            running.putIfAbsent(transaction, Long.valueOf(taken));
            return taken;
        }

        private void fill(int count) throws SQLException {
            while (end - next < count) {
                long first = drawApart(sequence);
                if (first != end) {
                    next = first;
                }
                end = first + BLOCK;
            }
        }

        private synchronized long settled() throws SQLException {
            fill(1);
            return running.values().stream().mapToLong(Long::longValue).min().orElse(next) - 1;
        }

        private synchronized void ended(StoreTransaction transaction) {
            running.remove(transaction);
        }

    }

}
