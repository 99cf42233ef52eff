package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import org.apache.derby.jdbc.EmbeddedDataSource;
import org.stockwright.persistence.Dialect;

/** Derby inside this process, with durability on. */
final class DerbyEngine implements StoreEngine {

    /** The word for Derby in the names of migrations. */
    static final String SCRIPTS = "derby";

    private static final int PAGE_BYTES = 4096;
    private static final long HEAP_SHARE = 12;
    private static final long LEAST_PAGES = 1_000;
    private static final long MOST_PAGES = 10_000;

    private final EmbeddedDataSource source;

    private DerbyEngine(EmbeddedDataSource source) {
        this.source = source;
    }

    /** Starts the database of the folder, with its key if it is encrypted; makes it first when it is not there. */
    static DerbyEngine start(StoreFolder folder, Optional<BookKey> key) throws SQLException, IOException {
        configure(folder);
        if (!Files.isDirectory(folder.database())) {
            // Made under another name: a database whose making was interrupted must never be taken for a whole one.
            Folders.delete(folder.newDatabase());
            EmbeddedDataSource making = source(folder.newDatabase());
            making.setCreateDatabase("create");
            key.ifPresent(one -> making.setConnectionAttributes("dataEncryption=true;" + encryption(one)));
            making.getConnection().close();
            stopDatabase(folder.newDatabase());
            Files.move(folder.newDatabase(), folder.database());
            Folders.forceFolder(folder.path());
        }
        EmbeddedDataSource starting = source(folder.database());
        key.ifPresent(one -> starting.setConnectionAttributes(encryption(one)));
        starting.getConnection().close();
        // whoever connects later needs no key, and none is kept
        return new DerbyEngine(source(folder.database()));
    }

    /** Without an algorithm Derby takes DES. */
    private static String encryption(BookKey key) {
        return "encryptionAlgorithm=AES/CBC/NoPadding;encryptionKeyLength=256;encryptionKey=" + key.hex();
    }

    /** Derby reads its settings once, when its engine starts; the engine stops with each store. */
    private static void configure(StoreFolder folder) {
        long pages = Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_SHARE / PAGE_BYTES, LEAST_PAGES, MOST_PAGES);
        // Derby reads a derby.properties of its home, which else is the working directory: anybody's.
        System.setProperty("derby.system.home", folder.path().toString());
        System.setProperty("derby.stream.error.file", folder.log().toString());
        // its files are for their owner alone, as the folder is
        System.setProperty("derby.storage.useDefaultFilePermissions", "false");
        System.setProperty("derby.storage.pageCacheSize", Long.toString(pages));
        // Derby takes 32 KB for tables and indexes with long columns. When the power fails a disk may have written a part of
        // such a page, and then the store does not open again; 4 KB are written whole or not at all.
        System.setProperty("derby.storage.pageSize", Integer.toString(PAGE_BYTES));
        System.setProperty("derby.locks.deadlockTimeout", "2");
        System.setProperty("derby.locks.waitTimeout", Integer.toString(StoreEngine.lockSeconds()));
        System.setProperty("derby.locks.escalationThreshold", "20000");
        System.setProperty("derby.language.statementCache.size", "500");
        System.clearProperty("derby.system.durability");
    }

    private static EmbeddedDataSource source(Path database) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(database.toString());
        return source;
    }

    @Override
    public Dialect dialect() {
        return Dialect.DERBY;
    }

    @Override
    public String textType() {
        return "CLOB";
    }

    @Override
    public String binaryType() {
        return "BLOB";
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public String drawBlock(String sequence) {
        return "VALUES NEXT VALUE FOR " + sequence;
    }

    @Override
    public boolean keepsBlocks(String sequence) {
        return true;
    }

    @Override
    public long settled(Connection connection, String sequence) {
        throw new IllegalStateException("This process is the only one and knows by itself who draws from " + sequence);
    }

    @Override
    public void copyTo(Path folder) throws SQLException {
        try (Connection connection = source.getConnection();
            CallableStatement copy = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            copy.setString(1, folder.toString());
            copy.execute();
        }
    }

    @Override
    public void stop() throws SQLException {
        stopDatabase(Path.of(source.getDatabaseName()));
        // The engine too: the next store has its own log and settings. Nobody else in this process has a Derby.
        EmbeddedDataSource all = new EmbeddedDataSource();
        all.setDatabaseName("");
        all.setConnectionAttributes("shutdown=true;deregister=false");
        expectStop(all, "XJ015");
    }

    private static void stopDatabase(Path database) throws SQLException {
        EmbeddedDataSource stopping = source(database);
        stopping.setShutdownDatabase("shutdown");
        expectStop(stopping, "08006");
    }

    private static void expectStop(EmbeddedDataSource stopping, String state) throws SQLException {
        try (Connection unexpected = stopping.getConnection()) {
            throw new SQLException("Derby did not stop: " + unexpected.getMetaData().getURL());
        } catch (SQLException e) {
            if (!state.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

}
