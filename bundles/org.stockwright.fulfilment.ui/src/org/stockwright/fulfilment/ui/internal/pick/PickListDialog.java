package org.stockwright.fulfilment.ui.internal.pick;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.Picking.Waiting;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.fulfilment.ui.internal.TickTable;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.ui.PlaceSearch;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Makes pick lists for the orders that are ticked: how the work is cut is chosen, and what would be made is shown. */
final class PickListDialog extends EntryDialog {

    private static final int PREVIEW_AFTER_MILLIS = 300;

    private final Picking picking;
    private final Locations locations;
    private final Read read;
    private final Set<DocumentId> ticked;
    private final Consumer<List<Document>> done;
    private final String key = "wb-" + UUID.randomUUID(); //$NON-NLS-1$
    private final Map<LineId, String> orders = new HashMap<>();
    private TickTable<Waiting> waiting;
    private Combo strategy;
    private Spinner most;
    private CodeField<Location> staging;
    private TickTable<Document> made;
    private Label sum;
    private int previews;

    /**
     * What there is to choose from.
     *
     * @param waiting the orders
     * @param strategies the strategies
     */
    record Read(List<Waiting> waiting, List<Picking.Strategy> strategies) {

        /** Reads it; in a job. */
        static Read of(Picking picking) {
            return new Read(picking.waiting(), picking.strategies());
        }

    }

    /** A dialog with some orders ticked at first; the lists that were made are told to somebody. */
    PickListDialog(Shell shell, Picking picking, Locations locations, Read read, Set<DocumentId> ticked,
        Consumer<List<Document>> done) {
        super(shell, Messages.PickLists_title,
            read.waiting().isEmpty() ? Messages.PickLists_noneWaits : Messages.PickLists_message,
            Messages.PickLists_button);
        this.picking = picking;
        this.locations = locations;
        this.read = read;
        this.ticked = ticked;
        this.done = done;
        read.waiting().forEach(order -> order.toPick().forEach(line -> orders.put(line, order.number())));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected boolean isLong() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        waiting = new TickTable<Waiting>(parent, 780, 190, true).column(Messages.PickLists_order, SWT.LEFT)
            .column(Messages.PickLists_kind, SWT.LEFT).column(Messages.PickLists_receiver, SWT.LEFT)
            .column(Messages.Field_priority, SWT.RIGHT).column(Messages.Field_due, SWT.LEFT)
            .column(Messages.PickLists_lines, SWT.RIGHT).column(Messages.PickLists_toPick, SWT.RIGHT)
            .column(Messages.PickLists_allocated, SWT.RIGHT).onChange(this::previewSoon);
        waiting.show(read.waiting(), PickListDialog::cells, order -> ticked.contains(order.id()));
        Composite buttons = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(buttons);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(buttons);
        button(buttons, Messages.PickLists_all, true);
        button(buttons, Messages.PickLists_none, false);
        new Label(parent, SWT.NONE).setText(Messages.PickLists_strategy);
        strategy = new Combo(parent, SWT.READ_ONLY);
        read.strategies().forEach(one -> strategy.add(one.title()));
        int single = read.strategies().stream().map(Picking.Strategy::id).toList().indexOf("single"); //$NON-NLS-1$
        strategy.select(Math.max(0, single));
        strategy.addListener(SWT.Selection, event -> previewSoon());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strategy);
        new Label(parent, SWT.NONE).setText(Messages.PickLists_most);
        most = new Spinner(parent, SWT.BORDER);
        most.setValues(PickStrategy.Limits.NONE.mostOrders(), 1, 999, 0, 1, 10);
        most.addListener(SWT.Modify, event -> previewSoon());
        new Label(parent, SWT.NONE).setText(Messages.PickLists_staging);
        staging = new CodeField<>(parent, Messages.PickLists_staging,
            text -> PlaceSearch.find(locations.list(), text));
        Text place = staging.text();
        place.setMessage(Messages.PickLists_stagingHint);
        place.addListener(SWT.Modify, event -> previewSoon());
        GridDataFactory.fillDefaults().hint(260, SWT.DEFAULT).applyTo(place);
        sum = new Label(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(0, 6).applyTo(sum);
        made = new TickTable<Document>(parent, 780, 110, false).column(Messages.PickLists_list, SWT.LEFT)
            .column(Messages.PickLists_name, SWT.LEFT).column(Messages.PickLists_orders, SWT.LEFT)
            .column(Messages.PickLists_stops, SWT.RIGHT).column(Messages.PickLists_way, SWT.LEFT);
        preview();
    }

    private void button(Composite parent, String label, boolean isAll) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> waiting.tickAll(isAll));
    }

    private static List<String> cells(Waiting order) {
        return List.of(order.number(), OrderKind.of(order.kind()).map(PickListDialog::kind).orElse(order.kind()),
            order.receiver(), order.priority() == 0 ? "" : Integer.toString(order.priority()), //$NON-NLS-1$
            order.due().map(LocalDate::toString).orElse(""), Integer.toString(order.lines()), //$NON-NLS-1$
            Integer.toString(order.toPick().size()), order.percent() + " %"); //$NON-NLS-1$
    }

    private static String kind(OrderKind kind) {
        return switch (kind) {
            case CUSTOMER -> Messages.Order_title;
            case INTERNAL -> Messages.InternalOrder_title;
            case TRANSFER -> Messages.TransferOrder_title;
        };
    }

    /** What is asked for now; a place that nobody knows is refused. In a job. */
    private Outcome<Picking.Wanted> wanted(Asked asked) {
        Optional<LocationId> place = locations.byCode(asked.staging()).map(Location::id);
        return !asked.staging().isEmpty() && place.isEmpty()
            ? Outcome.refused(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, asked.staging())
                .hint("Type a part of its name to choose from a list.")) //$NON-NLS-1$
            : Outcome.done(new Picking.Wanted(key, asked.strategy(), asked.orders(), place,
                new PickStrategy.Limits(Optional.empty(), "", Integer.MIN_VALUE, asked.most()))); //$NON-NLS-1$
    }

    /** What stands in the dialog. */
    private record Asked(List<DocumentId> orders, String strategy, int most, String staging) {
    }

    private Asked asked() {
        return new Asked(waiting.ticked().stream().map(Waiting::id).toList(),
            read.strategies().get(strategy.getSelectionIndex()).id(), most.getSelection(),
            staging.text().getText().strip());
    }

    private void previewSoon() {
        int mine = ++previews;
        sum.getDisplay().timerExec(PREVIEW_AFTER_MILLIS, () -> {
            if (mine == previews && !sum.isDisposed()) {
                preview();
            }
        });
    }

    private void preview() {
        int mine = ++previews;
        Asked asked = asked();
        if (asked.orders().isEmpty()) {
            setErrorMessage(null);
            show(List.of());
            sum.setText(Messages.PickLists_nothingTicked);
            return;
        }
        Work.request(Messages.PickLists_preview, progress -> wanted(asked).then(picking::rehearse)).on(sum).quietly()
            .done(lists -> {
                if (mine == previews) {
                    setErrorMessage(null);
                    show(lists);
                }
            }).refused(refusals -> {
                if (mine == previews) {
                    show(List.of());
                    setErrorMessage(Notices.text(refusals));
                }
            }).start();
    }

    private void show(List<Document> lists) {
        made.show(lists, this::cells, list -> false);
        sum.setText(lists.isEmpty() ? "" : NLS.bind(Messages.PickLists_sum, Integer.valueOf(lists.size()), //$NON-NLS-1$
            Long.valueOf(lists.stream().mapToLong(PickListDialog::stops).sum())));
    }

    /** How often somebody stops: the same goods of several orders in one bin are one stop. */
    private static long stops(Document list) {
        return list.lines().stream().filter(line -> line.parent().isEmpty()).count();
    }

    private List<String> cells(Document list) {
        Set<String> numbers = new HashSet<>();
        list.lines().forEach(line -> line.source().map(orders::get).ifPresent(numbers::add));
        List<DocumentLine> way = list.lines().stream().filter(line -> line.parent().isEmpty()).toList();
        BigDecimal stops = BigDecimal.valueOf(way.size());
        return List.of(list.number(), list.reference(),
            numbers.stream().sorted().collect(Collectors.joining(", ")), stops.toPlainString(), //$NON-NLS-1$
            way.stream().map(DocumentLine::locationCode).distinct().limit(6).collect(Collectors.joining(" → "))); //$NON-NLS-1$
    }

    @Override
    protected String problem() {
        return waiting.ticked().isEmpty() ? Messages.PickLists_nothingTicked : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        Asked asked = asked();
        return Work.request(Messages.Pick_making, progress -> wanted(asked).then(picking::make)).done(lists -> {
            finish();
            done.accept(lists);
        });
    }

    @Override
    protected void again() {
        waiting.focus();
    }

}
