package org.stockwright.security.ui.internal;

import java.util.Optional;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.IHandlerService;
import org.osgi.framework.FrameworkUtil;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.security.Session;
import org.stockwright.security.Sessions;
import org.stockwright.security.Users;
import org.stockwright.ui.Curtain;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Services;

/**
 * Lets the workbench follow its session: asks who works here when a book with users is open, covers the screen while the
 * session is locked, and locks it when nobody has touched anything for a while. On the user interface's thread.
 */
final class SessionKeeper {

    private static final String CLOSE_BOOK = "org.stockwright.company.ui.close"; //$NON-NLS-1$

    private final IWorkbench workbench;
    private final Display display;
    private Optional<Curtain> curtain = Optional.empty();
    private Optional<String> user = Optional.empty();
    private boolean asking;
    private Optional<EntryDialog> dialog = Optional.empty();

    SessionKeeper(IWorkbench workbench) {
        this.workbench = workbench;
        this.display = workbench.getDisplay();
    }

    /** Begins; the workbench's end is its end. */
    void start() {
        ChangeListener listener = topics -> {
            if (topics.contains(Topic.ACCESS)) {
                soon();
            }
        };
        FrameworkUtil.getBundle(SessionKeeper.class).getBundleContext().registerService(ChangeListener.class, listener,
            null);
        Services.of(SessionKeeper.class, display).whenAvailable(Users.class, users -> soon(), this::soon);
        new IdleClock(display, LockSettings::idle, System::nanoTime,
            () -> sessions().flatMap(Sessions::current).filter(session -> !session.locked())
                .ifPresent(session -> sessions().ifPresent(Sessions::lock)))
            .start();
    }

    private void soon() {
        if (!display.isDisposed()) {
            display.asyncExec(this::situation);
        }
    }

    private static Optional<Sessions> sessions() {
        return Services.find(SessionKeeper.class, Sessions.class);
    }

    private void situation() {
        Optional<Sessions> sessions = sessions();
        if (sessions.isEmpty() || workbench.isClosing() || workbench.getWorkbenchWindowCount() == 0) {
            return;
        }
        Optional<Session> session = sessions.get().current();
        another(session.map(Session::user));
        if (session.filter(Session::locked).isPresent()) {
            if (curtain.isEmpty()) {
                curtain = Optional.of(Curtain.draw(workbench, Messages.Lock_title,
                    parent -> new LockPage(parent, sessions.get(), session.get())));
            }
            return;
        }
        curtain.ifPresent(Curtain::close);
        curtain = Optional.empty();
        if (!sessions.get().hasUsers()) {
            // The book was closed meanwhile: there is nothing to sign in to.
            dialog.ifPresent(EntryDialog::close);
        }
        if (!asking && sessions.get().hasUsers()) {
            if (session.isEmpty()) {
                signIn(sessions.get());
            } else if (session.get().passwordDue()) {
                changePassword(sessions.get());
            }
        }
    }

    /** What somebody else has not saved is not shown to the next one; drafts are in the book. */
    private void another(Optional<String> now) {
        if (user.isPresent() && now.isPresent() && !user.equals(now)) {
            for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
                for (IWorkbenchPage page : window.getPages()) {
                    page.closeAllEditors(false);
                }
            }
        }
        if (now.isPresent()) {
            user = now;
        }
    }

    private void signIn(Sessions sessions) {
        asking = true;
        try {
            IWorkbenchWindow window = window();
            if (open(new SignInDialog(window.getShell(), sessions)) != Window.OK && sessions.hasUsers()
                && sessions.current().isEmpty()) {
                window.getService(IHandlerService.class).executeCommand(CLOSE_BOOK, null);
            }
        } catch (CommandException e) {
            throw new IllegalStateException(e);
        } finally {
            asking = false;
        }
        soon();
    }

    private void changePassword(Sessions sessions) {
        asking = true;
        try {
            IWorkbenchWindow window = window();
            if (open(new ChangePasswordDialog(window.getShell(), sessions, true, Notices.in(window))) != Window.OK) {
                sessions.signOut();
            }
        } finally {
            asking = false;
        }
        soon();
    }

    private IWorkbenchWindow window() {
        IWorkbenchWindow active = workbench.getActiveWorkbenchWindow();
        return active != null ? active : workbench.getWorkbenchWindows()[0];
    }

    private int open(EntryDialog asked) {
        dialog = Optional.of(asked);
        try {
            return asked.open();
        } finally {
            dialog = Optional.empty();
        }
    }

}
