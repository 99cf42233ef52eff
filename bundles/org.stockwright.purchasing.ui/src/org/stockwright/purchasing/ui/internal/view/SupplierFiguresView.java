package org.stockwright.purchasing.ui.internal.view;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.ui.TypedInstant;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.purchasing.SupplierFigures;
import org.stockwright.purchasing.SupplierFigures.Figures;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.grid.Column;

/** How well suppliers deliver in a period: in full on time, lead times, rejects, prices. Enter in a day asks again. */
@SuppressWarnings("nls")
public final class SupplierFiguresView extends ReportView<SupplierFigures, Figures> {

    private Text from;
    private Text to;
    private Optional<LocalDate> first = Optional.empty();
    private Optional<LocalDate> last = Optional.empty();

    /** A view on the open book. */
    public SupplierFiguresView() {
        super(SupplierFigures.class, "purchasing.supplierFigures", Messages.Suppliers_load, Messages.Suppliers_none);
    }

    @Override
    void header(Composite body) {
        Composite header = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(6, 4).margins(8, 6).applyTo(header);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        from = day(header, Messages.Suppliers_from, Messages.Suppliers_fromHint);
        to = day(header, Messages.Suppliers_to, Messages.Suppliers_toHint);
    }

    private Text day(Composite header, String label, String hint) {
        new Label(header, SWT.NONE).setText(label);
        Text text = new Text(header, SWT.BORDER | SWT.SINGLE);
        text.setMessage(hint);
        GridDataFactory.fillDefaults().hint(150, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.DefaultSelection, event -> refreshSoon());
        return text;
    }

    @Override
    Outcome<String> asked() {
        try {
            LocalDate today = LocalDate.now(Zones.current());
            first = typed(from, today);
            last = typed(to, today);
            notices().clear();
            return Outcome.done("");
        } catch (DateTimeException e) {
            return Outcome.refused(Refusal.of(LedgerRefusal.BAD_INSTANT, from.getText() + ' ' + to.getText())
                .hint("Write a day as 2026-01-31, t for today, or t-30 for thirty days before."));
        }
    }

    private static Optional<LocalDate> typed(Text text, LocalDate today) {
        return text.getText().isBlank() ? Optional.empty()
            : Optional.of(TypedInstant.day(text.getText().strip(), today));
    }

    @Override
    List<Column<Figures>> columns() {
        return List.of(Column.<Figures>text("supplier", Messages.Field_supplier, Figures::code).width(12),
            Column.<Figures>text("name", Messages.Fact_name, Figures::name).width(28),
            Column.<Figures>number("lines", Messages.Suppliers_lines, row -> BigDecimal.valueOf(row.lines())).width(11),
            Column.<Figures>number("onTime", Messages.Suppliers_onTime, row -> BigDecimal.valueOf(row.onTimeInFull()))
                .width(14),
            Column.<Figures>number("otif", Messages.Suppliers_otif, row -> row.otif().orElse(null)).width(9),
            Column.<Figures>number("receipts", Messages.Suppliers_receipts, row -> BigDecimal.valueOf(row.receipts()))
                .width(10),
            Column.<Figures>number("lead", Messages.Suppliers_lead, row -> row.leadTimeMean().orElse(null)).width(15),
            Column.<Figures>number("deviation", Messages.Suppliers_deviation,
                row -> row.leadTimeDeviation().orElse(null)).width(15),
            Column.<Figures>number("rejectRate", Messages.Suppliers_rejectRate, row -> row.rejectRate().orElse(null))
                .width(12),
            Column.<Figures>number("variance", Messages.Suppliers_variance, row -> row.priceVariance().orElse(null))
                .width(17));
    }

    @Override
    Object key(Figures row) {
        return row.supplier();
    }

    @Override
    List<Figures> rows(SupplierFigures figures) {
        return figures.figures(first, last, Optional.empty());
    }

    @Override
    protected void focusContent() {
        from.setFocus();
    }

}
