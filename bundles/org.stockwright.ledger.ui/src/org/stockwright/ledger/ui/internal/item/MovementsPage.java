package org.stockwright.ledger.ui.internal.item;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPartSite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Progress;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ui.ItemPage;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ledger.ui.internal.LedgerColumns;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ui.Notices;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.GridQuery;
import org.stockwright.ui.grid.PagedRows;

/** What happened to an item: its movements with their documents, newest first. */
@Component
public final class MovementsPage implements ItemPage {

    private final Stock stock;

    /** Asks this stock. */
    @Activate
    public MovementsPage(@Reference Stock stock) {
        this.stock = stock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String title() {
        return Messages.Page_movements;
    }

    @Override
    public View create(Composite parent, IWorkbenchPartSite site, Notices notices) {
        return new Page(parent, site);
    }

    private final class Page implements View, PagedRows<MovementView> {

        private final Grid<MovementView> grid;
        private volatile ItemId item;

        Page(Composite parent, IWorkbenchPartSite site) {
            grid = new Grid<>(parent, "ledger.itemMovements", LedgerColumns.movements(Zones.current()).stream() //$NON-NLS-1$
                .filter(column -> !List.of("item", "name").contains(column.id())).toList(), MovementView::seq); //$NON-NLS-1$ //$NON-NLS-2$
            grid.provideSelection(site);
        }

        @Override
        public void show(Item shown) {
            if (shown.id().equals(item)) {
                grid.reload();
            } else {
                item = shown.id();
                grid.setPaged(this);
            }
        }

        private MovementQuery query() {
            return new MovementQuery(Optional.of(item), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), "", Optional.empty(), true); //$NON-NLS-1$
        }

        @Override
        public long count(GridQuery asked, Progress progress) {
            return stock.count(query());
        }

        @Override
        public List<MovementView> page(GridQuery asked, long offset, int rows, Progress progress) {
            return stock.page(query(), offset, rows);
        }

        @Override
        public void setFocus() {
            grid.setFocus();
        }

    }

}
