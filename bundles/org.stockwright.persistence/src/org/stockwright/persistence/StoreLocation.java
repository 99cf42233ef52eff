package org.stockwright.persistence;

import java.nio.file.Path;

import org.stockwright.base.Outcome;

/** Where a store is: a folder with an embedded Derby database, or a PostgreSQL database. */
public sealed interface StoreLocation {

    /**
     * An embedded database.
     *
     * @param path the folder that holds the database, our lock file and the acknowledgement journal
     */
    record Folder(Path path) implements StoreLocation {

        /** The absolute, normalised path. */
        public Folder {
            path = path.toAbsolutePath().normalize();
        }

        @Override
        public String toString() {
            return path.toString();
        }

    }

    /**
     * A PostgreSQL database.
     *
     * @param url a JDBC URL without credentials
     */
    record Server(String url) implements StoreLocation {

        @Override
        public String toString() {
            return url;
        }

    }

    /** What the text of {@code --db} stands for: a JDBC URL of PostgreSQL, or else a folder. */
    static Outcome<StoreLocation> parse(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return Outcome.done(new Server(text));
        }
        if (text.isBlank() || text.startsWith("jdbc:") || text.indexOf('\0') >= 0) {
            return Outcome.refused(StoreRefusal.NOT_A_LOCATION, text.replace('\0', '?'));
        }
        return Outcome.done(new Folder(Path.of(text)));
    }

}
