package org.stockwright.security.ui.internal;

import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.security.Sessions;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Changes the password of whoever is signed in; the old one is asked for again. */
final class ChangePasswordDialog extends EntryDialog {

    private final Sessions sessions;
    private final Notices notices;
    private Text old;
    private Text fresh;
    private Text repeated;

    ChangePasswordDialog(Shell shell, Sessions sessions, boolean due, Notices notices) {
        super(shell, Messages.Password_title, due ? Messages.Password_due : Messages.Password_message,
            Messages.Password_button);
        this.sessions = sessions;
        this.notices = notices;
    }

    @Override
    protected void fields(Composite parent) {
        old = field(parent, Messages.Password_old, SWT.PASSWORD);
        fresh = field(parent, Messages.Password_new, SWT.PASSWORD);
        repeated = field(parent, Messages.Password_repeat, SWT.PASSWORD);
    }

    @Override
    protected String problem() {
        return same(fresh, repeated) ? "" : Messages.Password_differ; //$NON-NLS-1$
    }

    /** Whether both fields hold the same; nothing of it stays in memory. */
    static boolean same(Text one, Text other) {
        char[] first = one.getTextChars();
        char[] second = other.getTextChars();
        boolean same = Arrays.equals(first, second);
        Arrays.fill(first, '\0');
        Arrays.fill(second, '\0');
        return same;
    }

    @Override
    protected Work<?> request() {
        char[] before = old.getTextChars();
        char[] after = fresh.getTextChars();
        return Work.request(Messages.Password_job, progress -> sessions.changePassword(before, after))
            .done(session -> {
                finish();
                notices.done(Messages.Password_done);
            });
    }

    @Override
    protected void again() {
        repeated.setText(""); //$NON-NLS-1$
        fresh.setText(""); //$NON-NLS-1$
        old.selectAll();
        old.setFocus();
    }

}
