package org.stockwright.valuation.ui.internal.period;

import java.util.List;

import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PartInitException;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.ValuationPermission;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.ValueView;

/** The periods that somebody decided about: who closed them when, what stock was worth then, and the seal. */
public final class PeriodsView extends ValueView {

    /** The view's id. */
    public static final String ID = "org.stockwright.valuation.ui.periods"; //$NON-NLS-1$

    private PeriodSheet sheet = PeriodSheet.EMPTY;
    private Grid<PeriodSheet.Row> grid;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Periods.class);
    }

    @Override
    protected void createContent(Composite parent) {
        grid = new Grid<>(parent, "valuation.periods", PeriodColumns.decisions(() -> sheet.figures()), //$NON-NLS-1$
            PeriodSheet.Row::key);
        grid.mark(row -> row.latest() ? Mark.NONE : Mark.DIMMED);
        grid.provideSelection(getSite());
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        tool(bar, grid.control(), Messages.Close_title, ValuationPermission.CLOSE,
            () -> CloseWizard.open(getSite().getWorkbenchWindow()));
        tool(bar, grid.control(), Messages.Reopen_title, ValuationPermission.REOPEN,
            () -> ReopenHandler.reopen(getSite().getWorkbenchWindow()));
        tool(bar, grid.control(), Messages.Periods_verify, ValuationPermission.VIEW, this::verify);
        grid.fillToolBar(bar);
    }

    /** Compares closed periods with their seals; the result stands in the view of checks. */
    private void verify() {
        service(Periods.class).ifPresent(periods -> Work
            .load(Messages.Periods_verifying,
                progress -> new TieOutSheet(periods.verify(progress), Figures.current()))
            .on(grid.control()).with(notices()).done(this::verified).start());
    }

    private void verified(TieOutSheet found) {
        try {
            ((TieOutView) getSite().getPage().showView(TieOutView.ID)).show(found);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void load() {
        service(Periods.class).ifPresent(periods -> start(ID, Work
            .load(Messages.Periods_load, progress -> new PeriodSheet(periods.list(), Figures.current()))
            .on(grid.control()).quietly().done(this::show)));
    }

    private void show(PeriodSheet found) {
        sheet = found;
        grid.setRows(found.rows());
        setContentDescription(found.heading());
    }

    @Override
    protected void empty() {
        show(PeriodSheet.EMPTY);
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
