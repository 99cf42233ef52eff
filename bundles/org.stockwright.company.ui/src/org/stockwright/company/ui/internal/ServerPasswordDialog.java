package org.stockwright.company.ui.internal;

import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the password of a database server, or without a user for that of an encrypted book. */
final class ServerPasswordDialog extends TitleAreaDialog {

    private final String url;
    private final String user;
    private Text password;
    private Button remember;
    private char[] typed = {};
    private boolean kept;

    ServerPasswordDialog(Shell shell, String url, String user) {
        super(shell);
        this.url = url;
        this.user = user;
        setHelpAvailable(false);
    }

    char[] password() {
        return typed;
    }

    boolean remember() {
        return kept;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title());
    }

    private String title() {
        return user.isEmpty() ? Messages.BookPassword_title : Messages.ServerPassword_title;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(title());
        setMessage(user.isEmpty() ? Messages.bind(Messages.BookPassword_message, url)
            : Messages.bind(Messages.ServerPassword_message, user, url.replaceAll("\\?.*", ""))); //$NON-NLS-1$ //$NON-NLS-2$
        Composite form = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(12, 8).applyTo(form);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
        new Label(form, SWT.NONE).setText(Messages.ServerPassword_password);
        password = new Text(form, SWT.BORDER | SWT.PASSWORD);
        GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(password);
        new Label(form, SWT.NONE);
        remember = new Button(form, SWT.CHECK);
        remember.setText(Messages.ServerPassword_remember);
        password.setFocus();
        return area;
    }

    @Override
    protected void okPressed() {
        typed = password.getTextChars();
        kept = remember.getSelection();
        super.okPressed();
    }

}
