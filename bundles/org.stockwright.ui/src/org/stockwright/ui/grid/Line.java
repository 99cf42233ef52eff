package org.stockwright.ui.grid;

import java.util.List;
import java.util.Map;

/**
 * A line of a grid.
 *
 * @param <T> a row
 */
public sealed interface Line<T> {

    /** A line that shows a row. */
    record Row<T>(T row) implements Line<T> {
    }

    /**
     * A line above the rows that have something in common.
     *
     * @param path the texts that they have in common, outermost first
     * @param label the innermost of these texts with the column's title
     * @param rows how many rows there are
     * @param sums the texts of the sums by column id
     * @param collapsed whether the rows are hidden
     */
    record Group<T>(List<String> path, String label, int rows, Map<String, String> sums,
        boolean collapsed) implements Line<T> {
    }

    /** A line whose row is being loaded. */
    record Loading<T>() implements Line<T> {
    }

}
