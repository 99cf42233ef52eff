package org.stockwright.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Services;
import org.stockwright.ui.internal.Images;
import org.stockwright.ui.internal.Messages;

/** The tool bar of a grid: filter, groups, columns, saved views, export. */
final class GridTools<T> {

    /** The permission to write what is shown to a file or the clipboard. */
    private static final String EXPORT = "exchange.export"; //$NON-NLS-1$

    private final Grid<T> grid;

    GridTools(Grid<T> grid) {
        this.grid = grid;
    }

    void fill(IToolBarManager bar) {
        bar.add(filter());
        bar.add(dropDown(Messages.Grid_group, "group", this::fillGroups)); //$NON-NLS-1$
        IAction columns = GridMenu.action(Messages.Grid_columns, grid.gridMenu()::chooseColumns);
        columns.setImageDescriptor(Images.descriptor("columns")); //$NON-NLS-1$
        bar.add(columns);
        bar.add(dropDown(Messages.Grid_views, "views", grid.memory()::fill)); //$NON-NLS-1$
        IAction export = dropDown(Messages.Grid_export, "export", this::fillExports); //$NON-NLS-1$
        Allowed.guard(export, grid.control(), EXPORT);
        bar.add(export);
        bar.add(new Separator());
    }

    private IAction filter() {
        Action action = new Action(Messages.Grid_filter, IAction.AS_CHECK_BOX) {

            @Override
            public void run() {
                grid.showFilters(isChecked());
            }

        };
        action.setImageDescriptor(Images.descriptor("filter")); //$NON-NLS-1$
        action.setToolTipText(Messages.Grid_filterHelp);
        grid.onArranged(() -> action.setChecked(grid.showsFilters()));
        return action;
    }

    private void fillGroups(MenuManager menu) {
        if (!grid.canGroup()) {
            IAction none = GridMenu.action(Messages.Grid_noGroups, () -> {
                // only tells
            });
            none.setEnabled(false);
            menu.add(none);
            return;
        }
        menu.add(GridMenu.action(Messages.Grid_ungroup, () -> grid.groupBy(List.of())));
        menu.add(new Separator());
        for (Column<T> column : grid.columns()) {
            if (!column.isNumber()) {
                Action action = new Action(column.label(), IAction.AS_CHECK_BOX) {

                    @Override
                    public void run() {
                        addGroup(grid, column.id());
                    }

                };
                action.setChecked(grid.groupBy().contains(column.id()));
                menu.add(action);
            }
        }
    }

    /** Groups by one more column, or no longer by it. */
    static <T> void addGroup(Grid<T> grid, String column) {
        List<String> groups = new ArrayList<>(grid.groupBy());
        if (!groups.remove(column)) {
            groups.add(column);
        }
        grid.groupBy(groups);
    }

    private void fillExports(MenuManager menu) {
        List<Exporter> exporters = Services.findAll(GridTools.class, Exporter.class);
        exporters.forEach(exporter -> menu.add(GridMenu.action(Messages.bind(Messages.Grid_exportAs, exporter.label()),
            () -> GridExport.ask(grid, exporter))));
        menu.add(GridMenu.action(Messages.Grid_copy, grid::copy));
    }

    private static IAction dropDown(String label, String image, Consumer<MenuManager> filler) {
        Action action = new Action(label, IAction.AS_DROP_DOWN_MENU) {

            @Override
            public void runWithEvent(org.eclipse.swt.widgets.Event event) {
                if (event.widget instanceof org.eclipse.swt.widgets.ToolItem item) {
                    Menu menu = getMenuCreator().getMenu(item.getParent());
                    menu.setLocation(item.getParent().toDisplay(item.getBounds().x,
                        item.getBounds().y + item.getBounds().height));
                    menu.setVisible(true);
                }
            }

        };
        action.setImageDescriptor(Images.descriptor(image));
        action.setToolTipText(label);
        action.setMenuCreator(new DropDown(filler));
        return action;
    }

    /** A menu that is filled anew each time it opens. */
    private static final class DropDown implements IMenuCreator {

        private final Consumer<MenuManager> filler;
        private MenuManager manager;

        DropDown(Consumer<MenuManager> filler) {
            this.filler = filler;
        }

        @Override
        public Menu getMenu(Control parent) {
            dispose();
            manager = new MenuManager();
            filler.accept(manager);
            return manager.createContextMenu(parent);
        }

        @Override
        public Menu getMenu(Menu parent) {
            return parent;
        }

        @Override
        public void dispose() {
            if (manager != null) {
                manager.dispose();
                manager = null;
            }
        }

    }

}
