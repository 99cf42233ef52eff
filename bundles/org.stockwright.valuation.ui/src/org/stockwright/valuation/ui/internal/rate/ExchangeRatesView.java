package org.stockwright.valuation.ui.internal.rate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.CostSettings.Rate;
import org.stockwright.valuation.ValuationPermission;
import org.stockwright.valuation.ui.internal.Effective;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.ValueView;

/** What foreign currencies are worth, since when and by whose entry. Enter begins a new rate of the row's currency. */
public final class ExchangeRatesView extends ValueView {

    /** The view's id. */
    public static final String ID = "org.stockwright.valuation.ui.rates"; //$NON-NLS-1$

    private RateSheet sheet = RateSheet.EMPTY;
    private Grid<Effective<Rate>> grid;

    @Override
    protected List<Class<?>> needs() {
        return List.of(CostSettings.class);
    }

    @Override
    protected void createContent(Composite parent) {
        grid = new Grid<>(parent, "valuation.rates", RateSheet.columns(() -> sheet.figures()), //$NON-NLS-1$
            row -> List.of(row.what().currency(), row.what().from()));
        grid.mark(Effective::mark);
        grid.onOpen(row -> allowed(ValuationPermission.POLICIES, () -> open(Optional.of(row))));
        grid.provideSelection(getSite());
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        tool(bar, grid.control(), Messages.Rate_dialog, ValuationPermission.POLICIES,
            () -> open(grid.selection().stream().findFirst()));
        importTool(bar, grid.control(), "exchange-rates"); //$NON-NLS-1$
        grid.fillToolBar(bar);
    }

    private void open(Optional<Effective<Rate>> row) {
        service(CostSettings.class).ifPresent(settings -> new RateDialog(getSite().getShell(), settings,
            row.map(one -> one.what().currency().getCurrencyCode()).orElse("")).open()); //$NON-NLS-1$
    }

    @Override
    protected void load() {
        service(CostSettings.class).ifPresent(settings -> start(ID, Work
            .load(Messages.Rate_load,
                progress -> RateSheet.of(settings.rateHistory(), Figures.current(), Instant.now()))
            .on(grid.control()).quietly().done(this::show)));
    }

    private void show(RateSheet found) {
        sheet = found;
        grid.setRows(found.rows());
        setContentDescription(found.remark());
    }

    @Override
    protected void empty() {
        sheet = RateSheet.EMPTY;
        grid.setRows(List.of());
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
