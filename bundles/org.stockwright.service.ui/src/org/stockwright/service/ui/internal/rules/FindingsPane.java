package org.stockwright.service.ui.internal.rules;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.service.DecisionTables.Checked;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.Notices;

/** What was found in a decision table: gaps, overlaps, samples that are decided otherwise, and what deserves a look. */
final class FindingsPane {

    private static final int KIND_WIDTH = 90;
    private static final int ROW_WIDTH = 60;

    private final Composite body;
    private final Label summary;
    private final Table table;
    private final TableColumn what;

    FindingsPane(Composite parent) {
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(body);
        summary = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(summary);
        table = new Table(body, SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 80).applyTo(table);
        column(Messages.Rules_finding, KIND_WIDTH, SWT.LEFT);
        column(Messages.Rules_row, ROW_WIDTH, SWT.RIGHT);
        what = column(Messages.Rules_what, KIND_WIDTH, SWT.LEFT);
        table.addListener(SWT.Resize, event -> fit());
    }

    private TableColumn column(String title, int width, int style) {
        TableColumn column = new TableColumn(table, style);
        column.setText(title);
        column.setWidth(width);
        return column;
    }

    /** Nothing of a long finding is cut off: the table scrolls. */
    private void fit() {
        what.pack();
        what.setWidth(Math.max(what.getWidth(), table.getClientArea().width - KIND_WIDTH - ROW_WIDTH));
    }

    /** Shows what was found. */
    void show(Checked found) {
        table.removeAll();
        add(Messages.Rules_problem, found.problems(), true);
        add(Messages.Rules_sample, found.failedSamples(), true);
        add(Messages.Rules_warning, found.warnings(), false);
        int wrong = found.problems().size() + found.failedSamples().size();
        say(found.isClean() ? Messages.Rules_clean : NLS.bind(Messages.Rules_unclean, String.valueOf(wrong)));
    }

    /** Shows what keeps the table from being looked at. */
    void failed(List<Refusal> refusals) {
        table.removeAll();
        add(Messages.Rules_cell, refusals, true);
        say(Messages.Rules_unreadable);
    }

    private void add(String kind, List<Refusal> refusals, boolean isBad) {
        for (Refusal refusal : refusals) {
            TableItem item = new TableItem(table, SWT.NONE);
            long line = refusal.place().line();
            item.setText(new String[] { kind, line > 0 ? String.valueOf(line) : "", //$NON-NLS-1$
                Notices.text(refusal.at(Place.NONE)) });
            if (isBad) {
                item.setForeground(0, JFaceColors.getErrorText(table.getDisplay()));
            }
        }
    }

    private void say(String words) {
        fit();
        if (!summary.getText().equals(words)) {
            summary.setText(words);
            body.layout(true, true);
        }
    }

    Composite control() {
        return body;
    }

}
