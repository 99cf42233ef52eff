package org.stockwright.service.ui.internal.cases;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.service.Cases;
import org.stockwright.service.Cases.Cancel;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Gives a case up: why, and what becomes of its stored unit. */
final class CancelCaseDialog extends EntryDialog {

    private final Cases cases;
    private final ServiceCase its;
    private final Notices notices;
    private final String key = UUID.randomUUID().toString();
    private Text reason;
    private Button scrap;

    CancelCaseDialog(Shell shell, Cases cases, ServiceCase its, Notices notices) {
        super(shell, Messages.CancelCase_title, NLS.bind(Messages.CancelCase_message, its.number()),
            Messages.CancelCase_button);
        this.cases = cases;
        this.its = its;
        this.notices = notices;
    }

    @Override
    protected void fields(Composite parent) {
        reason = field(parent, Messages.CancelCase_reason, SWT.SINGLE);
        new Label(parent, SWT.NONE);
        scrap = new Button(parent, SWT.CHECK);
        scrap.setText(Messages.CancelCase_scrap);
        scrap.setEnabled(its.unit().isPresent());
    }

    @Override
    protected String problem() {
        return reason.getText().isBlank() ? Messages.CancelCase_reasonMissing : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        Cancel cancel = new Cancel(key, its.document(), scrap.getSelection(), reason.getText().strip(), Instant.now());
        return Work.request(Messages.CancelCase_title, progress -> cases.cancel(cancel)).done(now -> {
            finish();
            notices.done(NLS.bind(Messages.CancelCase_done, now.number()));
        });
    }

    @Override
    protected void again() {
        reason.setFocus();
    }

}
