package org.stockwright.ledger.ui;

import java.time.ZoneId;

import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.ui.Services;

/** The time zone in which the workbench shows instants: the company's. */
public final class Zones {

    private Zones() {
    }

    /** The zone of the company whose book is open, or the machine's. Answers from memory, on any thread. */
    public static ZoneId current() {
        return Services.find(Zones.class, CompanyProfiles.class).flatMap(CompanyProfiles::current)
            .map(CompanyProfile::zone).orElseGet(ZoneId::systemDefault);
    }

}
