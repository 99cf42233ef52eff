package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Password;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;

/**
 * Opens the store of a folder. The order is the promise: what can be known without writing is asked first, so that a
 * refusal leaves every file as it was; the lock comes before the database starts; a backup comes before a migration.
 */
final class StoreOpener {

    private static final Logger LOG = LoggerFactory.getLogger(StoreOpener.class);
    private static final Set<String> NETWORK = Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs",
        "fuse.sshfs", "9p");
    private static final DateTimeFormatter FILE_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
        .withZone(ZoneOffset.UTC);
    private static final String BOOTED_ELSEWHERE = "XSDB6";

    private final StoreAssembly assembly;
    private final BookKeys keys;
    private final Optional<Password> encryption;

    /**
     * Opens with what is installed now.
     *
     * @param encryption the password with which a book that is made is to be encrypted, if it is
     */
    StoreOpener(StoreAssembly assembly, BookKeys keys, Optional<Password> encryption) {
        this.assembly = assembly;
        this.keys = keys;
        this.encryption = encryption;
    }

    /** Opens the store, or says why not. */
    Outcome<OpenStore> open(StoreLocation.Folder location, String user, boolean create, Progress progress) {
        StoreFolder folder = new StoreFolder(location.path());
        progress.begin("Opening " + location, -1);
        try {
            Schema schema = Schema.of(assembly.modules(), DerbyEngine.SCRIPTS);
            Optional<Refusal> refusal = beforeWriting(location, folder, create, schema);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            return lockAndStart(location, folder, user, schema, progress);
        } catch (Migrator.Failed e) {
            LOG.error("{} could not be opened", location, e);
            return assembly.refusal(location, e).<Outcome<OpenStore>>map(why -> Outcome.refused(why))
                .orElseThrow(() -> failed(location, e));
        } catch (IOException | SQLException e) {
            throw failed(location, e);
        }
    }

    private static StoreException failed(StoreLocation location, Exception why) {
        return new StoreException(location + " could not be opened: " + why.getMessage(), why);
    }

    private Optional<Refusal> beforeWriting(StoreLocation.Folder location, StoreFolder folder, boolean create,
        Schema schema) throws IOException {
        StoreFolder.Content content = folder.content();
        if (content == StoreFolder.Content.OTHER) {
            return Optional.of(Refusal.of(create ? StoreRefusal.NOT_EMPTY : StoreRefusal.NO_STORE, location)
                .hint("Choose an empty folder, or one that holds a Stockwright database."));
        }
        if (content == StoreFolder.Content.NOTHING && !create) {
            return Optional.of(Refusal.of(StoreRefusal.NO_STORE, location)
                .hint("Check the path, or make a new company there."));
        }
        if (Files.exists(folder.path()) && !Files.isWritable(folder.path())) {
            return Optional.of(readOnly(location));
        }
        Optional<Refusal> newer = schema.refusal(location, StoreMark.read(folder.mark()).schema());
        return newer.isPresent() ? newer : new FreeSpace(folder.path()).look();
    }

    private Outcome<OpenStore> lockAndStart(StoreLocation.Folder location, StoreFolder folder, String user,
        Schema schema, Progress progress) throws IOException, SQLException {
        StoreLock.Result taken;
        try {
            folder.prepare();
            taken = StoreLock.take(folder.lock(), StoreLock.Holder.here(user));
        } catch (FileSystemException e) {
            LOG.warn("{} could not be written", location, e);
            return Outcome.refused(readOnly(location));
        }
        if (taken.lock().isEmpty()) {
            return Outcome.refused(inUse(location, taken.holder()));
        }
        Outcome<OpenStore> outcome = null;
        StoreLock lock = taken.lock().get();
        try {
            warnOfNetwork(folder);
            BackupWriter.clean(folder);
            outcome = start(location, folder, lock, user, schema, progress);
            return outcome;
        } finally {
            if (outcome == null || !outcome.isDone()) {
                lock.close();
            }
        }
    }

    private Outcome<OpenStore> start(StoreLocation.Folder location, StoreFolder folder, StoreLock lock, String user,
        Schema schema, Progress progress) throws IOException, SQLException {
        // Another program may have migrated it while we waited for nothing but the lock.
        Optional<Refusal> newer = schema.refusal(location, StoreMark.read(folder.mark()).schema());
        if (newer.isPresent()) {
            return Outcome.refused(newer.get());
        }
        Outcome<Optional<BookKey>> key = Files.isDirectory(folder.database()) ? keys.find(location, folder)
            : Outcome.done(BookKeys.make(folder, encryption));
        if (!key.isDone()) {
            return Outcome.refused(key.refusals());
        }
        StoreEngine engine;
        try {
            engine = DerbyEngine.start(folder, key.value());
        } catch (SQLException e) {
            if (isBootedElsewhere(e)) {
                return Outcome.refused(inUse(location, new StoreLock.Holder("?", "?", "?")));
            }
            throw e;
        }
        Outcome<OpenStore> outcome = null;
        try {
            outcome = assemble(location, folder, lock, engine, user, schema, progress);
            return outcome;
        } finally {
            if (outcome == null || !outcome.isDone()) {
                engine.stop();
            }
        }
    }

    private Outcome<OpenStore> assemble(StoreLocation.Folder location, StoreFolder folder, StoreLock lock,
        StoreEngine engine, String user, Schema schema, Progress progress) throws IOException, SQLException {
        StoreMark mark;
        Instant last;
        String name;
        Map<String, Integer> newest = new HashMap<>();
        try (Connection connection = engine.connect()) {
            if (connection.isReadOnly()) {
                return Outcome.refused(readOnly(location));
            }
            Schema.Comparison comparison = schema.compare(location, connection);
            connection.rollback();
            if (comparison.refusal().isPresent()) {
                return Outcome.refused(comparison.refusal().get());
            }
            newest.putAll(comparison.stored());
            newest.putAll(schema.newest());
            mark = StoreMark.read(folder.mark());
            if (!comparison.pending().isEmpty()) {
                Instant now = assembly.clock().get().instant();
                if (comparison.used()) {
                    Optional<Refusal> refusal = backup(folder, engine, mark, now, progress);
                    if (refusal.isPresent()) {
                        return Outcome.refused(refusal.get());
                    }
                }
                new Migrator(engine, connection).run(comparison.pending(), now, progress);
            }
            last = StoreAssembly.lastRecorded(connection);
            name = StoreAssembly.name(connection.getMetaData());
            connection.rollback();
        }
        StoreMark fresh = new StoreMark(assembly.product(), newest, mark.lastBackup());
        if (!fresh.equals(mark)) {
            fresh.write(folder.mark());
        }
        int core = schema.newest().getOrDefault(Schema.CORE, Integer.valueOf(0)).intValue();
        StoreInfo info = new StoreInfo(location, name, core, user, fresh.lastBackup());
        return compose(folder, lock, engine, last, info);
    }

    /** Before a migration, into the store's own folder of backups; without one there is no migration. */
    private Optional<Refusal> backup(StoreFolder folder, StoreEngine engine, StoreMark mark, Instant now,
        Progress progress) throws IOException, SQLException {
        Integer schema = mark.schema().getOrDefault(Schema.CORE, Integer.valueOf(0));
        String name = "before-migration-of-schema-" + schema + "-" + FILE_TIME.format(now);
        Path file = folder.backups().resolve(name + ".zip");
        for (int copy = 2; Files.exists(file); copy++) {
            file = folder.backups().resolve(name + "-" + copy + ".zip");
        }
        return new BackupWriter(folder, engine, assembly.product()).write(file, now, mark.schema(), progress).refusals()
            .stream()
            .findFirst();
    }

    private Outcome<OpenStore> compose(StoreFolder folder, StoreLock lock, StoreEngine engine, Instant last,
        StoreInfo info)
        throws IOException, SQLException {
        StoreHome home = new FolderHome(folder, lock, engine, new FreeSpace(folder.path()));
        Journal journal = Journal.open(folder.journal());
        folder.closeToOthers();
        return assembly.compose(home, engine, journal, folder.anchor(), last, info,
            (pool, running, changes, trouble) -> new DiskWatch(home, trouble));
    }

    private static Refusal readOnly(StoreLocation location) {
        return Refusal.of(StoreRefusal.READ_ONLY, location)
            .hint("Check the rights on this folder and whether the disk is full or mounted read-only.");
    }

    private static Refusal inUse(StoreLocation location, StoreLock.Holder holder) {
        return Refusal.of(StoreRefusal.IN_USE, location, holder.user(), holder.host(), holder.since())
            .hint("Close it there first, or ask this user to.");
    }

    private static boolean isBootedElsewhere(SQLException failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SQLException sql && BOOTED_ELSEWHERE.equals(sql.getSQLState())) {
                return true;
            }
            cause = cause instanceof SQLException sql && sql.getNextException() != null ? sql.getNextException()
                : cause.getCause();
        }
        return false;
    }

    private static void warnOfNetwork(StoreFolder folder) throws IOException {
        String type = Files.getFileStore(folder.path()).type().toLowerCase(Locale.ROOT);
        if (NETWORK.contains(type)) {
            LOG.warn("{} is on a network disk ({}): locks and durability are not sure there", folder.path(), type);
        }
    }

}
