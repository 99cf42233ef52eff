package org.stockwright.company;

import java.time.Instant;
import java.util.Optional;

import org.stockwright.catalog.CompanyProfile;

/**
 * The company whose book is open.
 *
 * @param profile name, currency, time zone
 * @param location where the book is
 * @param engine name and version of the database
 * @param user who acts
 * @param lastBackup when the newest backup was made, if ever
 */
public record Company(CompanyProfile profile, String location, String engine, String user,
    Optional<Instant> lastBackup) {
}
