package org.stockwright.ledger;

import java.time.Instant;
import java.util.Optional;

import org.stockwright.base.Quantity;
import org.stockwright.base.ReservationId;

/**
 * Stock held for somebody.
 *
 * @param id its identity
 * @param key the sender's key
 * @param item the item's code
 * @param location the location's code
 * @param lot the lot's code, or empty
 * @param quantity what was held at first
 * @param open what is still held
 * @param holder the document or person that it is held for
 * @param user who reserved it
 * @param since when
 * @param expires until when, if it ends by itself
 */
public record ReservationView(ReservationId id, String key, String item, String location, String lot,
    Quantity quantity, Quantity open, String holder, String user, Instant since, Optional<Instant> expires) {
}
