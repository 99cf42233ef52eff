package org.stockwright.valuation.ui.internal.period;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;

/**
 * Checks and what they found. No widgets; never changes.
 *
 * @param rows the checks
 * @param figures how amounts are written
 */
public record TieOutSheet(List<TieOutRow> rows, Figures figures) {

    /** Nothing was checked yet. */
    public static final TieOutSheet EMPTY = new TieOutSheet(List.of(), Figures.PLAIN);

    /** Takes a copy of the list. */
    public TieOutSheet {
        rows = List.copyOf(rows);
        figures = figures.fitting(rows.stream().flatMap(row -> Stream.of(row.stock(), row.books())), Stream.empty());
    }

    /** Whether all agree; not when nothing was checked. */
    public boolean agrees() {
        return !rows.isEmpty() && differing() == 0;
    }

    /** How many differ. */
    public long differing() {
        return rows.stream().filter(row -> !row.agrees()).count();
    }

    /** What was found, in a sentence. */
    public String verdict() {
        if (rows.isEmpty()) {
            return Messages.TieOut_none;
        }
        return agrees() ? NLS.bind(Messages.TieOut_agree, Integer.toString(rows.size()))
            : NLS.bind(Messages.TieOut_differ, Long.toString(differing()), Integer.toString(rows.size()));
    }

}
