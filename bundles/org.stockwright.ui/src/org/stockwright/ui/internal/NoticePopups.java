package org.stockwright.ui.internal;

import java.time.Duration;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.stockwright.base.Refusal;
import org.stockwright.ui.Notices;

/** Notices in the corner of the window, for requests that no part made. */
public final class NoticePopups implements Notices {

    private static final Duration SHORT = Duration.ofSeconds(6);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Shell shell;

    /** Popups beside this window. */
    public NoticePopups(Shell shell) {
        this.shell = shell;
    }

    @Override
    public void done(String sentence) {
        show(Messages.NoticePopups_done, sentence, SHORT);
    }

    @Override
    public void refused(List<Refusal> refusals) {
        show(Messages.NoticePopups_refused, Notices.text(refusals), LONG);
    }

    @Override
    public void failed(String sentence) {
        show(Messages.NoticePopups_failed, sentence, LONG);
    }

    @Override
    public void clear() {
        // a popup goes by itself
    }

    private void show(String title, String text, Duration duration) {
        if (shell.isDisposed()) {
            return;
        }
        NotificationPopup.forShell(shell).title(title, true).content(parent -> {
            Label label = new Label(parent, SWT.WRAP);
            label.setText(text);
            GridDataFactory.fillDefaults().hint(340, SWT.DEFAULT).grab(true, true).applyTo(label);
            return label;
        }).delay(duration.toMillis()).open();
    }

}
