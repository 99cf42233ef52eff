package org.stockwright.ledger.internal.posting;

import java.time.Instant;
import java.util.List;

/**
 * A posting that passed all checks but that for stock.
 *
 * @param key the sender's key
 * @param hash of its content
 * @param effective when it happened
 * @param reference the paper that it stands for, or empty
 * @param note more words, or empty
 * @param series the number series, or empty
 * @param reverses the posting that it reverses, or 0
 * @param lines its lines
 */
record Document(String key, String hash, Instant effective, String reference, String note, String series,
    long reverses, List<CheckedLine> lines) {
}
