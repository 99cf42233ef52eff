package org.stockwright.persistence.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Numbers of the schema's sequences, drawn by the thousand. Drawn outside the caller's transaction: a number that was
 * given out is never given out again, whatever becomes of the work that asked for it.
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

    /** The first of so many numbers that follow one another. */
    long next(String sequence, int count) throws SQLException {
        if (!NAME.matcher(sequence).matches()) {
            throw new IllegalArgumentException("Not the name of a sequence: " + sequence);
        }
        if (count < 1) {
            throw new IllegalArgumentException("At least one number must be drawn, not " + count);
        }
        return blocks.computeIfAbsent(sequence, Block::new).take(count);
    }

    private long draw(String sequence) throws SQLException {
        Connection connection = pool.take();
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(engine.drawBlock(sequence))) {
            rows.next();
            long first = rows.getLong(1);
            rows.close();
            connection.commit();
            return first;
        } finally {
            pool.giveBack(connection);
        }
    }

    private final class Block {

        private final String sequence;
        private long next;
        private long end;

        private Block(String sequence) {
            this.sequence = sequence;
        }

        private synchronized long take(int count) throws SQLException {
            if (!engine.keepsBlocks(sequence)) {
                end = next;
            }
            while (end - next < count) {
                long first = draw(sequence);
                if (first != end) {
                    next = first;
                }
                end = first + BLOCK;
            }
            long taken = next;
            next += count;
            return taken;
        }

    }

}
