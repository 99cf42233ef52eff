package org.stockwright.ui.grid;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.nebula.widgets.nattable.freeze.command.FreezeColumnCommand;
import org.eclipse.nebula.widgets.nattable.freeze.command.UnFreezeGridCommand;
import org.eclipse.nebula.widgets.nattable.freeze.event.FreezeEvent;
import org.eclipse.nebula.widgets.nattable.freeze.event.UnfreezeEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.ColumnStructuralChangeEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.ILayerEvent;
import org.eclipse.swt.graphics.GC;

/** Reads and writes how a grid's columns are arranged: order, width, visibility, frozen columns. */
final class GridArrangement {

    private static final int PADDING = 12;
    private static final int ROW_PADDING = 6;

    private GridArrangement() {
    }

    /** Sizes columns and rows by the font. */
    static <T> void initial(Grid<T> grid) {
        GC gc = new GC(grid.table());
        try {
            gc.setFont(org.eclipse.jface.resource.JFaceResources.getDefaultFont());
            double character = gc.getFontMetrics().getAverageCharacterWidth();
            int height = gc.getFontMetrics().getHeight() + ROW_PADDING;
            GridLayers<T> layers = grid.layers();
            layers.data.setDefaultRowHeight(height);
            layers.headerData.setDefaultRowHeight(height + ROW_PADDING);
            layers.filterRow.getFilterRowDataLayer().setDefaultRowHeight(height + ROW_PADDING);
            List<Integer> hidden = new ArrayList<>();
            for (int i = 0; i < grid.columns().size(); i++) {
                Column<T> column = grid.columns().get(i);
                layers.data.setColumnWidthByPosition(i, (int) (column.width() * character) + PADDING);
                if (column.isHidden()) {
                    hidden.add(i);
                }
            }
            layers.hideShow.hideColumnIndexes(hidden.stream().mapToInt(Integer::intValue).toArray());
        } finally {
            gc.dispose();
        }
    }

    static <T> GridState read(Grid<T> grid) {
        GridLayers<T> layers = grid.layers();
        List<GridState.Place> places = new ArrayList<>();
        for (int index : layers.reorder.getColumnIndexOrder()) {
            places.add(new GridState.Place(grid.columns().get(index).id(),
                layers.data.getColumnWidthByPosition(index), !layers.hideShow.isColumnIndexHidden(index)));
        }
        return new GridState(places, grid.currentQuery(), grid.groupBy(), layers.freeze.getColumnCount());
    }

    static <T> void write(Grid<T> grid, GridState state) {
        GridLayers<T> layers = grid.layers();
        freeze(grid, 0);
        layers.hideShow.showAllColumns();
        List<Integer> hidden = new ArrayList<>();
        int target = 0;
        for (GridState.Place place : state.columns()) {
            int index = index(grid, place.column());
            if (index < 0) {
                continue;
            }
            int now = layers.reorder.getColumnIndexOrder().indexOf(index);
            if (now > target) {
                layers.reorder.reorderColumnPosition(now, target);
            }
            target++;
            layers.data.setColumnWidthByPosition(index, Math.max(PADDING, place.width()));
            if (!place.visible()) {
                hidden.add(index);
            }
        }
        if (hidden.size() < grid.columns().size()) {
            layers.hideShow.hideColumnIndexes(hidden.stream().mapToInt(Integer::intValue).toArray());
        }
        freeze(grid, state.frozen());
    }

    private static <T> int index(Grid<T> grid, String id) {
        for (int i = 0; i < grid.columns().size(); i++) {
            if (grid.columns().get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Freezes so many columns at the left; 0 lets all scroll. */
    static <T> void freeze(Grid<T> grid, int columns) {
        GridLayers<T> layers = grid.layers();
        if (layers.freeze.isFrozen()) {
            layers.body.doCommand(new UnFreezeGridCommand());
        }
        if (columns > 0 && columns < layers.hideShow.getColumnCount()) {
            layers.body.doCommand(new FreezeColumnCommand(layers.body, columns - 1));
        }
    }

    static boolean isArranging(ILayerEvent event) {
        return event instanceof ColumnStructuralChangeEvent || event instanceof FreezeEvent
            || event instanceof UnfreezeEvent;
    }

}
