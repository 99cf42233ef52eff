package org.stockwright.service.ui.internal.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.stockwright.service.Templates.ResponseTime;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;

/** How long customers really waited, by version and by how much had been done before they came. */
final class MeasuredPane {

    /** So many days are looked back. */
    static final int DAYS = 90;

    private final Composite body;
    private final Label explanation;
    private final Grid<ResponseTime> grid;

    MeasuredPane(Composite parent) {
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 6).spacing(6, 6).applyTo(body);
        explanation = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(explanation);
        explanation.setText(Messages.Measured_none);
        Composite rows = new Composite(body, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        grid = new Grid<>(rows, "service.measured", columns(), row -> List.of(row.version(), row.done())); //$NON-NLS-1$
    }

    @SuppressWarnings("nls")
    private static List<Column<ResponseTime>> columns() {
        return List.of(
            Column.<ResponseTime>number("version", Messages.Templates_version,
                row -> BigDecimal.valueOf(row.version())).width(10),
            Column.<ResponseTime>number("done", Messages.Measured_done, row -> BigDecimal.valueOf(row.done()))
                .width(24),
            Column.<ResponseTime>number("cases", Messages.Measured_cases, row -> BigDecimal.valueOf(row.cases()))
                .width(14),
            Column.<ResponseTime>number("mean", Messages.Measured_mean, row -> tenth(row.meanMinutes())).width(18),
            Column.<ResponseTime>number("longest", Messages.Measured_longest, row -> tenth(row.longestMinutes()))
                .width(18),
            Column.<ResponseTime>number("standard", Messages.Measured_standard, row -> tenth(row.standardMinutes()))
                .width(24));
    }

    private static BigDecimal tenth(BigDecimal minutes) {
        return minutes.setScale(1, RoundingMode.HALF_UP);
    }

    void show(List<ResponseTime> rows) {
        grid.setRows(rows);
        explanation.setText(rows.isEmpty() ? Messages.Measured_none
            : NLS.bind(Messages.Measured_explanation, String.valueOf(DAYS)));
        body.layout(true, true);
    }

    Composite control() {
        return body;
    }

}
