package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;

/** What surrounds a store's database: files of ours, their lock, their disk. */
interface StoreHome {

    /** Why nothing may be written now, if so; cheap enough for each posting. */
    Optional<Refusal> full() throws IOException;

    /** Writes a backup as of this time and remembers it; one at a time. */
    Outcome<Path> backup(Path file, Instant when, String product, Progress progress) throws IOException, SQLException;

    /** Lets others have it. */
    void close() throws IOException;

}
