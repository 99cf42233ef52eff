package org.stockwright.ledger.internal.imports;

import java.time.ZoneId;
import java.time.ZoneOffset;

import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;

/** Where a date becomes an instant. */
final class Zones {

    private Zones() {
    }

    /** The company's zone; UTC in a store that holds no company yet. */
    static ZoneId of(CompanyProfiles profiles) {
        return profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
    }

}
