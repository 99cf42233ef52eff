package org.stockwright.catalog;

import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;
import org.stockwright.security.Unguarded;

/** The company's profile. Thread-safe; answers come from memory. */
@ProviderType
public interface CompanyProfiles {

    /** The profile; empty in a store that holds no company yet. */
    @Unguarded("Names and dates are shown before anybody signs in.")
    Optional<CompanyProfile> current();

    /** Stores the profile. The currency cannot change once there are postings. */
    @Requires(CatalogPermission.COMPANY)
    Outcome<CompanyProfile> save(CompanyProfile profile);

}
