package org.stockwright.fulfilment.ui.internal.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.ui.Figures;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.Allocation.Held;
import org.stockwright.fulfilment.Availability;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.fulfilment.ui.internal.TickTable;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** What is held for an order, and who else holds or wants the same items: lines that are ticked give back what they hold. */
final class HeldDialog extends EntryDialog {

    private final Document order;
    private final Allocation allocation;
    private final Read read;
    private final Notices notices;
    private TickTable<Line> lines;

    /**
     * What is shown.
     *
     * @param held what is held for the order
     * @param views the figures of its items
     */
    record Read(List<Held> held, List<Availability.View> views) {

        /** Reads it; in a job. */
        static Read of(Document order, Allocation allocation, Availability availability) {
            return new Read(allocation.held(order.id()), availability
                .of(order.lines().stream().map(DocumentLine::itemId).distinct().toList(), Optional.empty()));
        }

    }

    /** A line of the order with what is held for it. */
    private record Line(int number, List<Held> held) {
    }

    /** Who holds or wants an item. */
    private record Holder(String item, String order, String line, String day, String open, String held,
        String promised) {

        List<String> cells() {
            return List.of(item, order, line, day, open, held, promised);
        }

    }

    /** A dialog on what was read. */
    HeldDialog(Shell shell, Document order, Allocation allocation, Read read, Notices notices) {
        super(shell, Messages.Held_title, NLS.bind(Messages.Held_message, order.number()), Messages.Held_button);
        this.order = order;
        this.allocation = allocation;
        this.read = read;
        this.notices = notices;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        lines = new TickTable<Line>(parent, 720, 130, true).column(Messages.Lines_line, SWT.LEFT)
            .column(Messages.Field_item, SWT.LEFT).column(Messages.Held_held, SWT.RIGHT)
            .column(Messages.Held_where, SWT.LEFT);
        Map<Integer, List<Held>> byLine = read.held().stream()
            .collect(Collectors.groupingBy(Held::line, TreeMap::new, Collectors.toList()));
        lines.show(byLine.entrySet().stream().map(one -> new Line(one.getKey(), one.getValue())).toList(),
            line -> List.of(Integer.toString(line.number()), line.held().getFirst().item(),
                text(line.held().stream().map(Held::quantity).reduce(Quantity::plus).orElseThrow()),
                line.held().stream().map(HeldDialog::where).collect(Collectors.joining(", "))), //$NON-NLS-1$
            line -> false);
        lines.onChange(() -> setErrorMessage(null));
        Label others = new Label(parent, SWT.NONE);
        others.setText(Messages.Held_others);
        GridDataFactory.fillDefaults().span(2, 1).indent(0, 6).applyTo(others);
        TickTable<Holder> holders = new TickTable<Holder>(parent, 720, 170, false)
            .column(Messages.Field_item, SWT.LEFT).column(Messages.Held_order, SWT.LEFT)
            .column(Messages.Lines_line, SWT.RIGHT).column(Messages.Field_due, SWT.LEFT)
            .column(Messages.Lines_open, SWT.RIGHT).column(Messages.Held_held, SWT.RIGHT)
            .column(Messages.Fact_promised, SWT.LEFT);
        holders.show(read.views().stream().flatMap(view -> holders(view).stream()).toList(), Holder::cells,
            row -> false);
    }

    private static String text(Quantity quantity) {
        return Figures.text(quantity.amount()) + ' ' + quantity.unit().code();
    }

    /** Where it lies, and how far it is when it left its bin. */
    private static String where(Held held) {
        String place = (held.location() + ' ' + held.lot()).strip() + ' ' + Figures.text(held.quantity().amount());
        return held.why().equals("held") ? place : place + " (" + held.why() + ')'; //$NON-NLS-1$ //$NON-NLS-2$
    }

    private static List<Holder> holders(Availability.View view) {
        List<Holder> result = new ArrayList<>();
        BigDecimal byOrders = BigDecimal.ZERO;
        for (Availability.Wanting one : view.wanting()) {
            byOrders = byOrders.add(one.held().amount());
            result.add(new Holder(view.item(), one.order(), Integer.toString(one.line()), day(one.day()),
                text(one.open()), text(one.held()), day(one.promised())));
        }
        BigDecimal rest = view.reserved().amount().subtract(byOrders);
        if (rest.signum() > 0) {
            result.add(new Holder(view.item(), Messages.Held_elsewhere, "", "", "", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
                text(new Quantity(rest, view.reserved().unit())), "")); //$NON-NLS-1$
        }
        result.add(new Holder(view.item(), Messages.Held_free, "", "", "", text(view.available()), "")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
        return result;
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(""); //$NON-NLS-1$
    }

    @Override
    protected Control createContents(Composite parent) {
        Control contents = super.createContents(parent);
        Allowed.guard(getButton(IDialogConstants.OK_ID), FulfilmentPermission.ALLOCATE);
        return contents;
    }

    @Override
    protected String problem() {
        if (lines.rows().isEmpty()) {
            return NLS.bind(Messages.Held_nothing, order.number());
        }
        return lines.ticked().isEmpty() ? Messages.Lines_none : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        List<Integer> numbers = lines.ticked().stream().map(Line::number).toList();
        return Work.request(Messages.Held_title, progress -> allocation.release(order.id(), numbers)).done(result -> {
            finish();
            notices.done(NLS.bind(Messages.Held_done, order.number(),
                numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")))); //$NON-NLS-1$
        });
    }

    @Override
    protected void again() {
        lines.focus();
    }

}
