package org.stockwright.purchasing.ui.internal.order;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** What speaks against an order before it is released, such as another one that looks like it; approved all the same with a reason. */
public final class ApproveDialog extends EntryDialog {

    private static final int WIDTH = 620;

    private final PurchaseOrders orders;
    private final Document order;
    private final List<Refusal> findings;
    private final Notices notices;
    private Text reason;

    /** A dialog on what was found; what was done is told in the notices. */
    ApproveDialog(Shell shell, PurchaseOrders orders, Document order, List<Refusal> findings, Notices notices) {
        super(shell, NLS.bind(Messages.Approve_title, order.number()), Messages.Approve_message,
            Messages.Approve_button);
        this.orders = orders;
        this.order = order;
        this.findings = findings;
        this.notices = notices;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, "org.stockwright.purchasing.ui.approve"); //$NON-NLS-1$
        Label found = new Label(parent, SWT.WRAP);
        found.setText(Notices.text(findings).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(found);
        reason = field(parent, Messages.Field_reason, SWT.NONE);
        reason.setFocus();
    }

    @Override
    protected String problem() {
        return reason.getText().isBlank() ? Messages.Approve_reason : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        String why = reason.getText().strip();
        return Work.request(getShell().getText(), progress -> orders.approve(order.id(), Optional.of(why)))
            .done(approved -> {
                finish();
                notices.done(NLS.bind(Messages.Done_approved, approved.number()));
            });
    }

    @Override
    protected void again() {
        reason.setFocus();
    }

}
