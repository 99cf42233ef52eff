package org.stockwright.testkit.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.layer.DefaultColumnHeaderDataLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

/** A grid. Rows and columns are counted from 0, as they are arranged now, also those that are scrolled out of sight. */
public final class BotNatTable extends BotControl<NatTable> {

    BotNatTable(NatTable widget) {
        super(widget);
    }

    private static SelectionLayer rows(NatTable table) {
        return Objects.requireNonNull(find(table.getLayer(), SelectionLayer.class));
    }

    private static <L extends ILayer> L find(ILayer layer, Class<L> type) {
        if (type.isInstance(layer)) {
            return type.cast(layer);
        }
        for (int x = 0; x < 2; x++) {
            for (int y = 0; y < 2; y++) {
                ILayer below = child(layer, x, y);
                L found = below == null || below == layer ? null : find(below, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static ILayer child(ILayer layer, int x, int y) {
        if (layer instanceof CompositeLayer composite) {
            return x < composite.getLayoutXCount() && y < composite.getLayoutYCount()
                ? composite.getChildLayerByLayoutCoordinate(x, y) : null;
        }
        return x > 0 || y > 0 ? null : layer.getUnderlyingLayerByPosition(0, 0);
    }

    /** How many rows there are. */
    public int rowCount() {
        return read(table -> rows(table).getRowCount());
    }

    /** The titles of the visible columns. */
    public List<String> columns() {
        return read(table -> {
            List<String> titles = new ArrayList<>();
            for (int i = 0; i < table.getColumnCount(); i++) {
                titles.add(String.valueOf(table.getDataValueByPosition(i, 0)));
            }
            return titles;
        });
    }

    /** The titles of all columns that are not hidden, also of those scrolled out of sight. */
    private List<String> titles() {
        return read(table -> {
            SelectionLayer rows = rows(table);
            ILayer header = Objects.requireNonNull(find(table.getLayer(), DefaultColumnHeaderDataLayer.class));
            List<String> titles = new ArrayList<>();
            for (int i = 0; i < rows.getColumnCount(); i++) {
                titles.add(String.valueOf(header.getDataValueByPosition(rows.getColumnIndexByPosition(i), 0)));
            }
            return titles;
        });
    }

    /** What a cell shows. */
    public String cell(int row, int column) {
        return read(table -> String.valueOf(rows(table).getDataValueByPosition(column, row)));
    }

    /** What a cell shows, by the column's title. */
    public String cell(int row, String column) {
        int index = titles().indexOf(column);
        if (index < 0) {
            throw new WidgetNotFoundException("There is no column '" + column + "' in " + titles());
        }
        return cell(row, index);
    }

    /** The first row whose cell in this column shows this text, or -1. */
    public int indexOf(String text, String column) {
        for (int row = 0; row < rowCount(); row++) {
            if (cell(row, column).equals(text)) {
                return row;
            }
        }
        return -1;
    }

    /**
     * The first row whose cells show these texts, or -1; reads the grid once, so rows do not move meanwhile.
     *
     * @param cells column titles and texts in turn
     */
    public int rowWhere(String... cells) {
        List<String> titles = titles();
        return read(table -> {
            SelectionLayer rows = rows(table);
            for (int row = 0; row < rows.getRowCount(); row++) {
                boolean all = true;
                for (int i = 0; all && i < cells.length; i += 2) {
                    int column = titles.indexOf(cells[i]);
                    all = column >= 0 && cells[i + 1].equals(String.valueOf(rows.getDataValueByPosition(column, row)));
                }
                if (all) {
                    return row;
                }
            }
            return -1;
        });
    }

    /** Selects rows, and gives the grid the focus. */
    public BotNatTable select(int... rows) {
        Ui.run(() -> {
            widget.forceFocus();
            SelectionLayer layer = rows(widget);
            layer.clear();
            layer.doCommand(new SelectRowsCommand(layer, 0, rows, false, true, rows[0]));
        });
        return this;
    }

    /** Opens a row as with Enter. */
    public void doubleClick(int row) {
        select(row);
        Ui.later(() -> {
            Event event = new Event();
            event.type = SWT.KeyDown;
            event.keyCode = SWT.CR;
            event.character = '\r';
            event.doit = true;
            widget.notifyListeners(SWT.KeyDown, event);
        });
    }

    /** Clicks on a column's title: sorts by it. */
    public void header(String column) {
        int index = columns().indexOf(column);
        Ui.run(() -> {
            Rectangle bounds = widget.getBoundsByPosition(index, 0);
            mouse(SWT.MouseDown, bounds);
            mouse(SWT.MouseUp, bounds);
        });
        Ui.sleep(read(table -> table.getDisplay().getDoubleClickTime()) + 50L);
        Ui.run(() -> {
            // single clicks are acted on when no second one came
        });
    }

    private void mouse(int type, Rectangle bounds) {
        Event event = new Event();
        event.type = type;
        event.button = 1;
        event.count = 1;
        event.x = bounds.x + bounds.width / 2;
        event.y = bounds.y + bounds.height / 2;
        widget.notifyListeners(type, event);
    }

}
