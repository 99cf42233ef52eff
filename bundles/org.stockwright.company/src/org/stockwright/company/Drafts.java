package org.stockwright.company;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.security.Unguarded;

/**
 * Documents that are still being written: freely changed, kept in the book every few seconds so that a crash loses
 * nothing, gone when they are posted. A NUL or half of a surrogate pair, which no database keeps, becomes U+FFFD. The
 * service exists while a book is open. Thread-safe, never called on the user
 * interface's thread.
 */
@ProviderType
@Unguarded("Drafts are the user's own notes.")
public interface Drafts {

    /**
     * A draft.
     *
     * @param id its number in this book
     * @param kind which editor wrote it, for example {@code movement}
     * @param title what lists show
     * @param content the editor's own text
     * @param user who writes it
     * @param changed when it was last kept
     */
    record Draft(long id, String kind, String title, String content, String user, Instant changed) {
    }

    /** Begins a draft and returns its number. */
    long create(String kind, String title, String content);

    /** Keeps a new state; a draft that was deleted meanwhile is kept again under the same number. */
    void save(long id, String kind, String title, String content);

    /** The draft with this number. */
    Optional<Draft> find(long id);

    /** The current user's drafts, newest first. */
    List<Draft> list();

    /** Forgets a draft. */
    void delete(long id);

}
