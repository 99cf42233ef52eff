package org.stockwright.fulfilment.ui.internal.order;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.Figures;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.fulfilment.ui.internal.TickTable;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Cancels what is open of an order or of some of its lines; what is held for it is given back. */
final class CancelDialog extends EntryDialog {

    private final Document order;
    private final Orders orders;
    private final Notices notices;
    private TickTable<DocumentLine> lines;
    private Text reason;

    /** A dialog for an order. */
    CancelDialog(Shell shell, Document order, Orders orders, Notices notices) {
        super(shell, Messages.Cancel_title, NLS.bind(Messages.Cancel_message, order.number()), Messages.Cancel_button);
        this.order = order;
        this.orders = orders;
        this.notices = notices;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        lines = new TickTable<DocumentLine>(parent, 640, 200, true).column(Messages.Lines_line, SWT.LEFT)
            .column(Messages.Field_item, SWT.LEFT).column(Messages.Fact_name, SWT.LEFT)
            .column(Messages.Lines_open, SWT.RIGHT).column(Messages.Held_held, SWT.RIGHT);
        lines.show(SplitDialog.open(order),
            line -> List.of(Integer.toString(line.line()), line.item(), line.itemName(),
                Figures.text(line.open(Step.SHIPPED)) + ' ' + line.quantity().unit().code(),
                Figures.text(line.done(Step.ALLOCATED))),
            line -> true);
        lines.onChange(() -> setErrorMessage(null));
        reason = field(parent, Messages.Field_reason, SWT.SINGLE);
    }

    @Override
    protected String problem() {
        if (lines.ticked().isEmpty()) {
            return Messages.Lines_none;
        }
        return reason.getText().isBlank() ? Messages.Cancel_reasonMissing : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        List<Integer> numbers = lines.ticked().stream().map(DocumentLine::line).toList();
        boolean isAll = numbers.size() == lines.rows().size();
        String why = reason.getText().strip();
        return Work.request(Messages.Cancel_title,
            progress -> orders.cancel(order.id(), isAll ? List.of() : numbers, why)).done(now -> {
                finish();
                notices.done(isAll ? NLS.bind(Messages.Done_cancelled, order.number())
                    : NLS.bind(Messages.Cancel_done, order.number(),
                        numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")))); //$NON-NLS-1$
            });
    }

    @Override
    protected void again() {
        if (lines.ticked().isEmpty()) {
            lines.focus();
        } else {
            reason.setFocus();
        }
    }

}
