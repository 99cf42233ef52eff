package org.stockwright.company.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.stockwright.company.Companies;
import org.stockwright.company.Drafts;
import org.stockwright.company.Drafts.Draft;
import org.stockwright.ui.entry.TextRows;

/**
 * The drafts of one kind in the open book, one per thing that is being entered, found by its key. While the book's database
 * is away, a file in the book's folder for what waits has them. Contents are {@link TextRows} with the key in front. Runs in
 * jobs.
 */
public final class KeptDrafts {

    /** One at a time: two jobs must not both find no draft and begin one each. */
    private static final Object LOCK = new Object();

    private final String kind;
    private final Drafts drafts;
    private final LocalDrafts local;

    /** Those of a kind, for example {@code movement}. */
    public KeptDrafts(String kind, Drafts drafts, Companies companies) {
        this.kind = kind;
        this.drafts = drafts;
        this.local = LocalDrafts.of(companies);
    }

    /**
     * Keeps what is entered. The book's place for drafts comes first; while its database is away, a file has it.
     *
     * @return whether the book has it; if not, it is to be tried once more, later
     */
    public boolean keep(String key, String title, String content) {
        try {
            synchronized (LOCK) {
                stored(key).ifPresentOrElse(draft -> drafts.save(draft.id(), kind, title, content),
                    () -> drafts.create(kind, title, content));
            }
            local.forget(key);
            return true;
        } catch (RuntimeException e) {
            ILog.of(KeptDrafts.class).warn(title, e);
            local.keep(key, content);
            return false;
        }
    }

    /** Forgets it: it was posted. */
    public void forget(String key) {
        synchronized (LOCK) {
            stored(key).ifPresent(draft -> drafts.delete(draft.id()));
        }
        local.forget(key);
    }

    /** What was kept under this key; what waits for the book is newer than the book's. */
    public Optional<String> find(String key) {
        return local.find(key).or(() -> stored(key).map(Draft::content));
    }

    /** The contents of all that were kept and not forgotten; what waits for the book is newer than the book's. */
    public List<String> all() {
        Map<String, String> found = new LinkedHashMap<>();
        Stream.concat(local.all().stream(), ofKind().map(Draft::content))
            .forEach(content -> found.putIfAbsent(TextRows.key(content), content));
        return new ArrayList<>(found.values());
    }

    private Optional<Draft> stored(String key) {
        return ofKind().filter(draft -> TextRows.key(draft.content()).equals(key)).findFirst();
    }

    private Stream<Draft> ofKind() {
        return drafts.list().stream().filter(draft -> draft.kind().equals(kind));
    }

}
