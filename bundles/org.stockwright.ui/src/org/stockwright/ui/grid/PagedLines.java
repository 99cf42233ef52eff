package org.stockwright.ui.grid;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Lines of rows that are loaded a page at a time, as they come into sight; the pages seen last are kept.
 *
 * @param <T> a row
 */
public final class PagedLines<T> implements Lines<T> {

    /** The rows of a page. */
    public static final int PAGE = 200;
    /** The pages that are kept. */
    public static final int KEPT = 50;

    private final IntConsumer loader;
    private final Runnable changed;
    private final Set<Integer> asked = new HashSet<>();
    private final Map<Integer, List<T>> pages = new LinkedHashMap<>(KEPT, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<T>> eldest) {
            return size() > KEPT;
        }

    };
    private final Line<T> loading = new Line.Loading<>();
    private GridQuery query = GridQuery.ALL;
    private int size;
    private int generation;

    /**
     * No rows yet.
     *
     * @param loader asked, once per page and generation, to load a page and {@link #loaded} it
     * @param changed told that the query is another one: count again
     */
    public PagedLines(IntConsumer loader, Runnable changed) {
        this.loader = loader;
        this.changed = changed;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Line<T> line(int index) {
        int page = index / PAGE;
        List<T> rows = pages.get(page);
        if (rows == null) {
            if (asked.add(page)) {
                loader.accept(page);
            }
            return loading;
        }
        int place = index % PAGE;
        return place < rows.size() ? new Line.Row<>(rows.get(place)) : loading;
    }

    @Override
    public Line<T> peek(int index) {
        List<T> rows = pages.get(index / PAGE);
        return rows == null || index % PAGE >= rows.size() ? loading : new Line.Row<>(rows.get(index % PAGE));
    }

    @Override
    public void query(GridQuery wanted) {
        query = wanted;
        changed.run();
    }

    /** What the user wants to see. */
    public GridQuery query() {
        return query;
    }

    /** The rows were counted anew: all pages are forgotten, and those still on their way are not wanted any more. */
    public void counted(long rows) {
        size = (int) Math.min(rows, Integer.MAX_VALUE);
        generation++;
        pages.clear();
        asked.clear();
    }

    /** Distinguishes pages of before and after a count. */
    public int generation() {
        return generation;
    }

    /** A page has come; ignored when the rows were counted again since it was asked for. */
    public void loaded(int page, int itsGeneration, List<T> rows) {
        if (itsGeneration == generation) {
            asked.remove(page);
            pages.put(page, List.copyOf(rows));
        }
    }

    /** A page could not be loaded: it is asked for again when it is next in sight. */
    public void failed(int page, int itsGeneration) {
        if (itsGeneration == generation) {
            asked.remove(page);
        }
    }

}
