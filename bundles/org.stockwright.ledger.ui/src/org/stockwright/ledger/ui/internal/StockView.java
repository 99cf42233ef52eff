package org.stockwright.ledger.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Items;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;
import org.stockwright.ledger.ui.InstantControl;
import org.stockwright.ledger.ui.ItemPages;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;
import org.stockwright.ui.scan.ScanFeedback;
import org.stockwright.ui.scan.ScanTarget;

/** Stock on hand, reserved and available: now, or at any instant as known at any instant; at the place chosen in the tree. */
public final class StockView extends StockwrightView implements ScanTarget {

    /** The view's id. */
    public static final String ID = "org.stockwright.ledger.ui.stock"; //$NON-NLS-1$

    private final ISelectionListener places = this::placeChosen;
    private Grid<StockRow> grid;
    private InstantControl asOf;
    private InstantControl knownAt;
    private Grouping grouping = Grouping.LOCATION;
    private Optional<Location> place = Optional.empty();

    @Override
    protected List<Class<?>> needs() {
        return List.of(Stock.class, Items.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.STOCK, Topic.ITEMS, Topic.LOCATIONS);
    }

    @Override
    protected void createContent(Composite parent) {
        grid = new Grid<>(parent, "ledger.stock", LedgerColumns.stock(), LedgerColumns::key); //$NON-NLS-1$
        grid.mark(row -> row.onHand().signum() < 0 && isOurs() ? Mark.BAD : Mark.NONE);
        grid.onOpen(this::openItem);
        grid.provideSelection(getSite());
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        asOf = InstantControl.asOf(this::notices, this::refreshSoon);
        knownAt = InstantControl.knownAt(this::notices, this::refreshSoon);
        bar.add(asOf);
        bar.add(knownAt);
        grid.fillToolBar(bar);
        fillMenu(getViewSite().getActionBars().getMenuManager());
        getSite().getWorkbenchWindow().getSelectionService().addSelectionListener(LocationsView.ID, places);
    }

    /** At suppliers, customers and count differences negative figures are nothing to worry about. */
    private boolean isOurs() {
        return place.map(location -> location.kind().isKept()).orElse(true);
    }

    private void fillMenu(IMenuManager menu) {
        MenuManager rows = new MenuManager(Messages.Stock_grouping);
        addGrouping(rows, Messages.Stock_by_item, Grouping.ITEM);
        addGrouping(rows, Messages.Stock_by_location, Grouping.LOCATION);
        addGrouping(rows, Messages.Stock_by_lot, Grouping.LOT);
        addGrouping(rows, Messages.Stock_by_balance, Grouping.BALANCE);
        menu.add(rows);
    }

    private void addGrouping(MenuManager rows, String label, Grouping wanted) {
        Action action = new Action(label, IAction.AS_RADIO_BUTTON) {

            @Override
            public void run() {
                if (isChecked()) {
                    grouping = wanted;
                    refreshSoon();
                }
            }

        };
        action.setChecked(wanted == grouping);
        rows.add(action);
    }

    private void placeChosen(IWorkbenchPart part, ISelection selection) {
        Optional<Location> chosen = selection instanceof IStructuredSelection some
            && some.getFirstElement() instanceof Location location ? Optional.of(location) : Optional.empty();
        if (!chosen.equals(place)) {
            place = chosen;
            setContentDescription(chosen.map(location -> NLS.bind(Messages.Stock_at, location.code()))
                .orElse("")); //$NON-NLS-1$
            if (isOpen()) {
                refreshSoon();
            }
        }
    }

    @Override
    protected void closed() {
        place = Optional.empty();
        setContentDescription(""); //$NON-NLS-1$
    }

    /** What the view asks for now. */
    StockQuery query() {
        StockQuery all = StockQuery.all(grouping).at(asOf.instant(), knownAt.instant());
        return place.map(location -> all.at(location.id())).orElse(all);
    }

    @Override
    protected void refresh() {
        StockQuery query = query();
        service(Stock.class).ifPresent(
            stock -> Work.load(Messages.Stock_load, progress -> stock.onHand(query)).on(grid.control())
                .with(notices()).quietly().done(grid::setRows).start());
    }

    private void openItem(StockRow row) {
        ItemPages.open(getSite().getPage(), row.itemId(), row.item());
    }

    /** A scanned item is shown alone. */
    @Override
    public void scanned(String code, ScanFeedback feedback) {
        service(Items.class).ifPresent(items -> Work.request(Messages.Stock_load, progress -> items.resolve(code))
            .on(grid.control()).quietly().done(match -> {
                feedback.good();
                grid.setFilters(java.util.Map.of("item", match.code())); //$NON-NLS-1$
            }).refused(refusals -> refused(refusals, feedback)).start());
    }

    private void refused(List<Refusal> refusals, ScanFeedback feedback) {
        feedback.bad();
        notices().refused(refusals);
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

    @Override
    public void dispose() {
        getSite().getWorkbenchWindow().getSelectionService().removeSelectionListener(LocationsView.ID, places);
        super.dispose();
    }

}
