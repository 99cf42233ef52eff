package org.stockwright.ledger.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.ui.Services;

/** The time zone in which the workbench shows instants: the company's. */
public final class Zones {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT); //$NON-NLS-1$

    private Zones() {
    }

    /** The zone of the company whose book is open, or the machine's. Answers from memory, on any thread. */
    public static ZoneId current() {
        return Services.find(Zones.class, CompanyProfiles.class).flatMap(CompanyProfiles::current)
            .map(CompanyProfile::zone).orElseGet(ZoneId::systemDefault);
    }

    /** An instant to the minute, in the company's zone. */
    public static String minutes(Instant instant) {
        return MINUTES.format(instant.atZone(current()));
    }

}
