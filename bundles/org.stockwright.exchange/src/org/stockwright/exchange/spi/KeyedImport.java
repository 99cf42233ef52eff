package org.stockwright.exchange.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;

/**
 * A kind of file whose rows with the same {@value #KEY} are one document. All documents are tried first; then each is stored by
 * itself, known by its key, so that a file that was interrupted is imported again and goes on.
 *
 * @param <R> what is asked for by the rows of one document
 */
@ConsumerType
public abstract class KeyedImport<R> implements ImportKind {

    /** The column that says which rows belong together; a required one of the kind. */
    public static final String KEY = "key";

    private final String lineColumn;

    /**
     * A kind.
     *
     * @param lineColumn the column that refusals of a single row are shown at
     */
    protected KeyedImport(String lineColumn) {
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

    /** The request of rows with one key; empty when they have errors. */
    protected abstract Optional<R> request(String key, List<ImportRow> rows, RowErrors errors);

    /** Makes the document, or only tries; refusals carry the index of the row, from 1, as their line. */
    protected abstract Outcome<Made> make(R request, boolean store);

    private record Group<R>(List<ImportRow> rows, Optional<R> request) {
    }

    @Override
    public final ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin(title(), rows.size());
        RowErrors errors = new RowErrors();
        List<Group<R>> groups = groups(rows, errors);
        List<Refusal> warnings = new ArrayList<>();
        if (mode == ImportMode.ALL_OR_NOTHING) {
            groups.forEach(group -> run(group, false, errors, new ArrayList<>()));
            if (errors.count() > 0) {
                return new ImportResult(rows.size(), 0, 0, errors.list(), List.of());
            }
        }
        long stored = 0;
        long repeated = 0;
        for (Group<R> group : groups) {
            progress.check();
            Optional<Made> made = run(group, mode != ImportMode.DRY_RUN, errors, warnings);
            if (made.isPresent() && made.get().repeated()) {
                repeated += group.rows().size();
            } else if (made.isPresent()) {
                stored += group.rows().size();
            }
            progress.worked(group.rows().size());
        }
        return new ImportResult(rows.size(), stored, repeated, errors.list(), warnings);
    }

    private Optional<Made> run(Group<R> group, boolean store, RowErrors errors, List<Refusal> warnings) {
        if (group.request().isEmpty()) {
            return Optional.empty();
        }
        Outcome<Made> outcome = make(group.request().get(), store);
        for (Refusal refusal : outcome.refusals()) {
            long line = refusal.place().line();
            boolean ofRow = line >= 1 && line <= group.rows().size();
            errors.add(group.rows().get(ofRow ? (int) line - 1 : 0), ofRow ? lineColumn : KEY, refusal);
        }
        if (!outcome.isDone()) {
            return Optional.empty();
        }
        outcome.value().warnings().forEach(warning -> warnings.add(warning.at(group.rows().getFirst().at())));
        return Optional.of(outcome.value());
    }

    private List<Group<R>> groups(List<ImportRow> rows, RowErrors errors) {
        Map<String, List<ImportRow>> byKey = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            // the engine has refused rows without a key
            byKey.computeIfAbsent(row.get(KEY), key -> new ArrayList<>()).add(row);
        }
        List<Group<R>> groups = new ArrayList<>();
        byKey.forEach((key, some) -> groups.add(new Group<>(some, request(key, some, errors))));
        return groups;
    }

}
