package org.stockwright.ui.grid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.stockwright.base.Progress;
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
        lines = new PagedLines<>(this::load, () -> recount().start());
    }

    PagedLines<T> lines() {
        return lines;
    }

    RowSource<T> rowSource() {
        return RowSource.of(source, lines.query(), lines.size());
    }

    /**
     * The rows as they are now.
     *
     * @param count how many there are
     * @param pages those in sight, by their number
     */
    private record Fresh<T>(long count, Map<Integer, List<T>> pages) {
    }

    /** Something was changed: looks again without a word. */
    void reload() {
        recount().quietly().start();
    }

    /** Counts again and loads what is in sight; what was shown stays until then, so that nothing flickers. */
    private Work<Fresh<T>> recount() {
        int mine = ++counts;
        GridQuery query = lines.query();
        Range visible = GridPlace.visible(grid);
        int first = visible.start / PagedLines.PAGE;
        int last = Math.max(visible.start, visible.end - 1) / PagedLines.PAGE;
        return Work.load(Messages.Grid_counting, progress -> fresh(query, first, last, progress)).on(grid.control())
            .done(fresh -> {
                if (mine == counts) {
                    grid.replace(() -> {
                        lines.counted(fresh.count());
                        fresh.pages().forEach((page, rows) -> lines.loaded(page, lines.generation(), rows));
                    });
                }
            });
    }

    private Fresh<T> fresh(GridQuery query, int first, int last, Progress progress) {
        long count = source.count(query, progress);
        Map<Integer, List<T>> pages = new HashMap<>();
        for (int page = first; page <= last && (long) page * PagedLines.PAGE < count; page++) {
            progress.check();
            pages.put(page, source.page(query, (long) page * PagedLines.PAGE, PagedLines.PAGE, progress));
        }
        return new Fresh<>(count, pages);
    }

    private void load(int page) {
        int generation = lines.generation();
        GridQuery query = lines.query();
        boolean[] came = new boolean[1];
        Work.<List<T>>load(Messages.Grid_loading,
            progress -> source.page(query, (long) page * PagedLines.PAGE, PagedLines.PAGE, progress))
            .on(grid.control()).quietly().done(rows -> {
                came[0] = true;
                grid.replace(() -> lines.loaded(page, generation, rows));
            }).always(() -> {
                if (!came[0]) {
                    lines.failed(page, generation);
                }
            }).start();
    }

}
