package org.stockwright.reporting.internal;

import java.time.Instant;

import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportTimes;

/** What designs read as {@code heading}. Public because scripts call it. */
public final class HeadingValues {

    private final String title;
    private final ReportHeading heading;
    private final String generated;

    HeadingValues(String title, ReportHeading heading, Instant now) {
        this.title = title;
        this.heading = heading;
        this.generated = new ReportTimes(heading.company(), heading.zone()).text(now) + " " + heading.zone().getId();
    }

    /** Whose book it is. */
    public String company() {
        return heading.company();
    }

    /** The report's title. */
    public String title() {
        return title;
    }

    /** What was asked for. */
    public String scope() {
        return heading.scope();
    }

    /** When the report was made, in the company's time zone. */
    public String generated() {
        return generated;
    }

}
