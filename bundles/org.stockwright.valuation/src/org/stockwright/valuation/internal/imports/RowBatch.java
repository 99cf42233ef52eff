package org.stockwright.valuation.internal.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.valuation.CostFileRefusal;

/**
 * What the sound rows of a file say that is not stored yet, to be stored together.
 *
 * @param <T> what a row says, or several that belong together
 */
final class RowBatch<T> {

    private record Entry<T>(List<ImportRow> rows, T value) {
    }

    /**
     * How values are stored.
     *
     * @param <T> what is stored
     */
    interface Storing<T> {

        /** Stores values, all or none, and says how many rows said something new; refusals have the index as line. */
        Outcome<Integer> store(List<T> values);

        /** What storing would do now. */
        Outcome<Integer> rehearse(List<T> values);

        /** The column that a refusal is about; never empty. */
        String column(Refusal refusal);

        /** Which row of a value a refusal is about, from 0. */
        default int row(T value, Refusal refusal) {
            return 0;
        }

    }

    private final RowErrors errors;
    private final List<Entry<T>> entries = new ArrayList<>();
    private final Map<Object, ImportRow> identities = new HashMap<>();
    private long unchanged;

    RowBatch(RowErrors errors) {
        this.errors = errors;
    }

    /** Whether no row before said something of the same; it is told otherwise. */
    boolean isFirst(ImportRow row, String column, Object identity) {
        ImportRow earlier = identities.putIfAbsent(identity, row);
        if (earlier != null) {
            errors.add(row, column, Refusal.of(CostFileRefusal.SAID_TWICE, earlier.line())
                .hint("Delete one of the two rows."));
        }
        return earlier == null;
    }

    /** Takes what a row says; nothing is to be done when that is stored already. */
    void add(ImportRow row, T value, boolean known) {
        if (known) {
            unchanged++;
        } else {
            entries.add(new Entry<>(List.of(row), value));
        }
    }

    /** Takes what rows say together. */
    void add(List<ImportRow> rows, T value) {
        entries.add(new Entry<>(List.copyOf(rows), value));
    }

    /**
     * Stores it as the mode says; a file with errors is rehearsed, so that all of them are told.
     *
     * @param rows how many rows the file has
     */
    ImportResult store(long rows, ImportMode mode, Storing<T> storing) {
        boolean rehearsed = mode == ImportMode.DRY_RUN || mode == ImportMode.ALL_OR_NOTHING && errors.count() > 0;
        long stored = stored(rehearsed || mode == ImportMode.KEEP_GOOD,
            rehearsed ? storing::rehearse : storing::store, storing);
        List<Refusal> refusals = new ArrayList<>(errors.list());
        refusals.sort(Comparator.comparingLong(refusal -> refusal.place().line()));
        return new ImportResult(rows, mode == ImportMode.ALL_OR_NOTHING && !refusals.isEmpty() ? 0 : stored, unchanged,
            refusals, List.of());
    }

    private long stored(boolean keepGood, Function<List<T>, Outcome<Integer>> doing, Storing<T> storing) {
        List<Entry<T>> left = new ArrayList<>(entries);
        while (!left.isEmpty()) {
            Outcome<Integer> outcome = doing.apply(left.stream().map(Entry::value).toList());
            if (outcome.isDone()) {
                unchanged += left.stream().mapToLong(entry -> entry.rows.size()).sum() - outcome.value();
                return outcome.value();
            }
            Set<Integer> bad = refused(left, outcome.refusals(), storing);
            if (!keepGood || bad.isEmpty()) {
                return 0;
            }
            bad.forEach(index -> left.remove(index.intValue()));
        }
        return 0;
    }

    /** Tells the refusals; answers with the indices that they are about, the last first. Empty when one is about all. */
    private Set<Integer> refused(List<Entry<T>> asked, List<Refusal> refusals, Storing<T> storing) {
        Set<Integer> bad = new TreeSet<>(Comparator.reverseOrder());
        boolean all = false;
        for (Refusal refusal : refusals) {
            int line = (int) refusal.place().line();
            if (line < 1 || line > asked.size()) {
                all = true;
                errors.list().add(refusal);
            } else {
                boolean first = bad.add(line - 1);
                refuse(asked.get(line - 1), refusal, first, storing);
            }
        }
        return all ? Set.of() : bad;
    }

    private void refuse(Entry<T> entry, Refusal refusal, boolean first, Storing<T> storing) {
        ImportRow row = entry.rows.get(storing.row(entry.value, refusal));
        String column = refusal.place().column();
        errors.add(row, column.isEmpty() ? storing.column(refusal) : column, refusal);
        if (first) {
            entry.rows.stream().filter(other -> other != row)
                .forEach(other -> errors.add(other, "key", partRefused(row)));
        }
    }

    /** Why a row is not stored in which nothing is wrong. */
    static Refusal partRefused(ImportRow refused) {
        return Refusal.of(CostFileRefusal.PART_REFUSED, refused.line())
            .hint("Rows with the same key belong together: mend that row.");
    }

}
