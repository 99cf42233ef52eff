package org.stockwright.ledger.ui.internal.reservation;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.ui.ItemPages;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.scan.ScanFeedback;
import org.stockwright.ui.scan.ScanTarget;

/**
 * Who holds what: since when, for which document, until when. Words typed above narrow the list, the arrow key goes down
 * into it, Delete gives back what is selected, Enter opens the item.
 */
public final class ReservationsView extends StockwrightView implements ScanTarget {

    /** The view's id. */
    public static final String ID = "org.stockwright.ledger.ui.reservations"; //$NON-NLS-1$

    private final HeldStock held = new HeldStock();
    private Text find;
    private Grid<ReservationView> grid;

    /** What is read at once. */
    private record Read(List<ReservationView> held, ZoneId zone) {
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Reservations.class, Items.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.STOCK);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        Composite header = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 4).margins(8, 6).applyTo(header);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        new Label(header, SWT.NONE).setText(Messages.Reservations_find);
        find = new Text(header, SWT.BORDER | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        find.setMessage(Messages.Reservations_findHint);
        GridDataFactory.fillDefaults().hint(320, SWT.DEFAULT).applyTo(find);
        find.addListener(SWT.Modify, event -> show());
        find.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                event.doit = false;
                enterGrid();
            }
        });
        Composite rows = new Composite(body, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        grid = new Grid<>(rows, "ledger.reservations", ReservationColumns.all(held::zone), ReservationView::id); //$NON-NLS-1$
        grid.onOpen(this::openItem);
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    /** Into the list, with its first row selected when none is. */
    private void enterGrid() {
        List<ReservationView> shown = held.shown();
        if (grid.selection().isEmpty() && !shown.isEmpty()) {
            grid.select(Set.of(shown.getFirst().id()));
        }
        grid.setFocus();
    }

    @Override
    protected void refresh() {
        service(Reservations.class).ifPresent(reservations -> Work
            .load(Messages.Reservations_load, progress -> new Read(reservations.list(), Zones.current()))
            .on(grid.control()).with(notices()).quietly().done(read -> {
                held.take(read.held(), read.zone());
                show();
            }).start());
    }

    private void show() {
        held.look(find.getText());
        List<ReservationView> shown = held.shown();
        grid.setRows(shown);
        setContentDescription(held.isEmpty() ? Messages.Reservations_none
            : shown.isEmpty() ? NLS.bind(Messages.Reservations_noneFits, find.getText().strip()) : ""); //$NON-NLS-1$
    }

    @Override
    protected void closed() {
        held.take(List.of(), ZoneId.systemDefault());
        find.setText(""); //$NON-NLS-1$
        grid.setRows(List.of());
        setContentDescription(""); //$NON-NLS-1$
    }

    private void openItem(ReservationView row) {
        service(Items.class).ifPresent(items -> Work.load(Messages.Stock_load, progress -> items.byCode(row.item()))
            .on(grid.control()).with(notices()).quietly().done(found -> found.ifPresent(this::open)).start());
    }

    private void open(Item item) {
        ItemPages.open(getSite().getPage(), item.id(), item.code());
    }

    /** What is held of a scanned item is shown alone. */
    @Override
    public void scanned(String code, ScanFeedback feedback) {
        service(Items.class).ifPresent(items -> Work.request(Messages.Stock_load, progress -> items.resolve(code))
            .on(grid.control()).quietly().done(match -> {
                feedback.good();
                find.setText(match.code());
            }).refused(refusals -> {
                feedback.bad();
                notices().refused(refusals);
            }).start());
    }

    @Override
    protected void focusContent() {
        find.setFocus();
    }

}
