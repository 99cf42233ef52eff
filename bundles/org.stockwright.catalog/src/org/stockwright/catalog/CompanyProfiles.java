package org.stockwright.catalog;

import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;

/** The company's profile. Thread-safe; answers come from memory. */
@ProviderType
public interface CompanyProfiles {

    /** The profile; empty in a store that holds no company yet. */
    Optional<CompanyProfile> current();

    /** Stores the profile. The currency cannot change once there are postings. */
    Outcome<CompanyProfile> save(CompanyProfile profile);

}
