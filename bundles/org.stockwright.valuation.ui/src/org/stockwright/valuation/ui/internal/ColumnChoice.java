package org.stockwright.valuation.ui.internal;

import java.util.List;

import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.GridState;
import org.stockwright.ui.grid.GridState.Place;

/** Which columns of a grid are shown, chosen by other means than its own menu. The grid remembers them in the book. */
public final class ColumnChoice {

    private final Grid<?> grid;

    /** The columns of this grid. */
    public ColumnChoice(Grid<?> grid) {
        this.grid = grid;
    }

    /** Whether a column is shown. */
    public boolean isShown(String column) {
        return grid.state().columns().stream().anyMatch(place -> place.visible() && place.column().equals(column));
    }

    /** Shows a column or hides it. */
    public void show(String column, boolean visible) {
        if (isShown(column) != visible) {
            GridState state = grid.state();
            List<Place> places = state.columns().stream().map(place -> place.column().equals(column)
                ? new Place(column, place.width(), visible) : place).toList();
            grid.apply(new GridState(places, state.query(), state.groupBy(), state.frozen()));
        }
    }

}
