package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.security.Requires;

/**
 * Takes what is allocated from its bins to where it is packed, by pick lists. What is picked stays held for its order.
 * Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface Picking {

    /** The kind of pick lists. */
    String KIND = "pick-list";

    /** The name of the setting with the code of the place to which goods are picked. */
    String STAGING_SETTING = "fulfilment.staging-place";

    /** The name of the setting with the total from which on an order needs an approval. */
    String LIMIT_SETTING = "fulfilment.approval-limit";

    /**
     * A strategy that can be chosen.
     *
     * @param id its stable id
     * @param title what people call it
     */
    record Strategy(String id, String title) {
    }

    /**
     * What pick lists are to be made of.
     *
     * @param key made by the sender, at most 100 characters
     * @param strategy the id of a strategy
     * @param orders only of these orders; empty for all that are open
     * @param staging where the goods are taken to; empty for the place of the setting {@value #STAGING_SETTING}
     * @param limits what narrows the choice
     */
    record Wanted(String key, String strategy, List<DocumentId> orders, Optional<LocationId> staging,
        PickStrategy.Limits limits) {

        /** Takes a copy. */
        public Wanted {
            orders = List.copyOf(orders);
        }

    }

    /**
     * What was done at a line of a list. A scan that is empty was not made.
     *
     * @param line the line's number
     * @param quantity how much was taken, in the item's base unit; empty for all that is open
     * @param reason why the rest is missing; empty when the rest is still to be picked
     * @param bin the code of the bin, as scanned
     * @param item the item's code, alias or barcode, as scanned
     * @param lot the lot's or serial number's code, as scanned
     */
    record Taken(int line, Optional<BigDecimal> quantity, String reason, String bin, String item, String lot) {

        /** All that is open of a line, without scans. */
        public static Taken all(int line) {
            return new Taken(line, Optional.empty(), "", "", "", "");
        }

        /** So much of a line, the rest later. */
        public static Taken of(int line, BigDecimal quantity) {
            return new Taken(line, Optional.of(quantity), "", "", "", "");
        }

        /** Only so much was there. */
        public Taken missing(String why) {
            return new Taken(line, quantity, why, bin, item, lot);
        }

        /** The same, with what was scanned. */
        public Taken scanned(String scannedBin, String scannedItem, String scannedLot) {
            return new Taken(line, quantity, reason, scannedBin, scannedItem, scannedLot);
        }

    }

    /**
     * A confirmation.
     *
     * @param key made by the sender, at most 100 characters
     * @param list the pick list
     * @param effective when it happened
     * @param taken line by line; empty for all that is open
     */
    record Confirmation(String key, DocumentId list, Instant effective, List<Taken> taken) {

        /** Takes a copy. */
        public Confirmation {
            taken = List.copyOf(taken);
        }

    }

    /**
     * A bin that wants to be counted.
     *
     * @param id its number
     * @param list the pick list whose picker found less
     * @param number the list's number
     * @param location the bin
     * @param locationCode its code
     * @param item the item's code
     * @param lot the lot's code, or empty
     * @param missing how much was missing, in the item's base unit
     * @param held how much is kept from everybody until it was counted
     * @param reason what the picker said
     * @param user who he was
     * @param since when
     */
    record CountRequest(long id, DocumentId list, String number, LocationId location, String locationCode, String item,
        String lot, BigDecimal missing, BigDecimal held, String reason, String user, Instant since) {
    }

    /**
     * An order that has stock held in its bins that is on no list yet.
     *
     * @param id the order
     * @param kind the id of its kind
     * @param number its number
     * @param receiver who gets it: the customer's code and name, the department, or the code of the place
     * @param priority the higher, the sooner
     * @param due when it is wanted, if somebody said
     * @param carrier the code of the carrier, or empty
     * @param lines how many of its lines are open
     * @param percent how much of what is open is held, in whole percent rounded down; each line weighs the same
     * @param toPick the lines with stock that can go onto a list
     */
    record Waiting(DocumentId id, String kind, String number, String receiver, int priority, Optional<LocalDate> due,
        String carrier, int lines, int percent, Set<LineId> toPick) {

        /** Takes a copy. */
        public Waiting {
            toPick = Set.copyOf(toPick);
        }

    }

    /** The orders of which pick lists can be made, the most urgent first, as {@link #make} takes them. */
    List<Waiting> waiting();

    /** The strategies that are installed, by id. */
    List<Strategy> strategies();

    /** The lists that {@link #make} would make now, with the numbers that they would get; nothing is stored. */
    @Requires(FulfilmentPermission.PICK)
    Outcome<List<Document>> rehearse(Wanted wanted);

    /**
     * Makes pick lists of what is allocated and on no list yet. Lines stand in the order of the way through the warehouse.
     *
     * @return the lists, in the order in which the strategy made them; the same ones for the same key and content
     */
    @Requires(FulfilmentPermission.PICK)
    Outcome<List<Document>> make(Wanted wanted);

    /**
     * Gives a list to the floor after each line was checked against its source document: the item, the price and the
     * approval that the order has, and that no more is taken than it wants. Refused with every line that is not right.
     */
    @Requires(FulfilmentPermission.PICK)
    Outcome<Document> release(DocumentId list);

    /**
     * Posts what was taken from the bins to the staging place. What is missing is given back, its bin is to be counted,
     * and other stock is allocated at once where there is some.
     */
    @Requires(FulfilmentPermission.PICK)
    Outcome<Document> confirm(Confirmation confirmation);

    /** Approves an order whose total is above the limit, as it is now; a later revision needs another approval. */
    @Requires(FulfilmentPermission.APPROVE)
    Outcome<Document> approve(DocumentId order, String remark);

    /** The total from which on an order needs an approval before it is picked; empty for none. */
    Optional<BigDecimal> approvalLimit();

    /** Sets the total, in the currency of each order, from which on an order needs an approval. */
    @Requires(FulfilmentPermission.RULES)
    Outcome<Boolean> setApprovalLimit(Optional<BigDecimal> limit);

    /** Takes back what is not picked yet of a list; the stock stays held for its orders and may go onto another list. */
    @Requires(FulfilmentPermission.PICK)
    Outcome<Document> cancel(DocumentId list, String reason);

    /**
     * Puts what lies picked or packed for an order back to where it was taken from, or to another place; the order holds
     * it no more.
     *
     * @param key made by the sender, at most 100 characters
     * @param to where to; empty for where each came from
     * @param cancelled whether what is put back is wanted no more
     * @return the order
     */
    @Requires(FulfilmentPermission.PICK)
    Outcome<Document> putBack(String key, DocumentId order, Optional<LocationId> to, boolean cancelled,
        Instant effective,
        String reason);

    /** The bins that want to be counted, oldest first. */
    List<CountRequest> countRequests();

    /** Says that a bin was counted: what was kept from everybody is free again. */
    @Requires(FulfilmentPermission.PICK)
    Outcome<CountRequest> counted(long request);

}
