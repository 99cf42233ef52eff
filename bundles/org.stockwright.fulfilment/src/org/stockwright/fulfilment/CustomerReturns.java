package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/**
 * What customers send back: announced, received into inspection, decided about. Thread-safe; never called on the user
 * interface's thread.
 */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface CustomerReturns {

    /** The kind of returns. */
    String KIND = "customer-return";

    /** What becomes of it. */
    enum Decision {
        /** It is stock again. */
        RESTOCK,
        /** It is thrown away. */
        SCRAP,
        /** It is kept apart to be repaired. */
        REPAIR
    }

    /**
     * A line that comes back.
     *
     * @param shipmentLine the number of the line in the shipment; 0 without a shipment
     * @param item the item; without a shipment only
     * @param lot its lot or serial number; without a shipment only
     * @param quantity how much, in the item's base unit; positive
     * @param note more words, or empty
     */
    record Line(int shipmentLine, Optional<ItemId> item, String lot, Quantity quantity, String note) {

        /** So much of a line of the shipment. */
        public static Line of(int shipmentLine, Quantity quantity) {
            return new Line(shipmentLine, Optional.empty(), "", quantity, "");
        }

        /** So much of an item without a paper. */
        public static Line blind(ItemId item, String lot, Quantity quantity) {
            return new Line(0, Optional.of(item), lot, quantity, "");
        }

    }

    /**
     * An announcement.
     *
     * @param key made by the sender, at most 100 characters
     * @param shipment what it comes back from; empty for a return without a paper
     * @param customer who sends it; without a shipment only
     * @param reason why it comes back
     * @param lines at least one
     * @param effective when it was announced
     */
    record Announcement(String key, Optional<DocumentId> shipment, PartnerId customer, String reason, List<Line> lines,
        Instant effective) {

        /** Takes a copy. */
        public Announcement {
            lines = List.copyOf(lines);
        }

    }

    /**
     * What came of a line of a return.
     *
     * @param line the line's number
     * @param quantity how much, in the item's base unit; positive
     */
    record Came(int line, BigDecimal quantity) {
    }

    /**
     * A decision.
     *
     * @param line the line's number
     * @param quantity about how much, in the item's base unit; positive
     * @param decision what becomes of it
     * @param to where it is put; empty for where it lies
     * @param refund whether the customer gets the original price back
     * @param note why, or what is to be repaired
     */
    record Decided(int line, BigDecimal quantity, Decision decision, Optional<LocationId> to, boolean refund,
        String note) {
    }

    /**
     * A decision that was made.
     *
     * @param line the line's number
     * @param quantity about how much
     * @param decision what became of it
     * @param refund the amount that the customer gets back, in the return's currency; empty for none
     * @param note why
     * @param user who decided
     * @param at when
     */
    record DecisionMade(int line, BigDecimal quantity, Decision decision, Optional<BigDecimal> refund, String note,
        String user, Instant at) {
    }

    /** Announces a return: never more than was shipped and did not come back or is announced already. */
    @Requires(FulfilmentPermission.RETURN)
    Outcome<Document> announce(Announcement announcement);

    /**
     * Receives what came into inspection at a place, at the cost at which it left.
     *
     * @param key made by the sender, at most 100 characters
     * @param came line by line; empty for all that is announced
     */
    @Requires(FulfilmentPermission.RETURN)
    Outcome<Document> receive(String key, DocumentId customerReturn, LocationId at, List<Came> came,
        Instant effective);

    /**
     * Decides about what lies in inspection.
     *
     * @param key made by the sender, at most 100 characters
     */
    @Requires(FulfilmentPermission.RETURN)
    Outcome<Document> decide(String key, DocumentId customerReturn, List<Decided> decided, Instant effective);

    /** Takes an announcement back of which nothing came. */
    @Requires(FulfilmentPermission.RETURN)
    Outcome<Document> cancel(DocumentId customerReturn, String reason);

    /** What was decided about a return, oldest first. */
    List<DecisionMade> decisions(DocumentId customerReturn);

}
