package org.stockwright.ui.grid;

import java.util.List;

import org.stockwright.ui.Work;
import org.stockwright.ui.internal.Messages;

/** Counts and loads the pages of a grid in jobs. */
final class PagedLoader<T> {

    private final Grid<T> grid;
    private final PagedRows<T> source;
    private final PagedLines<T> lines;
    private int counts;

    PagedLoader(Grid<T> grid, PagedRows<T> source) {
        this.grid = grid;
        this.source = source;
        lines = new PagedLines<>(this::load, this::recount);
    }

    PagedLines<T> lines() {
        return lines;
    }

    RowSource<T> rowSource() {
        return RowSource.of(source, lines.query(), lines.size());
    }

    void recount() {
        int mine = ++counts;
        GridQuery query = lines.query();
        Work.load(Messages.Grid_counting, progress -> source.count(query, progress)).on(grid.control()).done(rows -> {
            if (mine == counts) {
                lines.counted(rows);
                grid.changed();
            }
        }).start();
    }

    private void load(int page) {
        int generation = lines.generation();
        GridQuery query = lines.query();
        boolean[] came = new boolean[1];
        Work.<List<T>>load(Messages.Grid_loading,
            progress -> source.page(query, (long) page * PagedLines.PAGE, PagedLines.PAGE, progress))
            .on(grid.control()).quietly().done(rows -> {
                came[0] = true;
                lines.loaded(page, generation, rows);
                grid.repaint();
            }).always(() -> {
                if (!came[0]) {
                    lines.failed(page, generation);
                }
            }).start();
    }

}
