package org.stockwright.fulfilment.ui.internal.drop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.documents.KindView;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.fulfilment.DropShipping;
import org.stockwright.fulfilment.DropShipping.Routed;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/** What suppliers send straight to customers, line by line. Enter opens the purchase order. */
public final class DropShipmentsView extends StockwrightView {

    private Button openOnly;
    private Grid<Routed> grid;
    private Optional<KindView> purchases = Optional.empty();

    /** What is read at once. */
    private record Read(Optional<KindView> purchases, List<Routed> rows) {
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(DropShipping.class, Documents.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.DOCUMENTS, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        Composite header = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).applyTo(header);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        openOnly = new Button(header, SWT.CHECK);
        openOnly.setText(Messages.DropList_openOnly);
        openOnly.setSelection(true);
        openOnly.addListener(SWT.Selection, event -> refresh());
        Composite rows = new Composite(body, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        grid = new Grid<>(rows, "fulfilment.dropShipments", columns(), row -> List.of(row.order(), row.line())); //$NON-NLS-1$
        grid.mark(row -> row.open().signum() > 0 ? Mark.NONE : Mark.DIMMED);
        grid.onOpen(row -> find(PurchaseOrders.KIND, row.order(), this::open));
        Action dispatch = action(Messages.Drop_dispatch, row -> find(PurchaseOrders.KIND, row.order(),
            order -> DropShipParts.begin(DispatchEntry.ID, order, getSite().getPage(), notices())));
        Allowed.guard(dispatch, body, FulfilmentPermission.SHIP);
        grid.menu().add(dispatch);
        grid.menu().add(action(Messages.DropList_openPurchase,
            row -> find(PurchaseOrders.KIND, row.order(), this::open)));
        grid.menu().add(action(Messages.DropList_openOrder,
            row -> find("customer-order", row.customerOrder(), this::open))); //$NON-NLS-1$
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    private Action action(String label, Consumer<Routed> run) {
        return new Action(label) {

            @Override
            public void run() {
                grid.selection().stream().findFirst().ifPresent(run);
            }

        };
    }

    private void open(Document document) {
        DocumentPages.open(getSite().getPage(), document.id(), document.number());
    }

    private void find(String kind, String number, Consumer<Document> then) {
        service(Documents.class).ifPresent(documents -> Work
            .load(Messages.DropList_load, progress -> documents.find(kind, number)).on(grid.control()).with(notices())
            .quietly().done(found -> found.ifPresent(then)).start());
    }

    @SuppressWarnings("nls")
    private List<Column<Routed>> columns() {
        return List.of(Column.<Routed>text("order", Messages.DropList_purchase, Routed::order).width(17),
            Column.<Routed>number("line", Messages.DropList_line, row -> BigDecimal.valueOf(row.line()))
                .width(6),
            Column.<Routed>text("state", Messages.DropList_state,
                row -> purchases.map(kind -> kind.titleOf(row.state())).orElse(row.state())).width(13),
            Column.<Routed>text("supplier", Messages.Drop_supplier, Routed::supplier).width(10),
            Column.<Routed>text("customerOrder", Messages.DropList_order, Routed::customerOrder).width(17),
            Column.<Routed>text("customer", Messages.Field_customer, Routed::customer).width(10),
            Column.<Routed>text("address", Messages.DropList_address, Routed::address).width(9),
            Column.<Routed>text("item", Messages.Field_item, Routed::item).width(16),
            Column.<Routed>quantity("wanted", Messages.Fact_wanted, Routed::wanted).width(10),
            Column.<Routed>quantity("dispatched", Messages.DropList_dispatched, Routed::dispatched).width(12),
            Column.<Routed>quantity("open", Messages.Dispatch_open, Routed::open).width(10),
            Column.<Routed>quantity("returned", Messages.DropList_returned, Routed::returned).width(11),
            Column.<Routed, LocalDate>of("expected", Messages.Drop_expected, row -> row.expected().orElse(null),
                LocalDate::toString).width(12));
    }

    @Override
    protected void refresh() {
        boolean open = openOnly.getSelection();
        Optional<DropShipping> dropShipping = service(DropShipping.class);
        Optional<Documents> documents = service(Documents.class);
        if (dropShipping.isPresent() && documents.isPresent()) {
            Work.load(Messages.DropList_load, progress -> new Read(documents.get().kinds().stream()
                .filter(kind -> kind.id().equals(PurchaseOrders.KIND)).findFirst(), dropShipping.get().list(open)))
                .on(grid.control()).with(notices()).quietly().done(read -> show(read, open)).start();
        }
    }

    private void show(Read read, boolean open) {
        purchases = read.purchases();
        grid.setRows(read.rows());
        setContentDescription(
            !read.rows().isEmpty() ? "" : open ? Messages.DropList_noneOpen : Messages.DropList_none); //$NON-NLS-1$
    }

    @Override
    protected void closed() {
        grid.setRows(List.of());
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
