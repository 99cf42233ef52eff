package org.stockwright.testkit.ui;

import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** A plain table. */
public final class BotTable extends BotControl<Table> {

    BotTable(Table widget) {
        super(widget);
    }

    /** How many rows it has. */
    public int rowCount() {
        return read(Table::getItemCount);
    }

    /** What a cell shows; rows and columns are counted from 0. */
    public String cell(int row, int column) {
        return read(table -> table.getItem(row).getText(column));
    }

    /** The titles of its columns. */
    public List<String> columns() {
        return read(table -> Arrays.stream(table.getColumns()).map(TableColumn::getText).toList());
    }

    /** Selects rows. */
    public void select(int... rows) {
        Ui.run(() -> widget.setSelection(rows));
        notifyLater(SWT.Selection);
    }

    /** Double-clicks a row. */
    public void doubleClick(int row) {
        Ui.run(() -> widget.setSelection(row));
        Ui.later(() -> {
            Event event = new Event();
            event.item = widget.getItem(row);
            widget.notifyListeners(SWT.DefaultSelection, event);
        });
    }

}
