package org.stockwright.ledger.ui.internal.entry;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ui.Notices;

/** The lines that were entered: Enter or a double click takes one back into the fields, Delete removes. */
final class EntryTable {

    private static final int PROBLEM = 9;
    private static final int PROBLEM_WIDTH = 300;

    private final Table table;
    private final Label empty;

    EntryTable(Composite parent, IntConsumer edit, Consumer<List<Integer>> remove) {
        table = new Table(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.BORDER);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 80).applyTo(table);
        column(Messages.Entry_column_line, 34, SWT.RIGHT);
        column(Messages.Entry_column_item, 120, SWT.LEFT);
        column(Messages.Entry_column_quantity, 80, SWT.RIGHT);
        column(Messages.Entry_column_unit, 60, SWT.LEFT);
        column(Messages.Entry_column_from, 100, SWT.LEFT);
        column(Messages.Entry_column_to, 100, SWT.LEFT);
        column(Messages.Entry_column_lot, 100, SWT.LEFT);
        column(Messages.Entry_column_expires, 90, SWT.LEFT);
        column(Messages.Entry_column_reason, 90, SWT.LEFT);
        column(Messages.Entry_column_problem, PROBLEM_WIDTH, SWT.LEFT);
        table.addListener(SWT.Resize, event -> fillProblem());
        table.addListener(SWT.DefaultSelection, event -> {
            if (table.getSelectionIndex() >= 0) {
                edit.accept(table.getSelectionIndex());
            }
        });
        table.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL && table.getSelectionCount() > 0) {
                remove.accept(Arrays.stream(table.getSelectionIndices()).boxed().toList());
            }
        });
        empty = new Label(parent, SWT.WRAP);
        empty.setText(Messages.Entry_empty);
        empty.setEnabled(false);
        GridDataFactory.fillDefaults().indent(8, 4).grab(true, false).applyTo(empty);
    }

    private void column(String title, int width, int style) {
        TableColumn column = new TableColumn(table, style);
        column.setText(title);
        column.setWidth(width);
    }

    /** What went wrong is the longest text: its column takes the room that the others leave. */
    private void fillProblem() {
        int others = 0;
        for (int i = 0; i < PROBLEM; i++) {
            others += table.getColumn(i).getWidth();
        }
        table.getColumn(PROBLEM).setWidth(Math.max(PROBLEM_WIDTH, table.getClientArea().width - others));
    }

    void show(List<EntryLine> lines) {
        table.setItemCount(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            EntryLine line = lines.get(i);
            table.getItem(i).setText(new String[] { Integer.toString(i + 1), line.item(), line.quantity(), line.unit(),
                line.from(), line.to(), line.lot(), line.expires(), line.reason(), "" }); //$NON-NLS-1$
        }
        if (!lines.isEmpty()) {
            table.showItem(table.getItem(lines.size() - 1));
        }
    }

    /** Writes to each line what is wrong with it. */
    void problems(List<Refusal> refusals) {
        for (int i = 0; i < table.getItemCount(); i++) {
            int line = i + 1;
            TableItem row = table.getItem(i);
            List<Refusal> here = refusals.stream().filter(refusal -> refusal.place().line() == line)
                .map(refusal -> refusal.at(Refusal.Place.NONE)).toList();
            row.setText(PROBLEM, Notices.text(here).replace('\n', ' '));
            row.setForeground(PROBLEM, here.isEmpty() ? null : table.getDisplay().getSystemColor(SWT.COLOR_RED));
        }
        refusals.stream().map(refusal -> (int) refusal.place().line()).filter(line -> line > 0).findFirst()
            .filter(line -> line <= table.getItemCount()).ifPresent(line -> table.setSelection(line - 1));
    }

}
