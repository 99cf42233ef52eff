package org.stockwright.persistence.internal;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Logger;

import javax.sql.DataSource;

/**
 * Gives the entity manager the connection of the unit of work that runs on the calling thread. What would end its
 * transaction does nothing: the unit of work does that, for rows written either way.
 */
final class ModelSource implements DataSource {

    private static final Set<String> NOT_YOURS = Set.of("commit", "rollback", "close", "setAutoCommit", "abort");

    private final Supplier<Connection> current;

    /** Connections of the thread's unit of work. */
    ModelSource(Supplier<Connection> current) {
        this.current = current;
    }

    @Override
    public Connection getConnection() {
        InvocationHandler handler = new Guard(current.get());
        return (Connection) Proxy.newProxyInstance(ModelSource.class.getClassLoader(),
            new Class<?>[] { Connection.class }, handler);
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // the database logs by itself
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // nobody logs in
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("This wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    private record Guard(Connection connection) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (NOT_YOURS.contains(method.getName())) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

    }

}
