package org.stockwright.ui.grid;

/**
 * The lines that a grid shows, without widgets. Used on one thread, the user interface's.
 *
 * @param <T> a row
 */
public sealed interface Lines<T> permits RowLines, PagedLines {

    /** How many lines there are now. */
    int size();

    /** A line; for paged rows, asking is what loads them. */
    Line<T> line(int index);

    /** A line that is already there; asking loads nothing. */
    Line<T> peek(int index);

    /** Takes what the user wants to see. */
    void query(GridQuery query);

}
