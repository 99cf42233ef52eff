package org.stockwright.security.ui.internal;

import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.security.User;
import org.stockwright.security.Users;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Work;

/** Makes a user: the first administrator, or one more. */
final class NewUserDialog extends EntryDialog {

    private final Users users;
    private final Consumer<User> made;
    private Text name;
    private Text display;
    private Text password;
    private Text repeated;

    NewUserDialog(Shell shell, Users users, boolean first, Consumer<User> made) {
        super(shell, first ? Messages.NewUser_first : Messages.NewUser_title,
            first ? Messages.NewUser_firstMessage : Messages.NewUser_message, Messages.NewUser_button);
        this.users = users;
        this.made = made;
    }

    @Override
    protected void fields(Composite parent) {
        name = field(parent, Messages.SignIn_name, SWT.NONE);
        display = field(parent, Messages.Users_displayLabel, SWT.NONE);
        password = field(parent, Messages.NewUser_password, SWT.PASSWORD);
        repeated = field(parent, Messages.NewUser_repeat, SWT.PASSWORD);
    }

    @Override
    protected String problem() {
        if (name.getText().isBlank()) {
            return Messages.SignIn_noName;
        }
        return ChangePasswordDialog.same(password, repeated) ? "" : Messages.Password_differ; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        String user = name.getText().strip();
        String person = display.getText().strip();
        char[] secret = password.getTextChars();
        return Work.request(Messages.NewUser_job, progress -> users.add(user, person, secret, Set.of()))
            .done(added -> {
                finish();
                made.accept(added);
            });
    }

    @Override
    protected void again() {
        password.setText(""); //$NON-NLS-1$
        repeated.setText(""); //$NON-NLS-1$
        (name.getText().isBlank() ? name : password).setFocus();
    }

}
