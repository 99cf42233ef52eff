package org.stockwright.fulfilment.ui.internal.order;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.ui.internal.LineAmounts;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Work;

/** Moves lines of an order, or parts of them, into an order of its own. */
final class SplitDialog extends EntryDialog {

    private final Document order;
    private final Orders orders;
    private final Consumer<Document> done;
    private final String key = "wb-" + UUID.randomUUID(); //$NON-NLS-1$
    private LineAmounts lines;

    /** A dialog for an order; the new one is told to somebody. */
    SplitDialog(Shell shell, Document order, Orders orders, Consumer<Document> done) {
        super(shell, Messages.Split_title, NLS.bind(Messages.Split_message, order.number()), Messages.Split_button);
        this.order = order;
        this.orders = orders;
        this.done = done;
    }

    /** The lines of an order of which something is open; the components of kits go with them. */
    static List<DocumentLine> open(Document order) {
        return order.lines().stream()
            .filter(line -> line.parent().isEmpty() && line.open(Step.SHIPPED).signum() > 0).toList();
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        lines = new LineAmounts(parent, Messages.Lines_open, Messages.Split_amount,
            open(order).stream().map(line -> new LineAmounts.Row(line, line.open(Step.SHIPPED))).toList(), false);
        lines.onChange(() -> setErrorMessage(null));
    }

    @Override
    protected String problem() {
        return lines.problem();
    }

    @Override
    protected Work<?> request() {
        List<Orders.Part> parts = lines.chosen().value().stream().map(one -> new Orders.Part(one.line().line(),
            new Quantity(one.quantity(), one.line().quantity().unit()))).toList();
        return Work.request(Messages.Split_title, progress -> orders.split(order.id(), key, parts)).done(fresh -> {
            finish();
            done.accept(fresh);
        });
    }

    @Override
    protected void again() {
        lines.focus();
    }

}
