package org.stockwright.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.ILog;

/**
 * What the script that starts the workbench says in system properties, and what it is told: a start without a window it
 * repeats once, with the state of earlier starts set aside.
 */
@SuppressWarnings("nls")
final class StartScript {

    /** A file that is to get the number of this process when the window is there. */
    private static final String STARTING = "stockwright.starting";
    /** What the script has to say of the state of earlier starts. */
    private static final String TOLD = "stockwright.told";
    /** The folder in which that state is now. */
    private static final String ASIDE = "stockwright.aside";

    private StartScript() {
        // only words
    }

    /** Puts into the log what it did before this start. */
    static void log() {
        String told = System.getProperty(TOLD);
        if (told != null) {
            ILog.of(StartScript.class).warn(told);
        }
    }

    /** Whether it set the state of earlier starts aside. */
    static boolean hasSetAside() {
        return System.getProperty(ASIDE) != null;
    }

    /** Tells it that the window is there: what goes wrong from now on has other reasons. */
    static void windowIsThere() throws IOException {
        String file = System.getProperty(STARTING);
        if (file != null) {
            Files.writeString(Path.of(file), Long.toString(ProcessHandle.current().pid()));
        }
    }

}
