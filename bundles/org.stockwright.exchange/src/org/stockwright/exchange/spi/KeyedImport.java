package org.stockwright.exchange.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.UnitOfWork;

/**
 * A kind of file whose rows with the same {@value #KEY}, or the same of another column, are one document. A file of up to
 * {@value #MOST_ROWS} rows is one unit of work: each document is made on what those before it left, and all are stored or none
 * is. A longer file is tried in parts of that size first and then stored in such parts; documents are known by their keys, so
 * that a file that was interrupted is imported again and goes on. Keeping the good ones, each document is a unit of work by
 * itself.
 *
 * @param <R> what is asked for by the rows of one document
 */
@ConsumerType
public abstract class KeyedImport<R> implements ImportKind {

    /** The column that usually says which rows belong together. */
    public static final String KEY = "key";

    /** The most rows that are stored together, so that others wait for seconds at most; a document is not torn apart. */
    public static final int MOST_ROWS = 1_000;

    private final UnitOfWork work;
    private final String lineColumn;

    /**
     * A kind.
     *
     * @param work in which documents of a file are made together
     * @param lineColumn the column that refusals of a single row are shown at
     */
    protected KeyedImport(UnitOfWork work, String lineColumn) {
        this.work = work;
        this.lineColumn = lineColumn;
    }

    /**
     * What became of a document.
     *
     * @param repeated whether it had been made before
     * @param warnings what deserves a look
     */
    public record Made(boolean repeated, List<Refusal> warnings) {
    }

    /** The column that says which rows belong together; a required one. */
    protected String keyColumn() {
        return KEY;
    }

    /** The request of rows with one key; empty when they have errors. */
    protected abstract Optional<R> request(String key, List<ImportRow> rows, RowErrors errors);

    /**
     * Makes the document, as a part of a unit of work that may be undone; refusals carry the index of the row, from 1, as their
     * line. Called again when the unit of work is done again.
     */
    protected abstract Outcome<Made> make(R request);

    private record Group<R>(List<ImportRow> rows, Optional<R> request) {
    }

    /** What one unit of work came to. */
    private static final class Tally {

        private final RowErrors errors = new RowErrors();
        private final List<Refusal> warnings = new ArrayList<>();
        private long stored;
        private long repeated;

        private void add(Tally other) {
            other.errors.list().forEach(errors.list()::add);
            warnings.addAll(other.warnings);
            stored += other.stored;
            repeated += other.repeated;
        }

    }

    @Override
    public final ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        Tally all = new Tally();
        List<Group<R>> groups = groups(rows, all.errors);
        boolean keepsGood = mode == ImportMode.KEEP_GOOD;
        List<List<Group<R>>> parts = keepsGood ? groups.stream().map(List::of).toList() : parts(groups);
        boolean triesFirst = mode == ImportMode.ALL_OR_NOTHING && (parts.size() > 1 || all.errors.count() > 0);
        if (triesFirst) {
            Tally tried = run(parts, false, rows.size(), progress);
            if (tried.errors.count() + all.errors.count() > 0) {
                tried.errors.list().forEach(all.errors.list()::add);
                return new ImportResult(rows.size(), 0, 0, all.errors.list(), List.of());
            }
        }
        all.add(run(parts, mode != ImportMode.DRY_RUN, rows.size(), progress));
        boolean nothing = mode == ImportMode.ALL_OR_NOTHING && parts.size() == 1 && all.errors.count() > 0;
        return new ImportResult(rows.size(), nothing ? 0 : all.stored, nothing ? 0 : all.repeated, all.errors.list(),
            nothing ? List.of() : all.warnings);
    }

    private Tally run(List<List<Group<R>>> parts, boolean store, int rows, Progress progress) {
        progress.begin(title(), rows);
        Tally all = new Tally();
        for (List<Group<R>> part : parts) {
            all.add(together(part, store, progress));
        }
        return all;
    }

    /** Makes documents in one unit of work; one that is refused keeps all of them from being stored. */
    private Tally together(List<Group<R>> groups, boolean store, Progress progress) {
        AtomicReference<Tally> last = new AtomicReference<>(new Tally());
        Outcome<Boolean> outcome = work.together(() -> {
            // what an attempt before this one found counts no more
            Tally tally = new Tally();
            last.set(tally);
            for (Group<R> group : groups) {
                progress.check();
                make(group, tally);
                progress.worked(group.rows().size());
            }
            List<Refusal> refused = tally.errors.list();
            return refused.isEmpty() ? Outcome.done(Boolean.TRUE) : Outcome.refused(refused);
        }, store);
        Tally tally = last.get();
        if (!outcome.isDone() && tally.errors.count() == 0) {
            // the store itself refuses, for example since the disk is full
            outcome.refusals()
                .forEach(refusal -> tally.errors.add(groups.getFirst().rows().getFirst(), keyColumn(), refusal));
        }
        if (!outcome.isDone() && store) {
            tally.stored = 0;
        }
        return tally;
    }

    private void make(Group<R> group, Tally tally) {
        if (group.request().isEmpty()) {
            return;
        }
        Outcome<Made> outcome = make(group.request().get());
        for (Refusal refusal : outcome.refusals()) {
            long line = refusal.place().line();
            boolean ofRow = line >= 1 && line <= group.rows().size();
            tally.errors.add(group.rows().get(ofRow ? (int) line - 1 : 0), ofRow ? lineColumn : keyColumn(), refusal);
        }
        if (outcome.isDone()) {
            outcome.value().warnings()
                .forEach(warning -> tally.warnings.add(warning.at(group.rows().getFirst().at())));
            tally.repeated += outcome.value().repeated() ? group.rows().size() : 0;
            tally.stored += outcome.value().repeated() ? 0 : group.rows().size();
        }
    }

    private List<List<Group<R>>> parts(List<Group<R>> groups) {
        List<List<Group<R>>> parts = new ArrayList<>();
        int size = MOST_ROWS;
        for (Group<R> group : groups) {
            if (size + group.rows().size() > MOST_ROWS) {
                parts.add(new ArrayList<>());
                size = 0;
            }
            parts.getLast().add(group);
            size += group.rows().size();
        }
        return parts;
    }

    private List<Group<R>> groups(List<ImportRow> rows, RowErrors errors) {
        Map<String, List<ImportRow>> byKey = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            // the engine has refused rows without a key
            byKey.computeIfAbsent(row.get(keyColumn()), key -> new ArrayList<>()).add(row);
        }
        List<Group<R>> groups = new ArrayList<>();
        byKey.forEach((key, some) -> groups.add(new Group<>(some, request(key, some, errors))));
        return groups;
    }

}
