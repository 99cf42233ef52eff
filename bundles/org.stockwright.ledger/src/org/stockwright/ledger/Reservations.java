package org.stockwright.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.ReservationId;
import org.stockwright.security.Requires;
import org.stockwright.security.Unguarded;

/** Stock held for somebody: held, then posted or released, or expired. Thread-safe. */
@ProviderType
@Requires(LedgerPermission.VIEW)
public interface Reservations {

    /**
     * What shall be held.
     *
     * @param key made by the sender; the same again is harmless
     * @param item what
     * @param location the very place (not its parts)
     * @param lot the lot's or serial number's code; empty for none
     * @param owner whose stock
     * @param status its quality status; only available stock can be held
     * @param quantity how much; positive
     * @param holder the document or person that it is held for
     * @param expires when it ends by itself, if ever
     */
    record Request(String key, ItemId item, LocationId location, String lot, PartnerId owner, String status,
        Quantity quantity, String holder, Optional<Instant> expires) {
    }

    /** Holds stock; refused when less than that is free, naming who holds the rest. */
    @Requires(LedgerPermission.RESERVE)
    Outcome<ReservationView> hold(Request request);

    /** Gives back what is still held. */
    @Requires(LedgerPermission.RESERVE)
    Outcome<ReservationView> release(ReservationId id);

    /**
     * Posts an issue or transfer of reserved stock and gives the reservation back by as much, in one transaction.
     *
     * @param request a posting with one line that takes from the reservation's balance
     */
    @Requires(LedgerPermission.POST)
    Outcome<PostingReceipt> post(ReservationId id, PostingRequest request);

    /** Ends reservations whose time is over; returns how many. Also done by itself once a minute. */
    @Unguarded("What is over is over, whoever looks.")
    int expire();

    /** All that is held now, by item and time. */
    List<ReservationView> list();

}
