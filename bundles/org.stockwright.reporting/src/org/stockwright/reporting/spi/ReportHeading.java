package org.stockwright.reporting.spi;

import java.time.ZoneId;

/**
 * What stands at the top of each page besides the title.
 *
 * @param company whose book it is, or empty
 * @param zone in which the report shows instants
 * @param scope what was asked for, for example {@code As of 2026-01-31 23:59, known at 2026-02-02 08:00}
 */
public record ReportHeading(String company, ZoneId zone, String scope) {
}
