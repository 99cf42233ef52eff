package org.stockwright.company.ui.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stockwright.company.StorePasswords;
import org.stockwright.ui.Notices;

/** Passwords of servers and encrypted books: from the secure storage, or asked for; what was typed is known until the workbench ends. */
@Component(service = { StorePasswords.class, AskedPasswords.class })
public final class AskedPasswords implements StorePasswords {

    private final PasswordVault vault = new PasswordVault(SecurePreferencesFactory::getDefault);
    private final Map<String, char[]> typed = new ConcurrentHashMap<>();

    @Activate
    public AskedPasswords() {
        // nothing is known yet
    }

    @Override
    public Optional<char[]> password(String url, String user) {
        char[] known = typed.get(key(url, user));
        if (known != null) {
            return Optional.of(known.clone());
        }
        return vault.find(url, user).or(() -> ask(url, user));
    }

    @Override
    public Optional<char[]> bookPassword(String folder) {
        return password(folder, ""); //$NON-NLS-1$
    }

    /** It was wrong: it is asked for again. */
    void forget(String url) {
        typed.keySet().removeIf(key -> key.startsWith(url + '\n'));
        vault.forget(url);
    }

    private Optional<char[]> ask(String url, String user) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return Optional.empty();
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        Optional<Answer> answer = display.syncCall(() -> {
            ServerPasswordDialog dialog = new ServerPasswordDialog(parent(display), url, user);
            return dialog.open() == Window.OK ? Optional.of(new Answer(dialog.password(), dialog.remember()))
                : Optional.empty();
        });
        answer.ifPresent(given -> {
            typed.put(key(url, user), given.password().clone());
            // Not on the user interface's thread: the storage computes, writes, and may ask for a password of its own.
            if (given.remember() && !vault.keep(url, user, given.password())) {
                display.asyncExec(AskedPasswords::tellNotKept);
            }
        });
        return answer.map(Answer::password);
    }

    /**
     * What the user answered.
     *
     * @param password the characters, which whoever asked overwrites
     * @param remember whether to keep it
     */
    private record Answer(char[] password, boolean remember) {
    }

    /** The dialog in front, if there is one: the question must not open behind it. */
    private static Shell parent(Display display) {
        Shell active = display.getActiveShell();
        if (active != null && (active.getStyle() & SWT.ON_TOP) == 0) {
            return active;
        }
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window == null ? null : window.getShell();
    }

    private static void tellNotKept() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null) {
            Notices.in(window).failed(Messages.ServerPassword_noStorage);
        }
    }

    private static String key(String url, String user) {
        return url + '\n' + user;
    }

}
