package org.stockwright.documents.ui.internal.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.stockwright.base.Refusal;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.ui.Notices;

/** The lines that were entered, with what was looked up and what is wrong: Enter takes one into the fields, Delete removes. */
final class LineTable {

    private static final int PADDING = 16;
    private static final int PROBLEM_WIDTH = 240;
    private static final int MOST_CHARACTERS = 64;

    private final List<EntryField> fields;
    private final List<EntryField> facts;
    private final Table table;
    private final Label empty;
    private final double character;

    LineTable(Composite parent, List<EntryField> fields, List<EntryField> facts, IntConsumer edit,
        Consumer<List<Integer>> remove) {
        this.fields = fields;
        this.facts = facts;
        // not virtual for its size: only so GTK does not take scanned letters for a search among the lines
        table = new Table(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.BORDER | SWT.VIRTUAL);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 80).applyTo(table);
        GC gc = new GC(table);
        character = gc.getFontMetrics().getAverageCharacterWidth();
        gc.dispose();
        column(Messages.Column_line, (int) (4 * character), SWT.RIGHT);
        Stream.concat(fields.stream(), facts.stream()).forEach(field -> column(field.label(),
            (int) (Math.max(field.width(), field.label().length() + 1) * character),
            field.isNumber() ? SWT.RIGHT : SWT.LEFT));
        column(Messages.Entry_problem, PROBLEM_WIDTH, SWT.LEFT);
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
        column.setWidth(width + PADDING);
    }

    private int problem() {
        return 1 + fields.size() + facts.size();
    }

    /** What went wrong is the longest text: its column takes the room that the others leave. */
    private void fillProblem() {
        int others = 0;
        for (int i = 0; i < problem(); i++) {
            others += table.getColumn(i).getWidth();
        }
        table.getColumn(problem()).setWidth(Math.max(PROBLEM_WIDTH, table.getClientArea().width - others));
    }

    void show(List<EntryRow> lines) {
        table.setItemCount(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            TableItem row = table.getItem(i);
            row.setText(0, Integer.toString(i + 1));
            for (int field = 0; field < fields.size(); field++) {
                row.setText(1 + field, lines.get(i).get(fields.get(field).id()));
            }
            row.setText(problem(), ""); //$NON-NLS-1$
        }
    }

    /** Brings a line into sight and selects it. */
    void select(int index) {
        if (index >= 0 && index < table.getItemCount()) {
            table.setSelection(index);
            table.showItem(table.getItem(index));
        }
    }

    /** Gives the focus to the lines, with one selected. */
    void focus(int index) {
        select(Math.min(index, table.getItemCount() - 1));
        focus();
    }

    /** Gives the focus to the lines. */
    void focus() {
        table.setFocus();
    }

    /** Writes to each line what was looked up; a column grows with its texts, up to a bound. */
    void facts(List<Map<String, String>> found) {
        for (int i = 0; i < table.getItemCount(); i++) {
            Map<String, String> its = i < found.size() ? found.get(i) : Map.of();
            for (int fact = 0; fact < facts.size(); fact++) {
                table.getItem(i).setText(1 + fields.size() + fact, its.getOrDefault(facts.get(fact).id(), "")); //$NON-NLS-1$
            }
        }
        for (int fact = 0; fact < facts.size(); fact++) {
            widen(1 + fields.size() + fact, facts.get(fact), found);
        }
        fillProblem();
    }

    private void widen(int column, EntryField fact, List<Map<String, String>> found) {
        GC gc = new GC(table);
        int longest = found.stream().map(its -> its.getOrDefault(fact.id(), "")) //$NON-NLS-1$
            .mapToInt(text -> gc.textExtent(text).x).max().orElse(0);
        gc.dispose();
        int wanted = Math.min(longest, (int) (MOST_CHARACTERS * character)) + PADDING;
        if (wanted > table.getColumn(column).getWidth()) {
            table.getColumn(column).setWidth(wanted);
        }
    }

    /** Writes to each line what is wrong with it. */
    void problems(List<Refusal> refusals) {
        for (int i = 0; i < table.getItemCount(); i++) {
            int line = i + 1;
            TableItem row = table.getItem(i);
            List<Refusal> here = refusals.stream().filter(refusal -> refusal.place().line() == line)
                .map(refusal -> refusal.at(Refusal.Place.NONE)).toList();
            row.setText(problem(), Notices.text(here).replace('\n', ' '));
            row.setForeground(problem(), here.isEmpty() ? null : JFaceColors.getErrorText(table.getDisplay()));
        }
        refusals.stream().map(refusal -> (int) refusal.place().line()).filter(line -> line > 0).findFirst()
            .ifPresent(line -> select(line - 1));
    }

}
