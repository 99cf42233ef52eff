package org.stockwright.ui.grid;

import java.util.List;
import java.util.Map;

/**
 * What the user wants to see: the texts of the filter row and the order.
 *
 * @param filters what was typed below the column titles, by column id; only those that are not blank
 * @param sort the columns to sort by, the most important first
 */
public record GridQuery(Map<String, String> filters, List<Sort> sort) {

    /** Everything in the order of its source. */
    public static final GridQuery ALL = new GridQuery(Map.of(), List.of());

    /** Copies. */
    public GridQuery {
        filters = Map.copyOf(filters);
        sort = List.copyOf(sort);
    }

    /**
     * A column to sort by.
     *
     * @param column its id
     * @param ascending whether the smallest comes first
     */
    public record Sort(String column, boolean ascending) {
    }

    /** What was typed below this column; empty when nothing was. */
    public String filter(String column) {
        return filters.getOrDefault(column, ""); //$NON-NLS-1$
    }

}
