package org.stockwright.valuation.ui.internal.value;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.ledger.ui.InstantControl;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ui.internal.ColumnChoice;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.ValueView;
import org.stockwright.valuation.ui.internal.Words;

/**
 * What stock is worth: now, or at any instant as known at any instant, and what it would be worth by other methods. Which
 * methods stand beside the books is which of their columns are shown. Enter opens the layers.
 */
public final class StockValueView extends ValueView {

    /** The view's id. */
    public static final String ID = "org.stockwright.valuation.ui.value"; //$NON-NLS-1$

    private final Map<CostMethod, Button> boxes = new EnumMap<>(CostMethod.class);
    private ValueSheet sheet = ValueSheet.EMPTY;
    private InstantControl asOf;
    private InstantControl knownAt;
    private Text category;
    private Button bySite;
    private Grid<ValueSheet.Row> grid;
    private ColumnChoice choice;
    private Label total;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Valuation.class);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite body = column(parent);
        header(line(body, 5 + CostMethod.values().length));
        grid = new Grid<>(rest(body), "valuation.value", ValueColumns.values(() -> sheet.figures()), //$NON-NLS-1$
            ValueSheet.Row::key);
        choice = new ColumnChoice(grid);
        total = text(body);
        grid.mark(row -> row.books().value().signum() < 0 ? Mark.BAD : Mark.NONE);
        grid.onOpen(row -> CostLayersView.open(getSite().getPage(), question(row)));
        grid.provideSelection(getSite());
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        asOf = InstantControl.asOf(this::notices, this::refreshSoon);
        knownAt = InstantControl.knownAt(this::notices, this::refreshSoon);
        bar.add(asOf);
        bar.add(knownAt);
        grid.fillToolBar(bar);
    }

    private void header(Composite header) {
        new Label(header, SWT.NONE).setText(Messages.Value_category);
        category = new Text(header, SWT.BORDER | SWT.SEARCH | SWT.ICON_CANCEL);
        category.setMessage(Messages.Value_categoryHint);
        GridDataFactory.fillDefaults().hint(220, SWT.DEFAULT).applyTo(category);
        category.addListener(SWT.DefaultSelection, event -> refreshSoon());
        bySite = box(header, Messages.Value_bySite, ValueColumns.SITE);
        Label compare = new Label(header, SWT.NONE);
        compare.setText(Messages.Value_compare);
        compare.setToolTipText(Messages.Value_compareTip);
        GridDataFactory.fillDefaults().indent(16, 0).align(SWT.BEGINNING, SWT.CENTER).applyTo(compare);
        for (CostMethod method : CostMethod.values()) {
            boxes.put(method, box(header, Words.of(method), ValueColumns.by(method)));
        }
    }

    private Button box(Composite header, String label, String column) {
        Button box = new Button(header, SWT.CHECK);
        // the theme's background hides the tick
        box.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        box.setText(label);
        box.addListener(SWT.Selection, event -> {
            choice.show(column, box.getSelection());
            refreshSoon();
        });
        return box;
    }

    /** What the view asks for now; the columns that are shown decide. */
    private ValueQuestion question() {
        Set<CostMethod> methods = EnumSet.noneOf(CostMethod.class);
        boxes.forEach((method, box) -> {
            if (choice.isShown(ValueColumns.by(method))) {
                methods.add(method);
            }
            box.setSelection(methods.contains(method));
        });
        bySite.setSelection(choice.isShown(ValueColumns.SITE));
        return new ValueQuestion(category.getText(), asOf.instant(), knownAt.instant(), bySite.getSelection(),
            methods);
    }

    /** What to ask about a row's layers. */
    LayerSheet.Question question(ValueSheet.Row row) {
        return new LayerSheet.Question(row.books().itemId(), row.books().item(), asOf.instant(), knownAt.instant(),
            java.util.Optional.empty());
    }

    @Override
    protected void load() {
        ValueQuestion question = question();
        service(Valuation.class).ifPresent(valuation -> start(question, Work
            .load(Messages.Value_load, progress -> ValueSheet.read(valuation, question, Figures.current(), progress))
            .on(grid.control()).done(found -> show(question, found))));
    }

    private void show(ValueQuestion asked, ValueSheet found) {
        sheet = found;
        grid.setRows(found.rows());
        setContentDescription(found.rows().isEmpty() ? Messages.Value_none : ""); //$NON-NLS-1$
        show(total, found.totals());
        if (!question().equals(asked)) {
            // the columns that were shown the last time came from the book meanwhile
            refreshSoon();
        }
    }

    @Override
    protected void empty() {
        sheet = ValueSheet.EMPTY;
        grid.setRows(List.of());
        setContentDescription(""); //$NON-NLS-1$
        show(total, ""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
