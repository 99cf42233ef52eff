package org.stockwright.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections that wait for the next unit of work. Each thread takes one, so their number is that of busy threads. */
final class ConnectionPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);
    private static final int IDLE = 8;

    private final StoreEngine engine;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    /** An empty pool. */
    ConnectionPool(StoreEngine engine) {
        this.engine = engine;
    }

    /** A connection in a transaction that has not begun. */
    Connection take() throws SQLException {
        Connection waiting = idle.pollFirst();
        return waiting != null && !waiting.isClosed() ? waiting : engine.connect();
    }

    /** Takes a connection back; whatever it did since the last commit is rolled back. */
    void giveBack(Connection connection) {
        try {
            if (connection.isClosed()) {
                return;
            }
            connection.rollback();
            if (idle.size() < IDLE) {
                idle.addFirst(connection);
            } else {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.warn("A connection was given up", e);
            close(connection);
        }
    }

    /** Closes those that wait. */
    @Override
    public void close() {
        dropIdle();
    }

    /** Gives up those that wait, and tells whether a new one can be had; if so, it waits for the next who asks. */
    boolean isReachable() {
        dropIdle();
        try {
            idle.addFirst(engine.connect());
            return true;
        } catch (SQLException e) {
            LOG.info("No connection: {}", e.getMessage());
            return false;
        }
    }

    /** Gives up those that wait: the server is gone, or was. */
    void dropIdle() {
        Connection connection = idle.pollFirst();
        while (connection != null) {
            close(connection);
            connection = idle.pollFirst();
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("A connection could not be closed", e);
        }
    }

}
