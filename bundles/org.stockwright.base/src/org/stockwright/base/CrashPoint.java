package org.stockwright.base;

/**
 * A named place in the work at which tests let the whole process end, as a power cut would: without any clean-up. The
 * system property {@value #PROPERTY} names the place, with {@code #n} behind it for its n-th visit. Without it a visit
 * costs the comparison of a constant.
 */
public enum CrashPoint {

    /** A document's number was drawn, nothing of it is appended. */
    POSTING_NUMBERED,
    /** Postings and movements are appended, not committed. */
    POSTING_APPENDED,
    /** The database is about to commit. */
    BEFORE_COMMIT,
    /** The database has committed; nobody was told. */
    AFTER_COMMIT,
    /** The acknowledgement journal is about to be forced to disk. */
    BEFORE_ACKNOWLEDGEMENT,
    /** A block of movements is sealed, not committed. */
    SEAL_APPENDED,
    /** A block is sealed; its head is not yet kept outside. */
    SEAL_COMMITTED,
    /** A statement of a migration ran, the migration is not committed. */
    MIGRATION_STATEMENT,
    /** A migration is committed. */
    MIGRATION_COMMITTED,
    /** The database is copied for a backup, the file is not written. */
    BACKUP_COPIED,
    /** The backup is written, it does not have its name. */
    BACKUP_WRITTEN;

    /** The property that names the place to end at. */
    public static final String PROPERTY = "stockwright.crash.at";

    /** What the process answers with when it ends here. */
    public static final int EXIT = 86;

    private static final String WANTED = System.getProperty(PROPERTY, "");

    private int visits;

    /** Ends the process here if the tests want it to. */
    public void reached() {
        if (!WANTED.isEmpty()) {
            visit();
        }
    }

    private synchronized void visit() {
        visits++;
        if (WANTED.equals(name()) || WANTED.equals(name() + '#' + visits)) {
            Runtime.getRuntime().halt(EXIT);
        }
    }

}
