package org.stockwright.ui.grid;

import java.util.List;

import org.stockwright.base.Progress;

/**
 * Rows that are too many to be loaded at once, such as the movements of years. Called in jobs, never on the user
 * interface's thread.
 *
 * @param <T> a row
 */
public interface PagedRows<T> {

    /** How many rows there are. */
    long count(GridQuery query, Progress progress);

    /**
     * A window of the rows.
     *
     * @param offset the first row's number, counted from 0
     * @param rows at most so many
     */
    List<T> page(GridQuery query, long offset, int rows, Progress progress);

}
