package org.stockwright.service.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;

/** Days of the company: in its time zone, in UTC while there is no company. */
public final class ServiceDays {

    private final CompanyProfiles profiles;

    /** Of the company of the open book. */
    public ServiceDays(CompanyProfiles profiles) {
        this.profiles = profiles;
    }

    /** The company's time zone. */
    public ZoneId zone() {
        return profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
    }

    /** The day of an instant. */
    public LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, zone());
    }

    /** When a day begins. */
    public Instant begin(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

}
