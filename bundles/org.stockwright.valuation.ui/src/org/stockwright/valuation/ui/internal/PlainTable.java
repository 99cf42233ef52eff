package org.stockwright.valuation.ui.internal;

import java.util.List;
import java.util.function.Predicate;

import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.stockwright.ui.grid.Column;

/**
 * A few rows in a dialog, by the columns that the grids have.
 *
 * @param <T> a row
 */
public final class PlainTable<T> {

    private static final int PADDING = 10;

    private final Table table;
    private final List<Column<T>> columns;
    private final Predicate<T> bad;

    /**
     * An empty table.
     *
     * @param columns from left to right
     * @param bad which rows stand out; a column says why, too
     */
    public PlainTable(Composite parent, List<Column<T>> columns, Predicate<T> bad) {
        this.columns = columns.stream().filter(column -> !column.isHidden()).toList();
        this.bad = bad;
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        for (Column<T> column : this.columns) {
            new TableColumn(table, column.isNumber() ? SWT.RIGHT : SWT.LEFT).setText(column.label());
        }
        // the last column takes all that is left, which is no place for a number
        new TableColumn(table, SWT.LEFT).setWidth(PADDING);
        fit();
    }

    /** Columns are as wide as what stands in them, but not wider than they are in a grid. */
    private void fit() {
        GC gc = new GC(table);
        double character = gc.getFontMetrics().getAverageCharacterWidth();
        gc.dispose();
        for (int i = 0; i < columns.size(); i++) {
            TableColumn its = table.getColumn(i);
            its.pack();
            its.setWidth(Math.min(its.getWidth() + PADDING, (int) (columns.get(i).width() * character) + PADDING));
        }
    }

    /** Shows these rows. */
    public void show(List<T> rows) {
        table.removeAll();
        for (T row : rows) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(columns.stream().map(column -> column.text(row)).toArray(String[]::new));
            if (bad.test(row)) {
                item.setForeground(JFaceColors.getErrorText(table.getDisplay()));
            }
        }
        fit();
    }

    /** The widget, to lay out and to give the focus to. */
    public Table control() {
        return table;
    }

}
