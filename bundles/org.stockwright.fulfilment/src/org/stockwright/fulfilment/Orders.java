package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/**
 * Orders of customers, of departments and between our own places. What of an order is open is what was neither shipped nor
 * cancelled. Reading is the service {@link org.stockwright.documents.Documents}. Thread-safe; never called on the user
 * interface's thread.
 */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface Orders {

    /**
     * Places an order: priced, its virtual kits taken apart into lines of their own, its lines promised for days. The same
     * key with the same content yields the first order again. Refusals carry the line's number.
     */
    @Requires(FulfilmentPermission.ORDER)
    Outcome<Document> place(OrderRequest request);

    /** What {@link #place} would answer now; nothing is stored. The number is the one that it would get now. */
    @Requires(FulfilmentPermission.ORDER)
    Outcome<Document> rehearse(OrderRequest request);

    /**
     * Places many orders in one transaction, all or none, at most {@value #MOST_AT_ONCE}. Refusals carry the order's key as
     * source and the line's number.
     */
    @Requires(FulfilmentPermission.ORDER)
    Outcome<List<Document>> placeAll(List<OrderRequest> requests);

    /** The most orders that are placed in one transaction. */
    int MOST_AT_ONCE = 100;

    /**
     * What a revision makes of a line; what is left empty stays.
     *
     * @param line its number
     * @param quantity how much is wanted in all, with what was shipped; in any unit that fits the item
     * @param price per unit of the quantity
     * @param due when it is wanted
     */
    record Change(int line, Optional<Quantity> quantity, Optional<BigDecimal> price, Optional<LocalDate> due) {
    }

    /**
     * Changes lines of an open order and adds others. What is held beyond what is still wanted is given back; less than
     * was picked or shipped is refused. The components of a virtual kit follow it. A line that is wanted no more is
     * {@link #cancel cancelled}.
     *
     * @param added lines behind the last one
     * @param why for the trail; may be empty
     */
    @Requires(FulfilmentPermission.ORDER)
    Outcome<Document> revise(DocumentId order, List<Change> changes, List<OrderRequest.Line> added, String why);

    /**
     * Cancels what is open, neither picked nor shipped, of some lines or of the whole order, and gives back what is held
     * for it.
     *
     * @param lines numbers of lines; empty for all
     * @param why for the trail; may be empty
     */
    @Requires(FulfilmentPermission.ORDER)
    Outcome<Document> cancel(DocumentId order, List<Integer> lines, String why);

    /**
     * A part of a line that is split off.
     *
     * @param line its number
     * @param quantity how much, in any unit that fits the item
     */
    record Part(int line, Quantity quantity) {
    }

    /**
     * Moves parts of what is open into an order of its own, with the same customer, places and dates; of the old order they
     * are cancelled. What nothing is held for moves first; what is held beyond the rest is given back.
     *
     * @param key the new order's key
     * @return the new order
     */
    @Requires(FulfilmentPermission.ORDER)
    Outcome<Document> split(DocumentId order, String key, List<Part> parts);

    /** Closes an order: what is open is cancelled as by {@link #cancel}, and nothing more is to be done. */
    @Requires(FulfilmentPermission.ORDER)
    Outcome<Document> close(DocumentId order, String why);

}
