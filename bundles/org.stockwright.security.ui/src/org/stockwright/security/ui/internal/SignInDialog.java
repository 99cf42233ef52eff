package org.stockwright.security.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.security.Sessions;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Work;

/** Asks who works here. */
final class SignInDialog extends EntryDialog {

    private final Sessions sessions;
    private Text name;
    private Text password;

    SignInDialog(Shell shell, Sessions sessions) {
        super(shell, Messages.SignIn_title, Messages.SignIn_message, Messages.SignIn_button);
        this.sessions = sessions;
    }

    @Override
    protected void fields(Composite parent) {
        name = field(parent, Messages.SignIn_name, SWT.NONE);
        name.setText(LockSettings.lastUser());
        password = field(parent, Messages.SignIn_password, SWT.PASSWORD);
        if (!name.getText().isEmpty()) {
            password.getDisplay().asyncExec(() -> {
                if (!password.isDisposed()) {
                    password.setFocus();
                }
            });
        }
    }

    @Override
    protected String problem() {
        return name.getText().isBlank() ? Messages.SignIn_noName : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        String user = name.getText().strip();
        char[] secret = password.getTextChars();
        return Work.request(Messages.SignIn_job, progress -> sessions.signIn(user, secret)).done(session -> {
            LockSettings.rememberUser(session.user());
            finish();
        });
    }

    @Override
    protected void again() {
        password.setText(""); //$NON-NLS-1$
        (name.getText().isBlank() ? name : password).setFocus();
    }

}
