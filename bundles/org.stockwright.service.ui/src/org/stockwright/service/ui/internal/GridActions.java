package org.stockwright.service.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.jface.action.Action;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.grid.Grid;

/**
 * What can be done with the selected row of a list: buttons above it, and the same as entries of its menu. They are disabled
 * while the permission is missing or the row is not one with which it can be done.
 *
 * @param <T> a row
 */
public final class GridActions<T> {

    private final Composite bar;
    private final List<Runnable> updates = new ArrayList<>();
    private Grid<T> grid;

    /** An empty bar. */
    public GridActions(Composite parent) {
        bar = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout();
        layout.center = true;
        bar.setLayout(layout);
    }

    /** Something that needs no row. */
    public GridActions<T> add(String label, String permission, Runnable run) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> run.run());
        Allowed.guard(button, permission);
        return this;
    }

    /**
     * The list; what is added afterwards is done with its selected row.
     *
     * @param selected runs when another row is selected
     */
    public void on(Grid<T> rows, Consumer<List<T>> selected) {
        grid = rows;
        grid.onSelect(chosen -> {
            update();
            selected.accept(chosen);
        });
        Allowed.follow(bar, this::update);
    }

    /**
     * Something that is done with one row.
     *
     * @return does it with a row, if it may and can be done: for what happens when a row is opened
     */
    public Consumer<T> act(String label, String permission, Predicate<T> fits, Consumer<T> run) {
        Runnable acting = () -> one(fits, run);
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> acting.run());
        Action entry = new Action(label) {

            @Override
            public void run() {
                acting.run();
            }

        };
        grid.menu().add(entry);
        updates.add(() -> {
            entry.setEnabled(Permit.enable(button, permission,
                grid.selection().size() == 1 && fits.test(grid.selection().getFirst()), "")); //$NON-NLS-1$
        });
        update();
        return row -> {
            if (Allowed.may(permission) && fits.test(row)) {
                run.accept(row);
            }
        };
    }

    private void one(Predicate<T> fits, Consumer<T> run) {
        List<T> rows = grid.selection();
        if (rows.size() == 1 && fits.test(rows.getFirst())) {
            run.accept(rows.getFirst());
        }
    }

    /** Looks again at what can be done. */
    public void update() {
        updates.forEach(Runnable::run);
    }

    /** Where the buttons stand. */
    public Composite bar() {
        return bar;
    }

}
