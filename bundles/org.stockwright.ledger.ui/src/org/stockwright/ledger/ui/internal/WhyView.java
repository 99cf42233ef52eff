package org.stockwright.ledger.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.Stock.Contribution;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;

/** Why a figure is what it is: the movements it comes from, with what each added and the figure after it. */
public final class WhyView extends StockwrightView {

    /** The view's id. */
    public static final String ID = "org.stockwright.ledger.ui.why"; //$NON-NLS-1$

    private Grid<Contribution> grid;
    private Optional<StockQuery> query = Optional.empty();
    private String subject = ""; //$NON-NLS-1$

    @Override
    protected List<Class<?>> needs() {
        return List.of(Stock.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.STOCK);
    }

    @Override
    protected void createContent(Composite parent) {
        grid = new Grid<>(parent, "ledger.why", LedgerColumns.contributions(Zones.current()), //$NON-NLS-1$
            row -> row.movement().seq());
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
        setContentDescription(Messages.Why_empty);
    }

    /** Shows what a figure comes from. */
    public void explain(StockQuery figure, String what) {
        query = Optional.of(figure);
        subject = what;
        setPartName(NLS.bind(Messages.Why_title, what));
        if (isOpen()) {
            refresh();
        }
    }

    @Override
    protected void closed() {
        query = Optional.empty();
        grid.setRows(List.of());
        setContentDescription(Messages.Why_empty);
    }

    @Override
    protected void refresh() {
        Optional<Stock> stock = service(Stock.class);
        if (query.isEmpty() || stock.isEmpty()) {
            return;
        }
        StockQuery figure = query.get();
        Work.load(Messages.Why_load, progress -> stock.get().explain(figure)).on(grid.control()).with(notices())
            .done(this::show).start();
    }

    private void show(List<Contribution> rows) {
        String figure = rows.isEmpty() ? "0" : rows.getLast().running().toString(); //$NON-NLS-1$
        setContentDescription(NLS.bind(Messages.Why_heading, new Object[] { figure, subject, rows.size() }));
        grid.setRows(rows);
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
