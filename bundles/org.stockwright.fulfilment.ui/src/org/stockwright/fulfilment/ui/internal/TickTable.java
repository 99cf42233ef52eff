package org.stockwright.fulfilment.ui.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/**
 * Rows of a dialog, with check boxes where some are chosen: Space ticks those that are selected, Ctrl+A selects all. One
 * column can be typed: in a field below, for the row that is selected.
 *
 * @param <T> what a row is about
 */
public final class TickTable<T> {

    private static final int LEAST = 60;
    private static final int MOST = 340;
    private static final int PADDING = 12;

    private final Composite area;
    private final Table table;
    private final Map<Integer, String> typed = new HashMap<>();
    private Runnable changed = () -> {
        // nobody listens
    };
    private Text text;
    private int textColumn;
    private boolean setting;
    private TableColumn rest;

    /**
     * An empty table over both columns of a dialog's fields.
     *
     * @param width in pixels
     * @param height in pixels
     * @param ticks whether rows have check boxes
     */
    public TickTable(Composite parent, int width, int height, boolean ticks) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 6).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(area);
        table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI | (ticks ? SWT.CHECK : SWT.NONE));
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(width, height).applyTo(table);
        table.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                changed.run();
            } else {
                showText();
            }
        });
        table.addListener(SWT.KeyDown, event -> {
            if (event.character == ' ' && ticks) {
                event.doit = false;
                toggle();
            } else if (event.keyCode == 'a' && event.stateMask == SWT.MOD1) {
                table.selectAll();
                showText();
            }
        });
    }

    /** A column more; numbers stand at the right. */
    public TickTable<T> column(String title, int style) {
        new TableColumn(table, style).setText(title);
        return this;
    }

    /** The column that is typed in a field with this label, for the row that is selected. */
    public TickTable<T> typed(String label, int column) {
        textColumn = column;
        new Label(area, SWT.NONE).setText(label);
        text = new Text(area, SWT.BORDER);
        text.setEnabled(false);
        GridDataFactory.fillDefaults().hint(140, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Modify, event -> {
            int row = table.getSelectionIndex();
            if (!setting && row >= 0) {
                typed.put(Integer.valueOf(row), text.getText().strip());
                table.getItem(row).setText(textColumn, text.getText().strip());
                if ((table.getStyle() & SWT.CHECK) != 0) {
                    table.getItem(row).setChecked(true);
                }
                changed.run();
            }
        });
        return this;
    }

    /** Runs when the user ticked or typed something. */
    public TickTable<T> onChange(Runnable listener) {
        changed = listener;
        return this;
    }

    /**
     * Shows rows instead of those before, and gives the columns the widths that they need.
     *
     * @param cells the texts of a row's columns
     * @param ticked which rows are ticked at first
     */
    public void show(List<T> rows, Function<T, List<String>> cells, Predicate<T> ticked) {
        table.setRedraw(false);
        if (rest == null) {
            // takes the room that is left, so that the last column keeps its width
            rest = new TableColumn(table, SWT.LEFT);
            rest.setWidth(PADDING);
        }
        typed.clear();
        table.removeAll();
        for (T row : rows) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setData(row);
            item.setText(cells.apply(row).toArray(String[]::new));
            item.setChecked(ticked.test(row));
        }
        for (TableColumn column : table.getColumns()) {
            if (column != rest) {
                column.pack();
                column.setWidth(Math.clamp(column.getWidth() + PADDING, LEAST, MOST));
            }
        }
        table.setRedraw(true);
        if (!rows.isEmpty() && (text != null || (table.getStyle() & SWT.CHECK) != 0)) {
            table.select(0);
        }
        showText();
    }

    private void showText() {
        int row = table.getSelectionIndex();
        if (text != null) {
            setting = true;
            text.setEnabled(row >= 0);
            text.setText(row < 0 ? "" : table.getItem(row).getText(textColumn)); //$NON-NLS-1$
            text.selectAll();
            setting = false;
        }
    }

    private void toggle() {
        TableItem[] selected = table.getSelection();
        boolean isAll = Arrays.stream(selected).allMatch(TableItem::getChecked);
        for (TableItem item : selected) {
            item.setChecked(!isAll);
        }
        changed.run();
    }

    /** Ticks all rows, or none. */
    public void tickAll(boolean ticked) {
        for (TableItem item : table.getItems()) {
            item.setChecked(ticked);
        }
        changed.run();
    }

    /** The rows that are ticked. */
    public List<T> ticked() {
        return rows(TableItem::getChecked);
    }

    /** All rows. */
    public List<T> rows() {
        return rows(item -> true);
    }

    @SuppressWarnings("unchecked")
    private List<T> rows(Predicate<TableItem> wanted) {
        List<T> result = new ArrayList<>();
        for (TableItem item : table.getItems()) {
            if (wanted.test(item)) {
                result.add((T) Objects.requireNonNull(item.getData()));
            }
        }
        return result;
    }

    /** What was typed for a row; empty when nothing was. */
    public Optional<String> typedFor(T row) {
        for (int i = 0; i < table.getItemCount(); i++) {
            if (row.equals(table.getItem(i).getData())) {
                return Optional.ofNullable(typed.get(Integer.valueOf(i)));
            }
        }
        return Optional.empty();
    }

    /** Gives it the focus. */
    public void focus() {
        table.setFocus();
    }

    /** The widget that shows the rows. */
    public Table control() {
        return table;
    }

}
