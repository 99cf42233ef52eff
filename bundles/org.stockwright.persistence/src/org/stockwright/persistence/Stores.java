package org.stockwright.persistence;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;

/** Opens and closes stores; at most one is open in a process. Thread-safe. */
@ProviderType
public interface Stores {

    /** The least characters of the password of an encrypted book. */
    int LEAST_BOOK_PASSWORD = 10;

    /**
     * Opens a store, after checking space, lock, engine and schema; migrates an older schema after a backup. While it
     * is open a {@link UnitOfWork} service is registered. A module that owns data and is not installed does not keep the store
     * closed: its part can only be read ({@link #modules}). One that is installed older than its data refuses.
     *
     * @param location where it is
     * @param user who acts, as postings will record it
     * @param create whether to make a store where there is none
     */
    Outcome<StoreInfo> open(StoreLocation location, String user, boolean create, Progress progress);

    /**
     * Makes a store in a folder, encrypted with AES-256, and opens it as {@link #open} does. Whoever opens it later is
     * asked for the password ({@link org.stockwright.persistence.spi.PasswordSource#bookPassword}); its backups are
     * encrypted as it is.
     *
     * @param password of at least ten characters
     */
    Outcome<StoreInfo> createEncrypted(StoreLocation location, String user, Password password, Progress progress);

    /**
     * Looks whether a server's store could be opened, and changes nothing; what is open stays open. Refuses as
     * {@link #open} would, and asks for the password as it does.
     *
     * @param user who acts, as the server shows it to others
     */
    Outcome<ServerState> look(StoreLocation.Server location, String user, Progress progress);

    /** Closes the open store, if any: waits for units of work that run, at most ten seconds, then takes the service back. */
    void close();

    /** What is open now. */
    Optional<StoreInfo> current();

    /**
     * The modules that own data of the open store, by id, those first that are not installed ({@link InstalledModule#isMissing});
     * empty when nothing is open.
     */
    List<InstalledModule> modules();

    /**
     * What keeps the open store from working now: the connection is lost, a disk is full, the server takes no changes;
     * since when, and what to do. The store stays open, and works again by itself when it is over. When this changes,
     * {@link org.stockwright.base.ChangeListener}s hear of {@code UPKEEP}.
     */
    Optional<Refusal> trouble();

    /**
     * Writes a consistent copy of the open store into one file while others go on posting. The file is complete with a
     * checksum or not there at all.
     */
    Outcome<Path> backup(Path file, Progress progress);

    /**
     * Copies the open embedded store into a server's empty database, as its owner, and compares every table on both
     * sides. Others can read meanwhile, and their writing waits. The embedded store is not changed and stays open; the
     * copy is complete and equal, or nothing of it is kept.
     */
    Outcome<Promotion> promote(StoreLocation.Server target, Progress progress);

    /** Makes a store from a backup file; the location must be empty or not exist. It is not opened. */
    Outcome<StoreLocation> restore(Path file, StoreLocation location, Progress progress);

}
