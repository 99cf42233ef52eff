package org.stockwright.ui.grid;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.columnChooser.command.DisplayColumnChooserCommand;
import org.eclipse.nebula.widgets.nattable.columnChooser.command.DisplayColumnChooserCommandHandler;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.stockwright.ui.internal.Messages;

/** The menu on a grid's rows, which views fill, and the one on its column titles. */
final class GridMenu<T> {

    private final Grid<T> grid;
    private final MenuManager rows = new MenuManager();
    private final MenuManager titles = new MenuManager();
    private int titleIndex = -1;

    GridMenu(Grid<T> grid) {
        this.grid = grid;
        NatTable table = grid.table();
        rows.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        rows.add(new Separator());
        rows.add(action(Messages.Grid_copy, grid::copy));
        Menu rowMenu = rows.createContextMenu(table);
        titles.setRemoveAllWhenShown(true);
        titles.addMenuListener(manager -> fillTitles());
        Menu titleMenu = titles.createContextMenu(table);
        table.setMenu(rowMenu);
        table.addListener(SWT.MenuDetect, event -> table.setMenu(detect(event) ? titleMenu : rowMenu));
        table.addDisposeListener(event -> {
            rows.dispose();
            titles.dispose();
        });
        grid.layers().selection.registerCommandHandler(new DisplayColumnChooserCommandHandler(
            grid.layers().selection, grid.layers().hideShow, grid.layers().header, grid.layers().headerData, null,
            null));
    }

    MenuManager rows() {
        return rows;
    }

    /** Whether the menu was asked for on a title; on a row, the row is selected as in other tables. */
    private boolean detect(Event event) {
        if (event.detail == SWT.MENU_KEYBOARD) {
            return false;
        }
        NatTable table = grid.table();
        Point point = table.toControl(event.x, event.y);
        int row = table.getRowPositionByY(point.y);
        int column = table.getColumnPositionByX(point.x);
        if (table.getRegionLabelsByXY(point.x, point.y) != null
            && table.getRegionLabelsByXY(point.x, point.y).hasLabel(GridRegion.COLUMN_HEADER)) {
            titleIndex = table.getColumnIndexByPosition(column);
            return true;
        }
        int position = table.getRowIndexByPosition(row);
        if (position >= 0 && !grid.layers().selection.isRowPositionSelected(position)) {
            grid.layers().selection.doCommand(
                new SelectRowsCommand(grid.layers().selection, 0, position, false, false));
        }
        return false;
    }

    private void fillTitles() {
        if (titleIndex >= 0 && titleIndex < grid.columns().size()) {
            Column<T> column = grid.columns().get(titleIndex);
            int index = titleIndex;
            if (column.isSortable()) {
                titles.add(action(Messages.Grid_sortUp, () -> sort(index, SortDirectionEnum.ASC)));
                titles.add(action(Messages.Grid_sortDown, () -> sort(index, SortDirectionEnum.DESC)));
                titles.add(new Separator());
            }
            if (grid.canGroup()) {
                titles.add(action(Messages.bind(Messages.Grid_groupBy, column.label()),
                    () -> GridTools.addGroup(grid, column.id())));
            }
            titles.add(action(Messages.bind(Messages.Grid_hide, column.label()),
                () -> grid.layers().hideShow.hideColumnIndexes(index)));
            titles.add(action(Messages.Grid_freezeHere, () -> GridArrangement.freeze(grid,
                grid.layers().hideShow.getColumnPositionByIndex(index) + 1)));
        }
        titles.add(action(Messages.Grid_unfreeze, () -> GridArrangement.freeze(grid, 0)));
        titles.add(new Separator());
        titles.add(action(Messages.Grid_columns, this::chooseColumns));
    }

    private void sort(int index, SortDirectionEnum direction) {
        grid.sortBy(index, direction);
    }

    void chooseColumns() {
        grid.layers().selection.doCommand(new DisplayColumnChooserCommand(grid.table()));
    }

    static IAction action(String label, Runnable runnable) {
        return new Action(label) {

            @Override
            public void run() {
                runnable.run();
            }

        };
    }

}
