package org.stockwright.ui.grid;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.stockwright.base.Outcome;
import org.stockwright.ui.Services;
import org.stockwright.ui.Work;
import org.stockwright.ui.internal.Messages;

/** Remembers how a grid was left and the views that the user saved under a name, in the book. */
final class GridMemory<T> {

    private static final int SAVE_AFTER_MILLIS = 1_500;

    private final Grid<T> grid;
    private final Display display;
    private final Services services;
    private final GridState initial;
    private List<String> names = List.of();
    private String stored;
    private boolean loaded;
    private int changes;

    GridMemory(Grid<T> grid) {
        this.grid = grid;
        display = grid.table().getDisplay();
        services = Services.of(GridMemory.class, display);
        initial = grid.state();
    }

    void start() {
        grid.table().addDisposeListener(event -> services.close());
        grid.onArranged(this::saveSoon);
        services.whenAvailable(SavedViews.class, views -> {
            readNames(views);
            load(views, SavedViews.LAST);
        }, () -> loaded = false);
    }

    private void with(Consumer<SavedViews> next) {
        services.get(SavedViews.class).ifPresent(next);
    }

    private void readNames(SavedViews views) {
        Work.load(Messages.Grid_views, progress -> views.names(grid.id())).on(grid.control()).quietly()
            .done(found -> names = found).start();
    }

    private void load(SavedViews views, String name) {
        Work.load(Messages.Grid_views, progress -> views.load(grid.id(), name)).on(grid.control()).quietly()
            .done(text -> {
                Optional<GridState> state = text.flatMap(GridState::parse);
                state.ifPresent(grid::apply);
                loaded = true;
                stored = grid.state().text();
            }).start();
    }

    private void saveSoon() {
        if (!loaded) {
            return;
        }
        int mine = ++changes;
        display.timerExec(SAVE_AFTER_MILLIS, () -> {
            if (mine == changes && !grid.table().isDisposed()) {
                saveLast();
            }
        });
    }

    private void saveLast() {
        String text = grid.state().text();
        if (text.equals(stored)) {
            return;
        }
        stored = text;
        with(views -> Work.request(Messages.Grid_views, progress -> views.save(grid.id(), SavedViews.LAST, text))
            .quietly().start());
    }

    /** The menu of saved views. */
    void fill(MenuManager menu) {
        for (String name : names) {
            menu.add(GridMenu.action(name, () -> with(views -> load(views, name))));
        }
        if (!names.isEmpty()) {
            menu.add(new Separator());
        }
        menu.add(GridMenu.action(Messages.Grid_viewSave, this::askName));
        menu.add(GridMenu.action(Messages.Grid_viewReset, () -> grid.apply(initial)));
        if (!names.isEmpty()) {
            MenuManager delete = new MenuManager(Messages.Grid_viewDelete);
            names.forEach(name -> delete.add(GridMenu.action(name,
                () -> change(views -> views.delete(grid.id(), name)))));
            menu.add(delete);
        }
    }

    private void askName() {
        InputDialog dialog = new InputDialog(grid.table().getShell(), Messages.Grid_viewSave,
            Messages.Grid_viewName, "", text -> text.isBlank() ? Messages.Grid_viewNoName : null); //$NON-NLS-1$
        if (dialog.open() == Window.OK) {
            String name = dialog.getValue().strip();
            String text = grid.state().text();
            change(views -> views.save(grid.id(), name, text));
        }
    }

    private void change(java.util.function.Function<SavedViews, Outcome<String>> request) {
        with(views -> Work.request(Messages.Grid_views, progress -> request.apply(views)).on(grid.control())
            .done(name -> readNames(views)).start());
    }

}
