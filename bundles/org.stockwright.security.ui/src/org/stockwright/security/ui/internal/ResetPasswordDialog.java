package org.stockwright.security.ui.internal;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.security.Users;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Sets the password of somebody who has forgotten it. */
final class ResetPasswordDialog extends EntryDialog {

    private final Users users;
    private final String user;
    private final Notices notices;
    private Text password;
    private Text repeated;

    ResetPasswordDialog(Shell shell, Users users, String user, Notices notices) {
        super(shell, NLS.bind(Messages.Reset_title, user), Messages.Reset_message, Messages.Reset_button);
        this.users = users;
        this.user = user;
        this.notices = notices;
    }

    @Override
    protected void fields(Composite parent) {
        password = field(parent, Messages.Password_new, SWT.PASSWORD);
        repeated = field(parent, Messages.Password_repeat, SWT.PASSWORD);
    }

    @Override
    protected String problem() {
        return ChangePasswordDialog.same(password, repeated) ? "" : Messages.Password_differ; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        char[] secret = password.getTextChars();
        return Work.request(Messages.Password_job, progress -> users.resetPassword(user, secret)).done(changed -> {
            finish();
            notices.done(NLS.bind(Messages.Reset_done, user));
        });
    }

    @Override
    protected void again() {
        password.setText(""); //$NON-NLS-1$
        repeated.setText(""); //$NON-NLS-1$
        password.setFocus();
    }

}
