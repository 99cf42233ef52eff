package org.stockwright.documents.ui.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.documents.Document;
import org.stockwright.documents.ui.DocumentAction.Reversing;
import org.stockwright.ledger.ui.TypedInstant;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Asks when and why a document is reversed, and reverses it. */
public final class ReversalDialog extends EntryDialog {

    private final Document document;
    private final Reversing reversing;
    private final String sentence;
    private final Notices notices;
    private Text date;
    private Text reason;

    /**
     * A dialog that is not open yet.
     *
     * @param sentence what is told when it was done; {0} is the document's number, {1} that of the reversal
     */
    public ReversalDialog(Shell shell, Document document, Reversing reversing, String sentence, Notices notices) {
        super(shell, NLS.bind(Messages.Reversal_title, document.number()),
            NLS.bind(Messages.Reversal_message, document.number(),
                Words.minutes(document.effective(), Zones.current())),
            Messages.Reversal_button);
        this.document = document;
        this.reversing = reversing;
        this.sentence = sentence;
        this.notices = notices;
    }

    @Override
    protected void fields(Composite parent) {
        date = field(parent, Messages.Reversal_date, SWT.NONE);
        date.setMessage(Messages.Reversal_dateHint);
        date.setToolTipText(Messages.Reversal_dateTip);
        reason = field(parent, Messages.Reversal_reason, SWT.NONE);
        reason.setMessage(Messages.Reversal_reasonHint);
    }

    @Override
    protected String problem() {
        Instant now = Instant.now();
        try {
            Instant effective = effective(date.getText(), now, Zones.current());
            if (effective.isAfter(now)) {
                return Messages.Reversal_future;
            }
            if (effective.isBefore(document.effective())) {
                return NLS.bind(Messages.Reversal_before, document.number(),
                    Words.minutes(document.effective(), Zones.current()));
            }
        } catch (DateTimeException e) {
            return NLS.bind(Messages.Reversal_badDate, date.getText());
        }
        return reason.getText().isBlank() ? Messages.Reason_missing : ""; //$NON-NLS-1$
    }

    /** The instant of what was typed: now for nothing and for today, the end of an earlier day. */
    static Instant effective(String typed, Instant now, ZoneId zone) {
        String text = typed.strip();
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean hasTime = text.contains(":"); //$NON-NLS-1$
        Optional<Instant> instant = hasTime ? TypedInstant.start(text, zone, today)
            : TypedInstant.end(text, zone, today);
        boolean isToday = !hasTime && !text.isEmpty() && TypedInstant.day(text, today).equals(today);
        return instant.filter(one -> !isToday).orElse(now);
    }

    @Override
    protected Work<?> request() {
        Instant effective = effective(date.getText(), Instant.now(), Zones.current());
        String why = reason.getText().strip();
        return Work.request(NLS.bind(Messages.Reversal_title, document.number()),
            progress -> reversing.reverse(document, effective, why)).done(made -> {
                finish();
                notices.done(NLS.bind(sentence, document.number(), made.number()));
            });
    }

    @Override
    protected void again() {
        if (reason.getText().isBlank()) {
            reason.setFocus();
        } else {
            date.setFocus();
            date.selectAll();
        }
    }

}
