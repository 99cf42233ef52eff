package org.stockwright.persistence.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A connection that is lent: with all that was got from it, it can be used until the fence is closed, and never to end the
 * transaction.
 */
final class FencedConnection {

    /** More special types first. */
    private static final List<Class<?>> TYPES = List.of(CallableStatement.class, PreparedStatement.class,
        Statement.class, ResultSet.class, DatabaseMetaData.class, Connection.class);
    /** What ends a transaction, in one of the databases or in both. */
    private static final Set<String> NOT_YOURS = Set.of("commit", "setAutoCommit", "abort", "setTransactionIsolation",
        "setReadOnly");

    private final ReentrantLock lock = new ReentrantLock();
    private final Connection connection;
    private final int patience;
    private boolean over;

    /**
     * A fence around this connection.
     *
     * @param patience how long a statement may run before the database ends it
     */
    FencedConnection(Connection target, Duration patience) {
        this.patience = Math.toIntExact(patience.toSeconds());
        this.connection = Connection.class.cast(fenced(Connection.class, target));
    }

    /** The connection as the borrower sees it. */
    Connection connection() {
        return connection;
    }

    /** Something that is done by way of the connection. */
    interface Step<T, E extends Exception> {

        T done() throws E;

    }

    /** Does something while the fence is open; it is not closed before that is done. */
    <T, E extends Exception> T within(Step<T, E> work) throws E {
        lock.lock();
        try {
            check();
            return work.done();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the fence, after the statement that runs. */
    <T> T close(Supplier<T> last) {
        lock.lock();
        try {
            over = true;
            return last.get();
        } finally {
            lock.unlock();
        }
    }

    private void check() {
        if (over) {
            throw new IllegalStateException("The time for using this transaction is over");
        }
    }

    private Object fenced(Class<?> type, Object target) {
        InvocationHandler handler = new Fence(target);
        return Proxy.newProxyInstance(FencedConnection.class.getClassLoader(), new Class<?>[] { type }, handler);
    }

    /** One object behind the fence. */
    private final class Fence implements InvocationHandler {

        private final Object target;

        private Fence(Object target) {
            this.target = target;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            lock.lock();
            try {
                check();
                boolean ends = target instanceof Connection && (NOT_YOURS.contains(method.getName())
                    || arguments == null && Set.of("rollback", "close").contains(method.getName()));
                return ends ? null : wrapped(method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                lock.unlock();
            }
        }

        private Object wrapped(Object result) throws SQLException {
            if (target instanceof Connection && result instanceof Statement statement) {
                statement.setQueryTimeout(patience);
            }
            return TYPES.stream().filter(type -> type.isInstance(result)).findFirst()
                .map(type -> fenced(type, result)).orElse(result);
        }

    }

}
