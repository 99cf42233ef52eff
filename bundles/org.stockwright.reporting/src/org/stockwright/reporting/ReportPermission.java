package org.stockwright.reporting;

/** Permissions of reports. */
public final class ReportPermission {

    /** Reports are run, as far as their data may be seen. */
    public static final String RUN = "reporting.run";

    private ReportPermission() {
        // only constants
    }

}
