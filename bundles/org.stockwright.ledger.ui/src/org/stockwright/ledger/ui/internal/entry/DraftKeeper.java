package org.stockwright.ledger.ui.internal.entry;

import java.util.Optional;

import org.stockwright.company.Drafts;
import org.stockwright.company.Drafts.Draft;

/** Keeps one draft per movement that is being entered, found by the movement's key. Runs in jobs. */
final class DraftKeeper {

    /** One at a time: two jobs must not both find no draft and begin one each. */
    private static final Object LOCK = new Object();

    private final Drafts drafts;

    DraftKeeper(Drafts drafts) {
        this.drafts = drafts;
    }

    void keep(String key, String title, String content) {
        synchronized (LOCK) {
            find(key).ifPresentOrElse(draft -> drafts.save(draft.id(), MovementEditor.DRAFT_KIND, title, content),
                () -> drafts.create(MovementEditor.DRAFT_KIND, title, content));
        }
    }

    void forget(String key) {
        synchronized (LOCK) {
            find(key).ifPresent(draft -> drafts.delete(draft.id()));
        }
    }

    private Optional<Draft> find(String key) {
        return drafts.list().stream().filter(draft -> draft.kind().equals(MovementEditor.DRAFT_KIND))
            .filter(draft -> EntryText.read(draft.content()).key().equals(key)).findFirst();
    }

}
