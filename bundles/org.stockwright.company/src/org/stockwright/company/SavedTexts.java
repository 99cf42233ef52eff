package org.stockwright.company;

import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.security.Unguarded;

/**
 * Named texts that users keep in the book rather than in a workspace: grid views, filters, import mappings. A text
 * belongs to one user or to everybody. A NUL or half of a surrogate pair, which no database keeps, becomes U+FFFD. The
 * service exists while a book is open. Thread-safe, never called on the user
 * interface's thread.
 */
@ProviderType
@Unguarded("Views and mappings are the user's own; sharing them is checked where it is done.")
public interface SavedTexts {

    /**
     * A text that was kept.
     *
     * @param name unique per kind and owner, shown to the user
     * @param shared whether it is everybody's
     * @param content what was kept, at most 1 MB
     */
    record Saved(String name, boolean shared, String content) {
    }

    /** The current user's texts and everybody's of a kind, for example {@code view.stock}, by name. */
    List<Saved> list(String kind);

    /** One text: the user's own comes before everybody's. */
    Optional<Saved> find(String kind, String name);

    /**
     * Keeps a text; one of the same kind, owner and name is replaced.
     *
     * @throws org.stockwright.security.AccessDenied when it is to be everybody's and the user may not share
     */
    void save(String kind, Saved text);

    /**
     * Forgets a text; nothing happens when there is none.
     *
     * @throws org.stockwright.security.AccessDenied when it is everybody's and the user may not share
     */
    void delete(String kind, String name, boolean shared);

}
