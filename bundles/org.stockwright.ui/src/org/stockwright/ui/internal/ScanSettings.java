package org.stockwright.ui.internal;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.stockwright.ui.scan.ScanDetector;

/** What the scanner on this desk does, from the preferences of this workplace. */
@SuppressWarnings("nls")
public final class ScanSettings {

    static final String NODE = "org.stockwright.ui";
    static final String SHORTEST = "scan.shortest";
    static final String GAP = "scan.gap";
    static final String PREFIX = "scan.prefix";
    static final String SUFFIX = "scan.suffix";

    private ScanSettings() {
    }

    /** The settings now. */
    public static ScanDetector.Settings read() {
        IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);
        ScanDetector.Settings standard = ScanDetector.Settings.DEFAULT;
        return new ScanDetector.Settings(node.getInt(SHORTEST, standard.shortest()),
            node.getInt(GAP, standard.longestGapMillis()), standard.pauseMillis(), node.get(PREFIX, ""),
            node.get(SUFFIX, ""));
    }

}
