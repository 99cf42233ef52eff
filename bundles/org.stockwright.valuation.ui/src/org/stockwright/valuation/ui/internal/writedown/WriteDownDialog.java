package org.stockwright.valuation.ui.internal.writedown;

import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Work;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.ui.internal.Fields;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/** Asks why stock is written down, and posts it. */
final class WriteDownDialog extends EntryDialog {

    private final LateCosts costs;
    private final WriteDownPosting posting;
    private final String total;
    private final Consumer<WriteDownPosting.Result> done;
    private Text reason;

    WriteDownDialog(Shell shell, LateCosts costs, WriteDownPosting posting, String total,
        Consumer<WriteDownPosting.Result> done) {
        super(shell, Words.title(Messages.WriteDown_dialog), Messages.WriteDown_dialogMessage, Messages.WriteDown_post);
        this.costs = costs;
        this.posting = posting;
        this.total = total;
        this.done = done;
    }

    @Override
    protected void fields(Composite parent) {
        Fields.label(parent, Messages.WriteDown_what);
        new Label(parent, SWT.NONE).setText(total);
        Fields.label(parent, Messages.WriteDown_when);
        new Label(parent, SWT.NONE).setText(posting.figures().minutes(posting.effective()));
        reason = field(parent, Messages.Late_reason, SWT.NONE);
        reason.setMessage(Messages.WriteDown_reasonHint);
        reason.setFocus();
    }

    @Override
    protected String problem() {
        return reason.getText().isBlank() ? Messages.WriteDown_reasonMissing : ""; //$NON-NLS-1$
    }

    @Override
    protected boolean isLong() {
        return true;
    }

    @Override
    protected Work<?> request() {
        String why = reason.getText().strip();
        return Work.load(NLS.bind(Messages.WriteDown_jobFor, total), progress -> posting.post(costs, why, progress))
            .done(result -> {
                finish();
                done.accept(result);
            });
    }

    @Override
    protected void again() {
        reason.setFocus();
    }

}
