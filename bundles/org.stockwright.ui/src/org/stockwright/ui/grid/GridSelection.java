package org.stockwright.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;

/** The selected rows of a grid, for its view and for the workbench. */
final class GridSelection<T> implements ISelectionProvider {

    /** Nobody works on more rows than this by hand; a selection of everything stays quick. */
    private static final int MOST = 10_000;

    private final Grid<T> grid;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private final List<Consumer<List<T>>> consumers = new ArrayList<>();
    private List<T> told = List.of();
    private boolean due;

    GridSelection(Grid<T> grid) {
        this.grid = grid;
    }

    void listen(Consumer<List<T>> consumer) {
        consumers.add(consumer);
    }

    List<T> rows() {
        List<T> rows = new ArrayList<>();
        TreeSet<Integer> positions = new TreeSet<>();
        for (Range range : grid.layers().selection.getSelectedRowPositions()) {
            for (int i = range.start; i < range.end && positions.size() < MOST; i++) {
                positions.add(i);
            }
        }
        Lines<T> lines = grid.lines();
        for (int position : positions) {
            if (position < lines.size() && lines.peek(position) instanceof Line.Row<T> row) {
                rows.add(row.row());
            }
        }
        return rows;
    }

    /** Tells everybody once after a burst of events, unless the same rows are selected with the same contents. */
    void changed() {
        if (due) {
            return;
        }
        due = true;
        grid.table().getDisplay().asyncExec(() -> {
            due = false;
            if (!grid.table().isDisposed()) {
                tell();
            }
        });
    }

    private void tell() {
        List<T> rows = rows();
        if (rows.equals(told)) {
            return;
        }
        told = List.copyOf(rows);
        consumers.forEach(consumer -> consumer.accept(rows));
        SelectionChangedEvent event = new SelectionChangedEvent(this, new StructuredSelection(rows));
        listeners.forEach(listener -> listener.selectionChanged(event));
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    @Override
    public ISelection getSelection() {
        return grid.table().isDisposed() ? StructuredSelection.EMPTY : new StructuredSelection(rows());
    }

    @Override
    public void setSelection(ISelection selection) {
        // The workbench does not select rows; views use the keys.
    }

}
