package org.stockwright.persistence;

import java.io.IOException;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The append-only file outside the database that holds one line per acknowledged posting. A service beside
 * {@link UnitOfWork} while a store is open.
 */
@ProviderType
public interface AcknowledgementJournal {

    /** Takes one acknowledged posting. */
    @FunctionalInterface
    interface Reader {

        /** An acknowledged posting with the hash of its content. */
        void acknowledged(long postingId, String contentHash);

    }

    /**
     * Reads the journal from its start. A torn last line, left by a crash before the acknowledgement was given, is
     * skipped.
     */
    void read(Reader reader) throws IOException;

}
