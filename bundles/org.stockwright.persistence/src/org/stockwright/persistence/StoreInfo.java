package org.stockwright.persistence;

import java.time.Instant;
import java.util.Optional;

/**
 * Facts about the open store.
 *
 * @param location where it is
 * @param engine name and version of the database, for example {@code Apache Derby 10.17.1.0}
 * @param schema the number of the newest core migration
 * @param user who acts
 * @param lastBackup when the newest backup was made, if ever
 */
public record StoreInfo(StoreLocation location, String engine, int schema, String user, Optional<Instant> lastBackup) {
}
