package org.stockwright.company.ui.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stockwright.company.ServerPasswords;
import org.stockwright.ui.Notices;

/** Passwords of servers: from the secure storage, or asked for; what was typed is known until the workbench ends. */
@Component(service = { ServerPasswords.class, AskedPasswords.class })
public final class AskedPasswords implements ServerPasswords {

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

    /** The server did not take it: it is asked for again. */
    void forget(String url) {
        typed.keySet().removeIf(key -> key.startsWith(url + '\n'));
        vault.forget(url);
    }

    private Optional<char[]> ask(String url, String user) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return Optional.empty();
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        return display.syncCall(() -> {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            ServerPasswordDialog dialog = new ServerPasswordDialog(window == null ? null : window.getShell(), url,
                user);
            if (dialog.open() != Window.OK) {
                return Optional.<char[]>empty();
            }
            char[] password = dialog.password();
            typed.put(key(url, user), password.clone());
            if (dialog.remember() && !vault.keep(url, user, password) && window != null) {
                Notices.in(window).failed(Messages.ServerPassword_noStorage);
            }
            char[] answer = password.clone();
            Arrays.fill(password, '\0');
            return Optional.of(answer);
        });
    }

    private static String key(String url, String user) {
        return url + '\n' + user;
    }

}
