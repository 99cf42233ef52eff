package org.stockwright.persistence.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where things lie in the folder of an embedded store. */
record StoreFolder(Path path) {

    /** What {@link #content()} finds. */
    enum Content {
        /** Nothing, or only what an interrupted creation left. */
        NOTHING,
        /** A store. */
        STORE,
        /** Things that are not ours. */
        OTHER
    }

    private static final String LOCK = "stockwright.lock";
    private static final String MARK = "stockwright.properties";
    private static final String KEY = "stockwright.key";
    private static final String JOURNAL = "acknowledged.log";
    private static final String ANCHOR = "chain.head";
    private static final String DATABASE = "derby";
    private static final String NEW_DATABASE = "derby.new";
    private static final String BACKUPS = "backups";
    private static final String LOG = "derby.log";

    private static final Set<String> OURS = Set.of(LOCK, MARK, KEY, JOURNAL, ANCHOR, DATABASE, NEW_DATABASE, BACKUPS,
        LOG);

    /** The database's own folder. */
    Path database() {
        return path.resolve(DATABASE);
    }

    /** Where a new database is made before it is complete. */
    Path newDatabase() {
        return path.resolve(NEW_DATABASE);
    }

    /** Our lock file. */
    Path lock() {
        return path.resolve(LOCK);
    }

    /** The acknowledgement journal. */
    Path journal() {
        return path.resolve(JOURNAL);
    }

    /** The head of the chain of seals, kept outside the database. */
    Path anchor() {
        return path.resolve(ANCHOR);
    }

    /** The side file that tells an older program off before it touches anything. */
    Path mark() {
        return path.resolve(MARK);
    }

    /** The key of an encrypted book, for whoever knows the password. */
    Path key() {
        return path.resolve(KEY);
    }

    /** Backups that the program makes by itself. */
    Path backups() {
        return path.resolve(BACKUPS);
    }

    /** What the database engine has to say. */
    Path log() {
        return path.resolve(LOG);
    }

    /** Looks without touching anything. */
    Content content() throws IOException {
        if (Files.isDirectory(database())) {
            return Content.STORE;
        }
        if (!Files.exists(path)) {
            return Content.NOTHING;
        }
        if (!Files.isDirectory(path)) {
            return Content.OTHER;
        }
        try (Stream<Path> entries = Files.list(path)) {
            Set<String> names = entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
            // The mark is written when the database is complete: a mark without a database is a damaged store.
            return OURS.containsAll(names) && !names.contains(MARK) ? Content.NOTHING : Content.OTHER;
        }
    }

    /** Makes the folder if it is missing, for nobody but its owner. */
    void prepare() throws IOException {
        Files.createDirectories(path);
        Folders.ownerOnly(path);
    }

    /** Takes what lies in it from everybody else too: a copied folder keeps the rights of its files. */
    void closeToOthers() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : (Iterable<Path>) all.filter(entry -> !Files.isSymbolicLink(entry))::iterator) {
                Folders.ownerOnly(one);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

}
