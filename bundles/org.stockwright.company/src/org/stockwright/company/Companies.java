package org.stockwright.company;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.security.Unguarded;
import org.stockwright.security.Requires;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;

/**
 * Opens and closes the book; while it is open, the services of all areas are there. Always present, thread-safe, never
 * called on the user interface's thread.
 */
@ProviderType
@Unguarded("A book is opened before anybody can sign in.")
public interface Companies {

    /**
     * What a new company shall be.
     *
     * @param name what it is called
     * @param currency of its books
     * @param zone in which a date becomes an instant
     * @param demo whether to fill it with the demo company's items, places and a year of movements
     */
    record Draft(String name, Currency currency, ZoneId zone, boolean demo) {
    }

    /** Makes a book where there is none, with units, standard locations and the company's data, and opens it. */
    Outcome<Company> create(String location, String user, Draft draft, Progress progress);

    /**
     * Opens a book; one that is open is closed first. A store without a company, made by a crash in {@link #create}, is
     * refused with a hint.
     */
    Outcome<Company> open(String location, String user, Progress progress);

    /** Closes what is open. */
    void close();

    /** The company whose book is open. */
    Optional<Company> current();

    /** Writes a consistent copy of the open book into one file while others go on posting. */
    @Requires(CompanyPermission.BACKUP)
    Outcome<Path> backup(Path file, Progress progress);

    /** Makes a book from a backup; the location must be empty or not exist. It is not opened. */
    Outcome<String> restore(Path file, String location, Progress progress);

    /** Where the user's book is when nobody says. */
    String defaultLocation();

}
