package org.stockwright.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/**
 * What departments want: submitted, approved within limits, and then ordered from suppliers or fulfilled from stock.
 * Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(PurchasingPermission.VIEW)
public interface Requisitions {

    /** The kind of document. */
    String KIND = "requisition";

    /** Waits for somebody's decision. */
    String SUBMITTED = "SUBMITTED";
    /** May be ordered or taken from stock. */
    String APPROVED = "APPROVED";
    /** All of it was ordered, taken from stock, or cancelled. */
    String FULFILLED = "FULFILLED";
    /** Nobody gets it. */
    String REJECTED = "REJECTED";
    /** Nobody wants it any more. */
    String CANCELLED = "CANCELLED";

    /**
     * A line that is wanted.
     *
     * @param item what
     * @param quantity how much of the unit; positive
     * @param unit the code of the item's unit or pack; empty for the base unit
     * @param price what it will cost per unit in the company's currency; empty for what the first supplier takes, or else
     *            the item's standard cost
     * @param due when it is wanted; empty for that of the requisition
     * @param note more words, or empty
     */
    record Line(ItemId item, BigDecimal quantity, Optional<String> unit, Optional<BigDecimal> price,
        Optional<LocalDate> due, String note) {

        /** Writes equal numbers the same way. */
        public Line {
            quantity = quantity.stripTrailingZeros();
            price = price.map(BigDecimal::stripTrailingZeros);
        }

        /** A quantity in the base unit. */
        public static Line of(ItemId item, BigDecimal quantity) {
            return new Line(item, quantity, Optional.empty(), Optional.empty(), Optional.empty(), "");
        }

    }

    /**
     * A requisition that is to be submitted.
     *
     * @param key made by the sender: sending the same again yields the first one
     * @param department who wants it; not empty
     * @param costCentre who bears it, or empty
     * @param due when it is wanted, if somebody said
     * @param place our place where it is wanted, if it names one
     * @param reference a paper or project that it is for, or empty
     * @param lines at least one
     */
    record Draft(String key, String department, String costCentre, Optional<LocalDate> due, Optional<LocationId> place,
        String reference, List<Line> lines) {

        /** Takes a copy of the lines. */
        public Draft {
            lines = List.copyOf(lines);
        }

    }

    /** Submits a requisition; whoever acts is its requester. */
    @Requires(PurchasingPermission.REQUEST)
    Outcome<Document> submit(Draft draft);

    /**
     * Approves a requisition whose total is within the limit of whoever acts; in a book with users not by its requester.
     * A refusal for the limit names who may.
     */
    @Requires(PurchasingPermission.APPROVE)
    Outcome<Document> approve(DocumentId requisition);

    /**
     * Rejects a requisition for good.
     *
     * @param reason why, for the requester; not empty
     */
    @Requires(PurchasingPermission.APPROVE)
    Outcome<Document> reject(DocumentId requisition, String reason);

    /**
     * Cancels what is open of a requisition.
     *
     * @param reason why; not empty
     */
    @Requires(PurchasingPermission.REQUEST)
    Outcome<Document> cancel(DocumentId requisition, String reason);

    /**
     * Orders what is open of an approved requisition: one purchase order for each supplier, each line from the supplier of
     * the best rank, or all from the one that is named.
     *
     * @param key made by the sender: sending the same again yields the first orders
     * @param supplier from whom; empty for the best rank of each line
     * @param lines only these lines, by number; all when empty
     * @param anyQuantity whether minimum and multiple of the suppliers' terms do not bind, because they agreed
     * @return the orders, in the state {@link PurchaseOrders#OPEN}
     */
    @Requires(PurchasingPermission.ORDER)
    Outcome<List<Document>> order(String key, DocumentId requisition, Optional<PartnerId> supplier, List<Integer> lines,
        boolean anyQuantity);

}
