package org.stockwright.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A document to be posted, all or nothing.
 *
 * @param key made by the sender, at most 128 characters: sending the same again is harmless
 * @param effective when it happened in the warehouse
 * @param lines at least one
 * @param reference the paper that it stands for, or empty
 * @param note more words, or empty
 * @param series the number series to draw a document number from, for example {@code GR}; empty for none
 */
public record PostingRequest(String key, Instant effective, List<MovementLine> lines, String reference, String note,
    String series) {

    /** Takes a copy of the lines. */
    public PostingRequest {
        lines = List.copyOf(lines);
    }

}
