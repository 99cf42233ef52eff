package org.stockwright.persistence;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The newest head of the chain of seals, kept outside the database: whoever cuts the chain's end off, or writes the chain
 * anew, has to change this, too. A service beside {@link UnitOfWork} while a store is open. Thread-safe.
 */
@ProviderType
public interface ChainAnchor {

    /**
     * The end of the chain at some time.
     *
     * @param block the number of the newest block, from 1
     * @param lastSeq the number of the last movement in it
     * @param hash the block's hash, 64 small hexadecimal digits
     * @param sealed when it was sealed, in whole microseconds
     */
    record Head(long block, long lastSeq, String hash, Instant sealed) {
    }

    /**
     * The head that is kept; empty when none was kept yet.
     *
     * @throws IOException when it cannot be read or was damaged
     */
    Optional<Head> read() throws IOException;

    /**
     * Keeps a newer head instead, in one step: after a crash there is the old one or the new one. The head that is kept
     * already is no news.
     *
     * @throws IllegalArgumentException when a later block is kept, or another hash for the same one: it never goes back
     * @throws IOException when it cannot be written, or what is there was damaged
     */
    void keep(Head head) throws IOException;

}
