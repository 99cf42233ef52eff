package org.stockwright.valuation.internal.reports;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sums of a report's figures: of each group, of the groups around it, and of all. */
final class GroupTotals {

    private final Map<List<String>, BigDecimal[]> sums = new HashMap<>();

    /**
     * Adds a row's figures.
     *
     * @param groups the names of the row's groups, the outermost first
     */
    void add(List<String> groups, BigDecimal... figures) {
        for (int depth = 0; depth <= groups.size(); depth++) {
            sums.merge(List.copyOf(groups.subList(0, depth)), figures, GroupTotals::plus);
        }
    }

    private static BigDecimal[] plus(BigDecimal[] some, BigDecimal[] more) {
        BigDecimal[] both = new BigDecimal[some.length];
        Arrays.setAll(both, i -> some[i].add(more[i]));
        return both;
    }

    /** A row's cells: its own, and then the sums of its groups, the innermost first, and of all. */
    Object[] cells(List<String> groups, Object... own) {
        int figures = sums.get(List.of()).length;
        Object[] cells = Arrays.copyOf(own, own.length + (groups.size() + 1) * figures);
        int at = own.length;
        for (int depth = groups.size(); depth >= 0; depth--) {
            System.arraycopy(sums.get(groups.subList(0, depth)), 0, cells, at, figures);
            at += figures;
        }
        return cells;
    }

}
