package org.stockwright.ui.master;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.ControlEditor;
import org.eclipse.swt.custom.TableCursor;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.internal.Messages;

/**
 * A table whose cells are edited: the arrow keys move, Enter or a character begins, Enter and Tab take what was typed and go
 * to the next cell, Escape leaves it as it was. What is wrong with a row stands in the last column, and the cell is red.
 */
final class CellTable {

    private static final int PADDING = 16;
    private static final int PROBLEM_WIDTH = 200;
    private static final int PRINTABLE = ' ';

    private final MasterSheet sheet;
    private final List<MasterColumn> columns;
    private final Table table;
    private final TableCursor cursor;
    private final ControlEditor editor;
    private final BooleanSupplier allowed;
    private final Runnable changed;
    private Runnable take = () -> {
        // no cell is being edited
    };
    private Supplier<Boolean> pending = () -> Boolean.FALSE;
    private Runnable typing = () -> {
        // nobody listens yet
    };

    /** What happens to the row with the cursor. */
    private Consumer<Integer> keyed = keyCode -> {
        // nobody listens yet
    };

    CellTable(Composite parent, MasterSheet sheet, List<MasterColumn> columns, BooleanSupplier allowed,
        Runnable changed) {
        this.sheet = sheet;
        this.columns = columns;
        this.allowed = allowed;
        this.changed = changed;
        table = new Table(parent, SWT.FULL_SELECTION | SWT.BORDER | SWT.VIRTUAL);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        GC gc = new GC(table);
        double character = gc.getFontMetrics().getAverageCharacterWidth();
        gc.dispose();
        for (MasterColumn column : columns) {
            TableColumn its = new TableColumn(table, column.isNumber() ? SWT.RIGHT : SWT.LEFT);
            its.setText(column.label());
            its.setWidth((int) (Math.max(column.width(), column.label().length() + 1) * character) + PADDING);
        }
        TableColumn problem = new TableColumn(table, SWT.LEFT);
        problem.setText(Messages.Master_problem);
        problem.setWidth(PROBLEM_WIDTH);
        table.addListener(SWT.Resize, event -> fillProblem());
        // rows are filled in when they are seen: there may be thousands
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        cursor = new TableCursor(table, SWT.NONE);
        // as what is selected, whatever the theme has for such controls
        cursor.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        cursor.setBackground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        cursor.setForeground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT));
        // a selected row would hide which of its cells is meant and which is wrong
        table.addListener(SWT.Selection, event -> table.deselectAll());
        editor = new ControlEditor(cursor);
        editor.grabHorizontal = true;
        editor.grabVertical = true;
        cursor.addListener(SWT.DefaultSelection, event -> edit(null));
        cursor.addListener(SWT.MouseDown, event -> edit(null));
        cursor.addListener(SWT.KeyDown, this::key);
        cursor.addListener(SWT.Traverse, event -> {
            // Tab goes through the cells and out of the table behind the last one
            if (event.detail == SWT.TRAVERSE_TAB_NEXT && hasNext()) {
                event.doit = false;
                next();
            }
        });
        cursor.setVisible(false);
        table.addListener(SWT.FocusIn, event -> focus());
        table.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.INSERT) {
                keyed.accept(event.keyCode);
            }
        });
    }

    /** Runs with the key's code when a key is pressed at a row that does not edit its cell. */
    void onKey(Consumer<Integer> listener) {
        keyed = listener;
    }

    /** Runs whenever something is typed into a cell. */
    void onTyping(Runnable listener) {
        typing = listener;
    }

    /** Whether a cell is being edited and not as it was. */
    boolean isPending() {
        return pending.get();
    }

    private void key(Event event) {
        if ((event.stateMask & (SWT.MOD1 | SWT.ALT)) != 0) {
            return;
        }
        if (event.keyCode == SWT.F2) {
            edit(null);
        } else if (event.keyCode == SWT.DEL || event.keyCode == SWT.INSERT) {
            keyed.accept(event.keyCode);
        } else if (event.character > PRINTABLE && event.character != SWT.DEL) {
            edit(String.valueOf(event.character));
        }
    }

    /** What went wrong is the longest text: its column takes the room that the others leave. */
    private void fillProblem() {
        int others = 0;
        for (int i = 0; i < columns.size(); i++) {
            others += table.getColumn(i).getWidth();
        }
        table.getColumn(columns.size()).setWidth(Math.max(PROBLEM_WIDTH, table.getClientArea().width - others));
    }

    /** The row with the cursor; -1 when there is none. */
    int row() {
        return cursor.getRow() == null || cursor.getRow().isDisposed() ? -1 : table.indexOf(cursor.getRow());
    }

    /** Shows the rows of the sheet as they are now. */
    void show() {
        int row = row();
        int column = row < 0 ? 0 : cursor.getColumn();
        boolean focused = cursor.isFocusControl();
        table.setItemCount(sheet.rows().size());
        table.clearAll();
        if (focused && sheet.rows().isEmpty()) {
            // keys such as Ctrl+S and Insert go on without a row
            table.setFocus();
        }
        cursor.setVisible(!sheet.rows().isEmpty());
        if (row >= 0 && !sheet.rows().isEmpty()) {
            cursor.setSelection(Math.min(row, sheet.rows().size() - 1), column);
            if (focused) {
                cursor.setFocus();
            }
        }
    }

    private void fill(TableItem item, int index) {
        if (index >= sheet.rows().size()) {
            return;
        }
        MasterRow row = sheet.rows().get(index);
        for (int i = 0; i < columns.size(); i++) {
            item.setText(i, row.get(columns.get(i).id()));
            boolean bad = sheet.isBad(index, columns.get(i).id());
            item.setForeground(i, bad ? JFaceColors.getErrorText(table.getDisplay()) : null);
        }
        item.setText(columns.size(), sheet.problem(index));
        item.setForeground(columns.size(), JFaceColors.getErrorText(table.getDisplay()));
    }

    /** Gives the focus to the cells. */
    void focus() {
        if (sheet.rows().isEmpty()) {
            return;
        }
        if (row() < 0) {
            select(0, sheet.badColumn(0));
        }
        cursor.setFocus();
    }

    /** Goes to a cell. */
    void select(int row, int column) {
        take.run();
        table.deselectAll();
        table.showItem(table.getItem(row));
        table.showColumn(table.getColumn(column));
        cursor.setSelection(row, column);
        cursor.setFocus();
    }

    private void edit(String typed) {
        int row = row();
        if (row < 0 || cursor.getColumn() >= columns.size() || !columns.get(cursor.getColumn()).isEdited()
            || !allowed.getAsBoolean()) {
            return;
        }
        take.run();
        MasterColumn column = columns.get(cursor.getColumn());
        if (column.isKept() && sheet.isStored(row)) {
            return;
        }
        String old = sheet.rows().get(row).get(column.id());
        switch (column.type()) {
            case WORD -> word(row, column, old);
            case CODE -> {
                CodeField<String> field = new CodeField<>(cursor, column.label(), column.search());
                if (typed == null && !old.isEmpty()) {
                    field.set(new CodeField.Choice<>(old, old, "")); //$NON-NLS-1$
                }
                field.onEnter(() -> {
                    take.run();
                    next();
                });
                text(row, column, field.text(), typed);
            }
            default -> {
                Text text = new Text(cursor, column.isNumber() ? SWT.SINGLE | SWT.RIGHT : SWT.SINGLE);
                text.setText(old);
                text.addListener(SWT.Traverse, event -> {
                    if (event.detail == SWT.TRAVERSE_RETURN) {
                        event.doit = false;
                        take.run();
                        next();
                    }
                });
                text(row, column, text, typed);
            }
        }
    }

    private void text(int row, MasterColumn column, Text text, String typed) {
        text.setMessage(column.hint());
        if (typed == null) {
            text.selectAll();
        } else {
            text.setText(typed);
            text.setSelection(typed.length());
        }
        begin(row, column, text, text::getText);
        typing.run();
        if (typed != null) {
            text.setSelection(typed.length());
        }
    }

    private void word(int row, MasterColumn column, String old) {
        CCombo combo = new CCombo(cursor, SWT.READ_ONLY | SWT.FLAT);
        combo.setItems(column.words().toArray(String[]::new));
        combo.setVisibleItemCount(column.words().size());
        combo.select(Math.max(0, column.words().indexOf(old)));
        combo.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_RETURN) {
                event.doit = false;
                take.run();
                next();
            }
        });
        begin(row, column, combo, combo::getText);
    }

    private void begin(int row, MasterColumn column, Control control, Supplier<String> content) {
        editor.setEditor(control);
        long id = sheet.rows().get(row).id();
        String old = sheet.rows().get(row).get(column.id());
        take = () -> end(control, () -> write(id, column, content.get()));
        pending = () -> !content.get().strip().equals(old);
        control.addListener(SWT.Modify, event -> typing.run());
        control.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                end(control, () -> {
                    // it stays as it was
                });
                cursor.setFocus();
            } else if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                event.doit = false;
                take.run();
                if (event.detail == SWT.TRAVERSE_TAB_NEXT) {
                    next();
                } else {
                    previous();
                }
            }
        });
        control.addListener(SWT.FocusOut, event -> control.getDisplay().asyncExec(() -> left(control)));
        control.setFocus();
    }

    /** The user went elsewhere in this window; a list of offers in front, or another window, is not elsewhere. */
    private void left(Control control) {
        if (!control.isDisposed() && control.getDisplay().getActiveShell() == control.getShell()
            && !isIn(control, control.getDisplay().getFocusControl())) {
            take.run();
        }
    }

    private static boolean isIn(Control control, Control focus) {
        for (Control one = focus; one != null; one = one.getParent()) {
            if (one == control) {
                return true;
            }
        }
        return false;
    }

    private void end(Control control, Runnable last) {
        take = () -> {
            // no cell is being edited
        };
        pending = () -> Boolean.FALSE;
        last.run();
        typing.run();
        editor.setEditor(null);
        if (!control.isDisposed()) {
            control.dispose();
        }
    }

    private void write(long id, MasterColumn column, String text) {
        for (int i = 0; i < sheet.rows().size(); i++) {
            if (sheet.rows().get(i).id() == id && sheet.set(i, column.id(), text)) {
                changed.run();
            }
        }
    }

    /** Takes what is being typed. */
    void finish() {
        take.run();
    }

    private int edited(int from, int step) {
        int column = from;
        while (column >= 0 && column < columns.size() && !columns.get(column).isEdited()) {
            column += step;
        }
        return column;
    }

    private boolean hasNext() {
        return row() >= 0
            && (edited(cursor.getColumn() + 1, 1) < columns.size() || row() + 1 < sheet.rows().size());
    }

    /** To the next cell that is edited, or the first of the next row. */
    private void next() {
        int row = row();
        int column = edited(cursor.getColumn() + 1, 1);
        if (column >= columns.size()) {
            if (row + 1 >= sheet.rows().size()) {
                cursor.setFocus();
                return;
            }
            row++;
            column = edited(0, 1);
        }
        select(row, column);
    }

    private void previous() {
        int row = row();
        int column = edited(cursor.getColumn() - 1, -1);
        if (column < 0) {
            if (row == 0) {
                cursor.setFocus();
                return;
            }
            row--;
            column = edited(columns.size() - 1, -1);
        }
        select(row, column);
    }

    /** The widget, to lay out. */
    Table control() {
        return table;
    }

}
