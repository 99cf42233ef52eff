package org.stockwright.security.ui.internal;

import java.time.Duration;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** What this workbench remembers about sessions: after which time it locks, and who signed in last. */
@SuppressWarnings("nls")
final class LockSettings {

    /** Where the preferences are. */
    static final String NODE = "org.stockwright.security.ui";
    /** The preference of minutes without a key or a move of the mouse. */
    static final String IDLE_MINUTES = "idle.minutes";
    static final int DEFAULT_MINUTES = 10;
    private static final String LAST_USER = "last.user";

    private LockSettings() {
        // only functions
    }

    static Duration idle() {
        return Duration.ofMinutes(Math.max(1, node().getInt(IDLE_MINUTES, DEFAULT_MINUTES)));
    }

    static String lastUser() {
        return node().get(LAST_USER, "");
    }

    static void rememberUser(String name) {
        IEclipsePreferences node = node();
        node.put(LAST_USER, name);
        try {
            node.flush();
        } catch (BackingStoreException e) {
            ILog.of(LockSettings.class).warn(e.getMessage(), e);
        }
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }

}
