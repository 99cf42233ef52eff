package org.stockwright.company.ui.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ILog;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.StorageException;

/** Passwords of servers in the secure storage of the platform, encrypted; nowhere else. */
final class PasswordVault {

    private static final String NODE = "/org.stockwright/servers"; //$NON-NLS-1$
    private static final String KEY = "password"; //$NON-NLS-1$

    private final Supplier<ISecurePreferences> storage;

    PasswordVault(Supplier<ISecurePreferences> storage) {
        this.storage = storage;
    }

    /** What is kept for this address and user, if anything and if the storage can be read. */
    Optional<char[]> find(String url, String user) {
        ISecurePreferences root = storage.get();
        if (root == null || !root.nodeExists(NODE)) {
            return Optional.empty();
        }
        try {
            String kept = node(root, url, user).get(KEY, null);
            return Optional.ofNullable(kept).map(String::toCharArray);
        } catch (StorageException e) {
            ILog.of(PasswordVault.class).warn(reason(e));
            return Optional.empty();
        }
    }

    /** Keeps a password; false when the storage does not work, and nothing is kept then. */
    boolean keep(String url, String user, char[] password) {
        ISecurePreferences root = storage.get();
        if (root == null) {
            return false;
        }
        try {
            node(root, url, user).put(KEY, new String(password), true);
            root.flush();
            return true;
        } catch (StorageException | IOException e) {
            ILog.of(PasswordVault.class).warn(reason(e));
            return false;
        }
    }

    /** Forgets what is kept, because it was wrong. */
    void forget(String url) {
        ISecurePreferences root = storage.get();
        if (root != null && root.nodeExists(NODE)) {
            ISecurePreferences server = root.node(NODE).node(encoded(url));
            server.removeNode();
            try {
                root.flush();
            } catch (IOException e) {
                ILog.of(PasswordVault.class).warn(reason(e));
            }
        }
    }

    private static String reason(Exception e) {
        return "The secure storage: " + e.getMessage(); //$NON-NLS-1$
    }

    private static ISecurePreferences node(ISecurePreferences root, String url, String user) {
        return root.node(NODE).node(encoded(url)).node(encoded(user));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

}
