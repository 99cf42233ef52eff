package org.stockwright.ledger;

import java.time.Instant;
import java.util.List;

import org.stockwright.base.PostingId;
import org.stockwright.base.Refusal;

/**
 * What became of a posting.
 *
 * @param id its identity
 * @param key the sender's key
 * @param number the document number; empty when none was asked for
 * @param firstSeq the sequence number of its first movement; the others follow
 * @param lines how many movements it has
 * @param recorded when it was recorded
 * @param repeated whether it had been posted before with the same content
 * @param warnings what was allowed but deserves a look, such as stock that went negative
 */
public record PostingReceipt(PostingId id, String key, String number, long firstSeq, int lines, Instant recorded,
    boolean repeated, List<Refusal> warnings) {
}
