package org.stockwright.persistence.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;

/**
 * Around a server's database: its disk and its backups are its administrator's.
 *
 * @param location where it is
 */
record ServerHome(StoreLocation.Server location) implements StoreHome {

    @Override
    public Optional<Refusal> full() {
        return Optional.empty();
    }

    @Override
    public Outcome<Path> backup(Path file, Instant when, String product, Progress progress) {
        return Outcome.refused(Refusal.of(StoreRefusal.UNSUPPORTED, "A backup of " + location)
            .hint("A server's database is backed up on the server: pg_dump, or an archive of its log."));
    }

    @Override
    public void close() {
        // nobody is kept away
    }

}
