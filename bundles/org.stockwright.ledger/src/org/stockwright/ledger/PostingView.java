package org.stockwright.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.PostingId;

/**
 * A posting with its movements.
 *
 * @param id its identity
 * @param key the sender's key
 * @param number the document number, or empty
 * @param reference the paper that it stands for, or empty
 * @param note more words, or empty
 * @param user who posted it
 * @param recorded when it was recorded
 * @param reverses the key of the posting that it reverses, if it is a reversal
 * @param reversedBy the key of the posting that reverses it, if there is one
 * @param movements in the order of their lines
 */
public record PostingView(PostingId id, String key, String number, String reference, String note, String user,
    Instant recorded, Optional<String> reverses, Optional<String> reversedBy, List<MovementView> movements) {
}
