package org.stockwright.ui.scan;

/**
 * Takes scans. A part implements it or answers it from {@code getAdapter}; the active dialog or part gets the scan. On
 * the user interface's thread; whatever needs a database answers later by way of {@code Work}.
 */
@FunctionalInterface
public interface ScanTarget {

    /**
     * Takes a scan.
     *
     * @param code the scanned text without prefix, suffix and terminator; never empty, at most
     *            {@value org.stockwright.ui.scan.ScanDetector#MAX_LENGTH} characters
     * @param feedback tells the user with a sound and a colour whether the code was good; call it once, also later
     */
    void scanned(String code, ScanFeedback feedback);

}
