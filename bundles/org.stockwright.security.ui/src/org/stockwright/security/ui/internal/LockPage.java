package org.stockwright.security.ui.internal;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.security.Session;
import org.stockwright.security.Sessions;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** What is seen while the session is locked: who it belongs to, and a field for the password. */
final class LockPage {

    private final Sessions sessions;
    private final Session locked;
    private final Text name;
    private final Text password;
    private final Label problem;
    private final Button unlock;
    private boolean running;

    LockPage(Composite parent, Sessions sessions, Session locked) {
        this.sessions = sessions;
        this.locked = locked;
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        Composite box = new Composite(page, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(24, 24).spacing(12, 10).applyTo(box);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(box);
        Label title = new Label(box, SWT.NONE);
        title.setText(Messages.Lock_heading);
        title.setFont(JFaceResources.getHeaderFont());
        GridDataFactory.fillDefaults().span(2, 1).applyTo(title);
        Label explanation = new Label(box, SWT.WRAP);
        explanation.setText(NLS.bind(Messages.Lock_explanation,
            locked.displayName().isEmpty() ? locked.user() : locked.displayName()));
        GridDataFactory.fillDefaults().span(2, 1).hint(420, SWT.DEFAULT).applyTo(explanation);
        name = EntryDialog.field(box, Messages.SignIn_name, SWT.NONE);
        name.setText(locked.user());
        password = EntryDialog.field(box, Messages.SignIn_password, SWT.PASSWORD);
        problem = new Label(box, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).hint(420, SWT.DEFAULT).applyTo(problem);
        unlock = new Button(box, SWT.PUSH);
        unlock.setText(Messages.Lock_unlock);
        GridDataFactory.swtDefaults().span(2, 1).align(SWT.END, SWT.CENTER).applyTo(unlock);
        unlock.addListener(SWT.Selection, event -> unlock());
        for (Text text : new Text[] { name, password }) {
            text.addListener(SWT.DefaultSelection, event -> unlock());
        }
        parent.getDisplay().asyncExec(() -> {
            if (!password.isDisposed()) {
                password.setFocus();
            }
        });
    }

    private void unlock() {
        if (running) {
            return;
        }
        running = true;
        unlock.setEnabled(false);
        String user = name.getText().strip();
        char[] secret = password.getTextChars();
        password.setText(""); //$NON-NLS-1$
        Work.request(Messages.SignIn_job, progress -> check(user, secret)).on(password).quietly()
            .done(session -> LockSettings.rememberUser(session.user())).refused(this::refused).always(this::ready)
            .start();
    }

    private Outcome<Session> check(String user, char[] secret) {
        return user.equalsIgnoreCase(locked.user()) ? sessions.unlock(secret) : sessions.signIn(user, secret);
    }

    private void refused(List<Refusal> refusals) {
        problem.setText(Notices.text(refusals));
        problem.getParent().getParent().layout(true, true);
    }

    private void ready() {
        running = false;
        if (!password.isDisposed()) {
            unlock.setEnabled(true);
            password.setFocus();
        }
    }

}
