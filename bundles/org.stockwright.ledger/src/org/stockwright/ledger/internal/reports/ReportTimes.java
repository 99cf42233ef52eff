package org.stockwright.ledger.internal.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.reporting.spi.ReportHeading;

/** The company's name and time zone, and instants in words. */
final class ReportTimes {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final String company;
    private final ZoneId zone;

    ReportTimes(CompanyProfiles profiles) {
        Optional<CompanyProfile> profile = profiles.current();
        this.company = profile.map(CompanyProfile::name).orElse("");
        this.zone = profile.map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
    }

    /** In which dates become instants. */
    ZoneId zone() {
        return zone;
    }

    /** To the minute. */
    String text(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** To the minute, or that it is now. */
    String text(Optional<Instant> instant) {
        return instant.map(this::text).orElse("now");
    }

    /** The heading of a report over this scope. */
    ReportHeading heading(String scope) {
        return new ReportHeading(company, zone, scope);
    }

}
