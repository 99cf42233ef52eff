package org.stockwright.ledger.spi;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.ReservationId;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.persistence.Transaction;

/** The ledger inside one unit of work of a document; used by one thread, dead when the work has returned. */
@ProviderType
public interface StockStep {

    /** The transaction: what is written by it is stored together with what the ledger does. */
    Transaction transaction();

    /**
     * Part of what a reservation holds, to be posted or given back.
     *
     * @param reservation which
     * @param quantity how much in the item's base unit; empty for all that is still held
     */
    record Take(ReservationId reservation, Optional<BigDecimal> quantity) {

        /** All that is still held. */
        public static Take all(ReservationId reservation) {
            return new Take(reservation, Optional.empty());
        }

        /** A part of it. */
        public static Take of(ReservationId reservation, BigDecimal quantity) {
            return new Take(reservation, Optional.of(quantity));
        }

    }

    /**
     * What a line of a posting brings is held where it arrives, in the same moment: nobody can take it in between.
     *
     * @param line the line of the posting, from 1; its whole quantity is held
     * @param key made by the sender, as of {@link Reservations.Request}
     * @param holder the document or person that it is held for
     * @param expires when it ends by itself, if ever
     */
    record Keep(int line, String key, String holder, Optional<Instant> expires) {
    }

    /**
     * Posts a document, all or nothing. A key that is known with the same content yields the first receipt again, marked as
     * repeated; takes and keeps are left alone then.
     *
     * @param request what moves
     * @param takes what is given back of reservations, whose stock lines of the request take
     * @param keeps what is held where it arrives
     */
    Outcome<PostingReceipt> post(PostingRequest request, List<Take> takes, List<Keep> keeps) throws SQLException;

    /** Posts a document that touches no reservation. */
    default Outcome<PostingReceipt> post(PostingRequest request) throws SQLException {
        return post(request, List.of(), List.of());
    }

    /**
     * Posts the opposite of a posting.
     *
     * @param key the key of the posting, or its document number
     * @param reversalKey the new posting's own key
     * @param effective when the reversal takes effect; empty for now
     * @param reason why, for the auditors; not empty
     */
    Outcome<PostingReceipt> reverse(String key, String reversalKey, Optional<Instant> effective, String reason)
        throws SQLException;

    /**
     * Holds stock, all of it or none; refused when less than that is free, naming who holds the rest. Refusals carry the
     * index (from 1) as their line.
     */
    Outcome<List<ReservationView>> hold(List<Reservations.Request> requests) throws SQLException;

    /** Gives back what is held, or parts of it. What holds nothing any more is passed over. */
    void release(List<Take> takes) throws SQLException;

    /**
     * The next number of a series without gaps, for example {@code PO-000042}. The series is locked until the transaction
     * ends: draw it as late as possible, behind the locks of your own rows and before the ledger is called.
     *
     * @param series letters and digits, at most 16
     */
    String number(String series) throws SQLException;

    /** So many numbers of a series, one after the other; as {@link #number}, with few statements. */
    List<String> numbers(String series, int count) throws SQLException;

}
