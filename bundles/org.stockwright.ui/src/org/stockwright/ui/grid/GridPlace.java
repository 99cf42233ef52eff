package org.stockwright.ui.grid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.RowUpdateEvent;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;

/**
 * Where the user is in a grid, while its lines are replaced: afterwards the same rows are selected, the same row is on
 * top, and only what looks different is painted. Rows are the same when their keys are; of rows that come in pages only
 * those in sight are compared.
 */
final class GridPlace<T> {

    private final Grid<T> grid;
    private final Function<? super T, ?> key;
    private final Lines<T> lines;
    private final int size;
    private final int first;
    private final List<Line<T>> before;
    private final Set<Object> selected = new HashSet<>();
    private final Optional<Object> anchor;
    private final int anchorColumn;
    private final Optional<Object> top;
    private final int hidden;

    /** Takes down where the user is. */
    GridPlace(Grid<T> grid, Function<? super T, ?> key) {
        this.grid = grid;
        this.key = key;
        lines = grid.lines();
        size = lines.size();
        Range range = compared(grid);
        first = range.start;
        before = peek(range.start, range.end);
        grid.selection().forEach(row -> selected.add(key.apply(row)));
        GridLayers<T> layers = grid.layers();
        anchor = keyOf(layers.selection.getSelectionAnchor().rowPosition);
        anchorColumn = Math.max(0, layers.selection.getSelectionAnchor().columnPosition);
        int y = layers.viewport.getOrigin().getY();
        int row = layers.viewport.getOriginRowPosition();
        // Whoever looks at the first rows wants to see what comes before them.
        top = y <= layers.viewport.getMinimumOrigin().getY() ? Optional.empty() : keyOf(row);
        hidden = top.isEmpty() ? 0 : y - layers.selection.getStartYOfRowPosition(row);
    }

    private static <T> Range compared(Grid<T> grid) {
        return grid.lines() instanceof PagedLines ? visible(grid) : new Range(0, grid.lines().size());
    }

    /** The lines in sight, from the first one to the one behind the last. */
    static <T> Range visible(Grid<T> grid) {
        int from = Math.max(0, grid.layers().viewport.getOriginRowPosition());
        int to = from + Math.max(0, grid.layers().viewport.getRowCount());
        return new Range(from, Math.min(to, Math.max(from, grid.lines().size())));
    }

    private List<Line<T>> peek(int from, int to) {
        List<Line<T>> some = new ArrayList<>(to - from);
        for (int i = from; i < to && i < grid.lines().size(); i++) {
            some.add(grid.lines().peek(i));
        }
        return some;
    }

    private Optional<Object> keyOf(int index) {
        return index >= 0 && index < lines.size() && lines.peek(index) instanceof Line.Row<T> row
            ? Optional.of(key.apply(row.row())) : Optional.empty();
    }

    /** The lines were replaced: shows what is different. */
    void restore() {
        List<Line<T>> after = peek(first, first + before.size());
        if (grid.lines() == lines && lines.size() == size && isSame(after)) {
            paint(after);
        } else {
            grid.layers().data.fireLayerEvent(new RowStructuralRefreshEvent(grid.layers().data));
            find();
        }
    }

    private boolean isSame(List<Line<T>> after) {
        if (after.size() != before.size()) {
            return false;
        }
        for (int i = 0; i < after.size(); i++) {
            if (!isSame(before.get(i), after.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(Line<T> one, Line<T> other) {
        if (one instanceof Line.Row<T> a && other instanceof Line.Row<T> b) {
            return key.apply(a.row()).equals(key.apply(b.row()));
        }
        if (one instanceof Line.Group<T> a && other instanceof Line.Group<T> b) {
            return a.path().equals(b.path());
        }
        return one instanceof Line.Loading || other instanceof Line.Loading;
    }

    /** Paints the lines that have other contents; neighbours at once. */
    private void paint(List<Line<T>> after) {
        boolean chosen = false;
        int from = -1;
        for (int i = 0; i <= after.size(); i++) {
            boolean other = i < after.size() && !after.get(i).equals(before.get(i));
            if (other && from < 0) {
                from = i;
            } else if (!other && from >= 0) {
                paint(first + from, first + i);
                from = -1;
            }
            chosen |= other && grid.layers().selection.isRowPositionSelected(first + i);
        }
        if (chosen) {
            grid.selectionChanged();
        }
    }

    /** Of these lines, those that are in sight. */
    private void paint(int from, int to) {
        Range sight = visible(grid);
        int start = Math.max(from, sight.start);
        int end = Math.min(to, sight.end);
        if (start < end) {
            grid.layers().data.fireLayerEvent(new RowUpdateEvent(grid.layers().data, new Range(start, end)));
        }
    }

    /** Rows that are in memory, also a little out of sight: new ones may have pushed them there. */
    private Range searched() {
        Range range = compared(grid);
        boolean paged = grid.lines() instanceof PagedLines;
        return new Range(paged ? Math.max(0, range.start - PagedLines.PAGE) : range.start,
            paged ? Math.min(grid.lines().size(), range.end + PagedLines.PAGE) : range.end);
    }

    private void find() {
        List<Integer> rows = new ArrayList<>();
        int anchorRow = -1;
        int topRow = -1;
        Range range = searched();
        for (int i = range.start; i < range.end; i++) {
            if (grid.lines().peek(i) instanceof Line.Row<T> row) {
                Object its = key.apply(row.row());
                if (selected.contains(its)) {
                    rows.add(i);
                }
                anchorRow = anchor.filter(its::equals).isPresent() ? i : anchorRow;
                topRow = top.filter(its::equals).isPresent() ? i : topRow;
            }
        }
        GridLayers<T> layers = grid.layers();
        if (topRow >= 0) {
            layers.viewport.setOriginY(layers.selection.getStartYOfRowPosition(topRow) + hidden);
        }
        layers.selection.clear();
        if (!rows.isEmpty()) {
            // -1: nothing moves into sight
            layers.selection.doCommand(new SelectRowsCommand(layers.selection, anchorColumn,
                rows.stream().mapToInt(Integer::intValue).toArray(), false, true, -1));
        }
        if (anchorRow >= 0) {
            layers.selection.moveSelectionAnchor(anchorColumn, anchorRow);
        }
    }

}
