package org.stockwright.company;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Stores;
import org.stockwright.security.Requires;
import org.stockwright.security.Unguarded;

/**
 * Opens and closes the book; while it is open, the services of all areas are there. Always present, thread-safe, never
 * called on the user interface's thread.
 */
@ProviderType
@Unguarded("A book is opened before anybody can sign in.")
public interface Companies {

    /** The least characters of the password of an encrypted book. */
    int LEAST_BOOK_PASSWORD = Stores.LEAST_BOOK_PASSWORD;

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
     * Makes a book as {@link #create} does, whose database and backups are encrypted with AES-256. Whoever opens it has to
     * know the password: from the environment variable {@code STOCKWRIGHT_BOOK_PASSWORD}, or asked by
     * {@link StorePasswords#bookPassword}. Without it nobody can read the book again.
     *
     * @param location a folder
     * @param password at least ten characters; the caller overwrites them
     */
    Outcome<Company> createEncrypted(String location, String user, Draft draft, char[] password, Progress progress);

    /**
     * Opens a book; one that is open is closed first. A store without a company, made by a crash in {@link #create}, is
     * refused with a hint.
     */
    Outcome<Company> open(String location, String user, Progress progress);

    /**
     * A book that was found on a server.
     *
     * @param engine the server's product and version, for people
     * @param older whether opening it brings it to this program's version first: make a backup before
     */
    record ServerBook(String engine, boolean older) {
    }

    /**
     * Tries whether a book on a server could be opened, and changes nothing; what is open stays open. Refuses as
     * {@link #open} would: the server is not there, does not let the user in, or its database holds no book.
     *
     * @param url the database's JDBC address
     */
    Outcome<ServerBook> look(String url, String user, Progress progress);

    /** Closes what is open. */
    void close();

    /** The company whose book is open. */
    Optional<Company> current();

    /**
     * What keeps the open book from being worked with now: the connection is lost, a disk is full, the server takes no
     * changes; since when, and what to do. Answers from memory, on any thread. The book stays open and works again by
     * itself; every change is told to {@link org.stockwright.base.ChangeListener}s with the topic {@code UPKEEP}.
     */
    Optional<Trouble> trouble();

    /**
     * A module that owns data of the open book.
     *
     * @param id its stable id
     * @param title what people call it
     * @param feature the feature that brings it
     * @param version its version when it was installed last; empty when nobody knows
     * @param missing what its absence means and what to do; empty when it is installed
     */
    record Module(String id, String title, String feature, String version, Optional<Refusal> missing) {
    }

    /** The modules that own data of the open book, those first that are missing; answers from memory, on any thread. */
    List<Module> modules();

    /**
     * Trouble with the database of the open book.
     *
     * @param refusal what it is, since when, and what to do
     * @param readable whether the book can still be read
     */
    record Trouble(Refusal refusal, boolean readable) {
    }

    /** Writes a consistent copy of the open book into one file while others go on posting. */
    @Requires(CompanyPermission.BACKUP)
    Outcome<Path> backup(Path file, Progress progress);

    /**
     * Copies the open embedded book into an empty PostgreSQL database and proves both equal. The embedded book stays open
     * and is not changed; who writes in it meanwhile waits.
     *
     * @param url the database's JDBC address, to be opened as its owner
     */
    @Requires(CompanyPermission.PROMOTE)
    Outcome<CopiedBook> promote(String url, Progress progress);

    /** Makes a book from a backup; the location must be empty or not exist. It is not opened. */
    Outcome<String> restore(Path file, String location, Progress progress);

    /** Where the user's book is when nobody says. */
    String defaultLocation();

    /**
     * Where on this machine something that the user wrote is kept while the open book does not take it, such as a draft
     * while its database is away; a folder for each book, which need not exist. Not the workbench's own state, which may
     * be thrown away. Answers from memory, on any thread.
     */
    Path waitingFolder();

}
