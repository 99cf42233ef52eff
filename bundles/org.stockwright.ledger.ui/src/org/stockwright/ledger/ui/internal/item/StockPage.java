package org.stockwright.ledger.ui.internal.item;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPartSite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ui.ItemPage;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;
import org.stockwright.ledger.ui.internal.LedgerColumns;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;

/** Where an item lies: its balances by place, lot, status. F8 tells why. */
@Component
public final class StockPage implements ItemPage {

    private final Stock stock;

    /** Asks this stock. */
    @Activate
    public StockPage(@Reference Stock stock) {
        this.stock = stock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String title() {
        return Messages.Page_stock;
    }

    @Override
    public View create(Composite parent, IWorkbenchPartSite site, Notices notices) {
        return new Page(parent, site, notices);
    }

    private final class Page implements View {

        private final Notices notices;
        private final Label total;
        private final Grid<StockRow> grid;

        Page(Composite parent, IWorkbenchPartSite site, Notices notices) {
            this.notices = notices;
            Composite body = new Composite(parent, SWT.NONE);
            GridLayoutFactory.fillDefaults().applyTo(body);
            total = new Label(body, SWT.NONE);
            GridDataFactory.fillDefaults().indent(8, 6).grab(true, false).applyTo(total);
            Composite rows = new Composite(body, SWT.NONE);
            rows.setLayout(new FillLayout());
            GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
            grid = new Grid<>(rows, "ledger.stock", LedgerColumns.stock().stream() //$NON-NLS-1$
                .filter(column -> !List.of("item", "name", "category").contains(column.id())).toList(), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
                LedgerColumns::key);
            grid.provideSelection(site);
        }

        @Override
        public void show(Item item) {
            Work.load(Messages.Stock_load, progress -> stock.onHand(StockQuery.of(item.id(), Grouping.BALANCE)))
                .on(grid.control()).with(notices).quietly().done(rows -> show(item, rows)).start();
        }

        private void show(Item item, List<StockRow> rows) {
            Quantity zero = Quantity.zero(item.unit());
            total.setText(NLS.bind(Messages.Page_stock_total,
                new Object[] { rows.stream().map(StockRow::onHand).reduce(zero, Quantity::plus),
                    rows.stream().map(StockRow::reserved).reduce(zero, Quantity::plus),
                    rows.stream().map(StockRow::available).reduce(zero, Quantity::plus) }));
            grid.setRows(rows);
        }

        @Override
        public void setFocus() {
            grid.setFocus();
        }

    }

}
