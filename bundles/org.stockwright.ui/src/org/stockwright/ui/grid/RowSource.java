package org.stockwright.ui.grid;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.stockwright.base.Progress;

/** All rows that a grid would show, one after the other, to be read in a job. */
interface RowSource<T> {

    /** How many there are. */
    long count();

    /** Reads them; loads pages on the way. */
    Iterator<T> rows(Progress progress);

    /** Rows that are in memory. */
    static <T> RowSource<T> of(List<T> rows) {
        return new RowSource<>() {

            @Override
            public long count() {
                return rows.size();
            }

            @Override
            public Iterator<T> rows(Progress progress) {
                return rows.iterator();
            }

        };
    }

    /** Rows that come in pages. */
    static <T> RowSource<T> of(PagedRows<T> source, GridQuery query, long count) {
        return new RowSource<>() {

            @Override
            public long count() {
                return count;
            }

            @Override
            public Iterator<T> rows(Progress progress) {
                return new Pages<>(source, query, progress);
            }

        };
    }

    /** Reads page after page until one is short. */
    final class Pages<T> implements Iterator<T> {

        private static final int ROWS = 1_000;

        private final PagedRows<T> source;
        private final GridQuery query;
        private final Progress progress;
        private List<T> page = List.of();
        private long offset;
        private int place;
        private boolean last;

        Pages(PagedRows<T> source, GridQuery query, Progress progress) {
            this.source = source;
            this.query = query;
            this.progress = progress;
        }

        @Override
        public boolean hasNext() {
            if (place < page.size()) {
                return true;
            }
            if (last) {
                return false;
            }
            progress.check();
            page = source.page(query, offset, ROWS, progress);
            offset += page.size();
            place = 0;
            last = page.size() < ROWS;
            return !page.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.get(place++);
        }

    }

}
