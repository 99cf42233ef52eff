package org.stockwright.valuation.ui.internal.writedown;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.catalog.Items;
import org.stockwright.ledger.ui.InstantField;
import org.stockwright.ledger.ui.InstantField.Edge;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuationPermission;
import org.stockwright.valuation.ui.internal.Fields;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.ValueView;

/** Lower of cost and net realisable value: what is proposed for an instant, and posting what is selected of it. */
public final class WriteDownsView extends ValueView {

    /** The view's id. */
    public static final String ID = "org.stockwright.valuation.ui.writeDowns"; //$NON-NLS-1$

    private static final int SHARE_WIDTH = 50;

    private WriteDownSheet sheet = WriteDownSheet.EMPTY;
    private InstantField asOf;
    private Text sellingCost;
    /** The cost of selling as it was taken last. */
    private String share = ""; //$NON-NLS-1$
    private Button reversals;
    private Grid<WriteDownSheet.Row> grid;
    private Label total;

    @Override
    protected List<Class<?>> needs() {
        return List.of(LateCosts.class, Valuation.class, Items.class);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite body = column(parent);
        Composite header = line(body, 6);
        asOf = new InstantField(Edge.END, this::notices, this::refreshSoon);
        asOf.create(header, Messages.WriteDown_asOf, Messages.WriteDown_asOfTip, Messages.Journal_now);
        Fields.label(header, Messages.WriteDown_sellingCost);
        sellingCost = new Text(header, SWT.BORDER | SWT.RIGHT);
        sellingCost.setMessage("0"); //$NON-NLS-1$
        sellingCost.setToolTipText(Messages.WriteDown_sellingCostTip);
        sellingCost.addListener(SWT.DefaultSelection, event -> take());
        sellingCost.addListener(SWT.FocusOut, event -> take());
        GridDataFactory.fillDefaults().hint(SHARE_WIDTH, SWT.DEFAULT).applyTo(sellingCost);
        Fields.label(header, Messages.WriteDown_percent);
        reversals = new Button(header, SWT.CHECK);
        // the theme's background hides the tick
        reversals.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        reversals.setText(Messages.WriteDown_reversals);
        reversals.setToolTipText(Messages.WriteDown_reversalsTip);
        GridDataFactory.fillDefaults().indent(16, 0).align(SWT.BEGINNING, SWT.CENTER).applyTo(reversals);
        reversals.addListener(SWT.Selection, event -> refreshSoon());
        grid = new Grid<>(rest(body), "valuation.writeDowns", WriteDownSheet.columns(() -> sheet.figures()), //$NON-NLS-1$
            row -> row.proposal().itemId());
        grid.onSelect(rows -> show(total, total()));
        grid.provideSelection(getSite());
        total = text(body);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        tool(bar, grid.control(), Messages.WriteDown_dialog, ValuationPermission.COSTS, this::post);
        grid.fillToolBar(bar);
    }

    private void take() {
        if (!sellingCost.getText().strip().equals(share)) {
            share = sellingCost.getText().strip();
            notices().clear();
            refreshSoon();
        }
    }

    private String total() {
        List<WriteDownSheet.Row> selected = grid.selection();
        return sheet.rows().isEmpty() ? "" //$NON-NLS-1$
            : sheet.total(sheet.rows()) + (selected.isEmpty() ? ' ' + Messages.WriteDown_selectFirst
                : ' ' + NLS.bind(Messages.WriteDown_selected, sheet.total(selected)));
    }

    private void post() {
        List<WriteDownSheet.Row> selected = grid.selection();
        if (selected.isEmpty()) {
            notices().failed(sheet.rows().isEmpty() ? Messages.WriteDown_none : Messages.WriteDown_selectFirst);
            return;
        }
        WriteDownPosting posting = new WriteDownPosting("wb-" + UUID.randomUUID(), //$NON-NLS-1$
            selected.stream().map(WriteDownSheet.Row::proposal).toList(), sheet.asOf(), sheet.figures());
        service(LateCosts.class).ifPresent(costs -> new WriteDownDialog(getSite().getShell(), costs, posting,
            sheet.total(selected), result -> posted(posting, result)).open());
    }

    private void posted(WriteDownPosting posting, WriteDownPosting.Result result) {
        if (result.refused().isEmpty()) {
            notices().done(posting.report(result));
        } else {
            notices().failed(posting.report(result));
        }
        refreshSoon();
    }

    @Override
    protected void load() {
        WriteDownSheet.Question question = new WriteDownSheet.Question(asOf.instant(), share,
            reversals.getSelection());
        Items items = service(Items.class).orElseThrow();
        Valuation valuation = service(Valuation.class).orElseThrow();
        service(LateCosts.class).ifPresent(costs -> start(question, Work
            .request(Messages.WriteDown_load, progress -> WriteDownSheet.read(costs, valuation, items, question,
                Figures.current(), Instant.now(), progress))
            .on(grid.control()).done(this::show)));
    }

    private void show(WriteDownSheet found) {
        sheet = found;
        grid.setRows(found.rows());
        setContentDescription(found.remark());
        show(total, total());
    }

    @Override
    protected void empty() {
        sheet = WriteDownSheet.EMPTY;
        grid.setRows(List.of());
        setContentDescription(""); //$NON-NLS-1$
        show(total, ""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
