package org.stockwright.persistence.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;

import org.postgresql.ds.PGSimpleDataSource;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Password;
import org.stockwright.persistence.StoreLocation;

/** A PostgreSQL server, with other processes on the same database. */
final class PostgresEngine implements StoreEngine {

    /** The word for PostgreSQL in the names of migrations. */
    static final String SCRIPTS = "postgresql";

    /** Other processes chain movements by their numbers: these are drawn in the order of the transactions. */
    private static final Set<String> ORDERED = Set.of("movement_seq");
    /**
     * Whoever draws an ordered number holds a shared advisory lock until his transaction ends. The lock's number says
     * which block had been drawn before, behind these bits, so that nobody else's locks are taken for ours.
     */
    private static final long DRAWERS = 0x53574C45L << 32;
    private static final int CONNECT_SECONDS = 5;
    private static final int SOCKET_SECONDS = 600;
    private static final int ROWS_AT_ONCE = 1_000;
    /** Reading must not hold a row for ever when its program hangs; long reports go on reading. */
    private static final String SESSION = "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED;"
        + " SET idle_in_transaction_session_timeout = '10min'";

    private final PGSimpleDataSource source;
    private final String session = SESSION + "; SET lock_timeout = '" + StoreEngine.lockSeconds() + "s'";
    private volatile String working = session;

    private PostgresEngine(PGSimpleDataSource source) {
        this.source = source;
    }

    /** The server of this address, not connected yet; the server shows others who acts. */
    static PostgresEngine at(StoreLocation.Server location, String acting) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(location.url());
        if (source.getUser() == null) {
            source.setUser(System.getProperty("user.name"));
        }
        source.setApplicationName("Stockwright " + StoreLock.Holder.here(acting).name());
        source.setReWriteBatchedInserts(true);
        source.setDefaultRowFetchSize(ROWS_AT_ONCE);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(2 * CONNECT_SECONDS);
        source.setSocketTimeout(SOCKET_SECONDS);
        source.setTcpKeepAlive(true);
        return new PostgresEngine(source);
    }

    /** Signs in with this password from now on. */
    void password(Optional<Password> password) {
        password.ifPresent(known -> source.setPassword(new String(known.characters())));
    }

    /** Who signs in. */
    String login() {
        return source.getUser();
    }

    /** Works with the rights of this role and the tables of this schema from now on. */
    void workAs(String role, String schema) {
        working = session + "; SET search_path = " + quoted(schema) + "; SET ROLE " + quoted(role);
    }

    /** A connection of whoever signs in, without automatic commit. */
    Connection connectAsLogin() throws SQLException {
        return connect(session);
    }

    @Override
    public Connection connect() throws SQLException {
        return connect(working);
    }

    private Connection connect(String first) throws SQLException {
        Connection connection = source.getConnection();
        boolean ready = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute(first);
            connection.setAutoCommit(false);
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    /** A name as SQL takes it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public String textType() {
        return "TEXT";
    }

    @Override
    public String binaryType() {
        return "BYTEA";
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public boolean keepsBlocks(String sequence) {
        return !ORDERED.contains(sequence);
    }

    /** Of an ordered sequence: the lock comes first, with the block that had been drawn last by then. */
    @Override
    public String drawBlock(String sequence) {
        return keepsBlocks(sequence) ? "SELECT nextval('" + sequence + "')"
            : "WITH mark AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(" + DRAWERS + " + " + drawn()
                + ") FROM " + sequence + ") SELECT nextval('" + sequence + "') FROM mark";
    }

    /** The number of blocks that were drawn; the first one begins where the second one's number says. */
    private static String drawn() {
        return "last_value / " + SequenceBlocks.BLOCK + " - CASE WHEN is_called THEN 0 ELSE 1 END";
    }

    /**
     * Read in this order: whoever drew a number up to the last one, and still runs, holds his lock, and its number is
     * smaller than that of any block he drew.
     */
    @Override
    public long settled(Connection connection, String sequence) throws SQLException {
        long last = number(connection, "SELECT " + drawn() + " FROM " + sequence).orElseThrow().longValue();
        long oldest = number(connection, "SELECT MIN(((classid::bigint << 32) | objid::bigint) - " + DRAWERS
            + ") FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND classid::bigint = "
            + (DRAWERS >>> 32) + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
            .orElse(Long.valueOf(Long.MAX_VALUE)).longValue();
        return (Math.min(last, oldest) + 1) * SequenceBlocks.BLOCK - 1;
    }

    private static Optional<Long> number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            long number = rows.getLong(1);
            return rows.wasNull() ? Optional.empty() : Optional.of(Long.valueOf(number));
        }
    }

    @Override
    public void copyTo(Path folder) {
        throw new IllegalStateException("A server's database is backed up by its administrator");
    }

    @Override
    public void stop() {
        // the server goes on
    }

}
