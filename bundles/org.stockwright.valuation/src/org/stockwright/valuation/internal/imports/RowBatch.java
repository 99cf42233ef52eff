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
 * The rows of a file that are sound and say something new, to be stored together.
 *
 * @param <T> what a row says
 */
final class RowBatch<T> {

    private record Entry<T>(ImportRow row, T value) {
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
            entries.add(new Entry<>(row, value));
        }
    }

    /**
     * Stores them as the mode says.
     *
     * @param rows how many rows the file has
     * @param storing stores values, all or none, and says how many were new; its refusals carry the index, from 1, as
     *            their line
     * @param columns the column that a refusal is about; empty when it is about the row
     */
    ImportResult store(long rows, ImportMode mode, Function<List<T>, Outcome<Integer>> storing,
        Function<Refusal, String> columns) {
        long stored = 0;
        if (mode == ImportMode.DRY_RUN) {
            stored = entries.size();
        } else if (mode == ImportMode.KEEP_GOOD || errors.count() == 0) {
            stored = stored(mode == ImportMode.KEEP_GOOD, storing, columns);
        }
        List<Refusal> refusals = new ArrayList<>(errors.list());
        refusals.sort(Comparator.comparingLong(refusal -> refusal.place().line()));
        return new ImportResult(rows, stored, unchanged, refusals, List.of());
    }

    private long stored(boolean keepGood, Function<List<T>, Outcome<Integer>> storing,
        Function<Refusal, String> columns) {
        List<Entry<T>> left = new ArrayList<>(entries);
        while (!left.isEmpty()) {
            Outcome<Integer> outcome = storing.apply(left.stream().map(Entry::value).toList());
            if (outcome.isDone()) {
                unchanged += left.size() - outcome.value();
                return outcome.value();
            }
            Set<Integer> bad = refused(left, outcome.refusals(), columns);
            if (!keepGood || bad.isEmpty()) {
                return 0;
            }
            bad.forEach(index -> left.remove(index.intValue()));
        }
        return 0;
    }

    /** Tells the refusals; answers with the indices that they are about, the last first. Empty when one is about all. */
    private Set<Integer> refused(List<Entry<T>> asked, List<Refusal> refusals, Function<Refusal, String> columns) {
        Set<Integer> bad = new TreeSet<>(Comparator.reverseOrder());
        boolean all = false;
        for (Refusal refusal : refusals) {
            int line = (int) refusal.place().line();
            if (line < 1 || line > asked.size()) {
                all = true;
                errors.list().add(refusal);
            } else {
                bad.add(line - 1);
                String column = refusal.place().column();
                errors.add(asked.get(line - 1).row, column.isEmpty() ? columns.apply(refusal) : column, refusal);
            }
        }
        return all ? Set.of() : bad;
    }

}
