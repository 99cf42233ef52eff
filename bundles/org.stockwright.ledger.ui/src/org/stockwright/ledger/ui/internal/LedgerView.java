package org.stockwright.ledger.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Progress;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.ui.ItemPages;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.GridQuery;
import org.stockwright.ui.grid.Mark;
import org.stockwright.ui.grid.PagedRows;

/** The ledger: every movement, newest first, loaded page by page. */
public final class LedgerView extends StockwrightView implements PagedRows<MovementView> {

    /** The view's id. */
    public static final String ID = "org.stockwright.ledger.ui.ledger"; //$NON-NLS-1$

    private Grid<MovementView> grid;

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
        grid = new Grid<>(parent, "ledger.movements", LedgerColumns.movements(Zones.current()), MovementView::seq); //$NON-NLS-1$
        grid.mark(row -> row.reverses().isPresent() ? Mark.DIMMED : Mark.NONE);
        grid.onOpen(this::openItem);
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    @Override
    protected void opened() {
        grid.setPaged(this);
    }

    @Override
    protected void closed() {
        grid.setRows(List.of());
    }

    @Override
    protected void refresh() {
        grid.reload();
    }

    @Override
    public long count(GridQuery query, Progress progress) {
        return service(Stock.class).map(stock -> stock.count(movements(query))).orElse(0L);
    }

    @Override
    public List<MovementView> page(GridQuery query, long offset, int rows, Progress progress) {
        return service(Stock.class).map(stock -> stock.page(movements(query), offset, rows)).orElse(List.of());
    }

    /** The first of kind and item filters narrows exactly where it can; any other text is looked for everywhere. */
    static MovementQuery movements(GridQuery query) {
        String kind = query.filter("kind").strip(); //$NON-NLS-1$
        String text = query.filter("item").strip(); //$NON-NLS-1$
        boolean oldestFirst = query.sort().stream().findFirst().map(GridQuery.Sort::ascending).orElse(false);
        return new MovementQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), text, Kinds.byPrefix(kind), !oldestFirst);
    }

    private void openItem(MovementView row) {
        ItemPages.open(getSite().getPage(), row.itemId(), row.item());
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
