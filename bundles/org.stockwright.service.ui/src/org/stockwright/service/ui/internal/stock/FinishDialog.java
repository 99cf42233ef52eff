package org.stockwright.service.ui.internal.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.service.Batch;
import org.stockwright.service.Preparations;
import org.stockwright.service.Preparations.Failed;
import org.stockwright.service.Preparations.Finish;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Finishes a batch that is in work; units that did not pass a quality gate are typed, a line for each. */
final class FinishDialog extends EntryDialog {

    private static final Pattern LINE = Pattern.compile("(\\d{1,4})\\s+(\\d{1,3})\\s+(\\S.*)"); //$NON-NLS-1$

    private final Preparations preparations;
    private final Batch batch;
    private final Notices notices;
    private final String key = UUID.randomUUID().toString();
    private Text failed;

    FinishDialog(Shell shell, Preparations preparations, Batch batch, Notices notices) {
        super(shell, Messages.FinishBatch_title,
            NLS.bind(Messages.FinishBatch_message, batch.number(), String.valueOf(batch.units())),
            Messages.Finish_button);
        this.preparations = preparations;
        this.batch = batch;
        this.notices = notices;
    }

    @Override
    protected boolean isLong() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        failed = field(parent, Messages.FinishBatch_failed, SWT.MULTI | SWT.V_SCROLL);
        failed.setMessage(Messages.FinishBatch_failedHint);
        failed.setToolTipText(Messages.FinishBatch_failedHint);
        GridDataFactory.fillDefaults().grab(true, true).hint(320, 80).applyTo(failed);
        failed.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
            || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    private Optional<List<Failed>> read() {
        List<Failed> result = new ArrayList<>();
        for (String line : failed.getText().split("\\R")) { //$NON-NLS-1$
            Matcher matcher = LINE.matcher(line.strip());
            if (matcher.matches()) {
                result.add(new Failed(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                    matcher.group(3)));
            } else if (!line.isBlank()) {
                return Optional.empty();
            }
        }
        return Optional.of(result);
    }

    @Override
    protected String problem() {
        return read().isEmpty() ? Messages.FinishBatch_bad : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        Finish end = new Finish(key, batch.document(), read().orElse(List.of()), Instant.now());
        return Work.request(Messages.FinishBatch_title, progress -> preparations.finish(end)).done(done -> {
            finish();
            notices.done(NLS.bind(Messages.Prepare_isDone,
                new Object[] { done.number(), String.valueOf(done.made()), done.lot() }));
        });
    }

    @Override
    protected void again() {
        failed.setFocus();
    }

}
