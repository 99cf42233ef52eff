package org.stockwright.company.ui;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Control;
import org.stockwright.ui.Work;

/**
 * Keeps what is being entered as a draft, three seconds after the last change, and tries again while the book does not take
 * it. On the user interface's thread; what it keeps is written in jobs.
 */
public final class Autosave {

    private static final int KEEP_AFTER_MILLIS = 3_000;

    private final Control owner;
    private final String job;
    private final Supplier<Optional<KeptDrafts>> drafts;
    private final Supplier<Draft> draft;
    private final BooleanSupplier wanted;
    private int edition;

    /**
     * What is kept.
     *
     * @param key made once for what is entered
     * @param title what lists show
     * @param content {@link org.stockwright.ui.entry.TextRows} with the key in front
     */
    public record Draft(String key, String title, String content) {
    }

    /**
     * Keeps nothing yet.
     *
     * @param owner nothing is kept any more when it is disposed
     * @param job what the keeping is called in messages
     * @param drafts where, while a book is open
     * @param draft what stands there now
     * @param wanted whether there is something to keep
     */
    public Autosave(Control owner, String job, Supplier<Optional<KeptDrafts>> drafts, Supplier<Draft> draft,
        BooleanSupplier wanted) {
        this.owner = owner;
        this.job = job;
        this.drafts = drafts;
        this.draft = draft;
        this.wanted = wanted;
    }

    /** Something was typed: it is kept a moment after the last change. */
    public void touched() {
        edition++;
        later();
    }

    private void later() {
        int mine = edition;
        owner.getDisplay().timerExec(KEEP_AFTER_MILLIS, () -> {
            if (mine == edition && !owner.isDisposed() && wanted.getAsBoolean()) {
                keep();
            }
        });
    }

    /** Keeps it now. */
    public void keep() {
        int mine = edition;
        Draft now = draft.get();
        drafts.get().ifPresent(kept -> Work
            .load(job, progress -> Boolean.valueOf(kept.keep(now.key(), now.title(), now.content()))).on(owner)
            .quietly().done(done -> {
                if (!done.booleanValue() && mine == edition) {
                    later();
                }
            }).start());
    }

    /** What was entered was posted: forgets the draft. */
    public void forget(String key) {
        edition++;
        drafts.get().ifPresent(kept -> Work.load(job, progress -> {
            kept.forget(key);
            return key;
        }).quietly().start());
    }

}
