package org.stockwright.documents.ui.internal.view;

import java.time.Instant;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.stockwright.documents.Printing.Print;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.Words;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/** What was printed of a document, when and by whom. */
final class PrintsTab {

    private final Composite body;
    private final Label remark;
    private final Grid<Print> grid;

    PrintsTab(Composite parent) {
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        remark = new Label(body, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 6).applyTo(remark);
        Composite rows = new Composite(body, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).indent(0, 6).applyTo(rows);
        grid = new Grid<>(rows, "documents.prints", columns(), print -> List.of(print.form(), print.print())); //$NON-NLS-1$
        grid.mark(print -> print.isFailed() ? Mark.DIMMED : Mark.NONE);
    }

    @SuppressWarnings("nls")
    private static List<Column<Print>> columns() {
        return List.of(
            Column.<Print, Instant>of("at", Messages.Column_at, Print::at,
                instant -> Words.minutes(instant, Zones.current())).width(17),
            Column.<Print>text("form", Messages.Print_form, Print::title).width(26),
            Column.<Print>text("print", Messages.Prints_which, PrintsTab::which).width(28),
            Column.<Print>text("user", Messages.Column_user, Print::user).width(16));
    }

    private static String which(Print print) {
        String kind = print.isOriginal() ? Messages.Prints_original
            : NLS.bind(Messages.Prints_copy, Integer.valueOf(print.print()));
        return print.isFailed() ? NLS.bind(Messages.Prints_failed, kind) : kind;
    }

    Control control() {
        return body;
    }

    void show(List<Print> prints) {
        remark.setText(prints.isEmpty() ? Messages.Prints_none : Messages.Prints_remark);
        grid.setRows(prints);
    }

}
