package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/**
 * Goods that a supplier sends straight to our customer. Own stock is not touched: what is dispatched comes into a place of
 * transit and leaves it in the same posting, so that the cost of sales is what the purchase order says. The purchase order
 * itself is approved, sent, confirmed, revised, closed and cancelled as any other; what is closed or cancelled of it is open
 * again in the customer's order. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface DropShipping {

    /**
     * A part of a line that a supplier is to send.
     *
     * @param line the number of the line in the customer's order
     * @param quantity how much, in the item's base unit; empty for all that is neither held nor with a supplier
     * @param price the purchase price of a base unit; empty for that of the supplier's terms
     */
    record Part(int line, Optional<BigDecimal> quantity, Optional<BigDecimal> price) {

        /** All that is open of a line, on the supplier's terms. */
        public static Part of(int line) {
            return new Part(line, Optional.empty(), Optional.empty());
        }

        /** The same, only so much. */
        public Part only(BigDecimal some) {
            return new Part(line, Optional.of(some), price);
        }

        /** The same at a price. */
        public Part at(BigDecimal amount) {
            return new Part(line, quantity, Optional.of(amount));
        }

    }

    /**
     * What a supplier is to send.
     *
     * @param key made by the sender, at most 100 characters
     * @param order the customer's order
     * @param supplier who sends it
     * @param parts at least one; none twice
     * @param currency of the prices; empty for that in which we deal with the supplier, or else the company's
     * @param anyQuantity whether minimum and multiple of the supplier's terms do not bind, because he agreed
     */
    record Routing(String key, DocumentId order, PartnerId supplier, List<Part> parts, Optional<Currency> currency,
        boolean anyQuantity) {

        /** Takes a copy. */
        public Routing {
            parts = List.copyOf(parts);
        }

        /** Parts of an order on a supplier's terms. */
        public static Routing of(String key, DocumentId order, PartnerId supplier, List<Part> parts) {
            return new Routing(key, order, supplier, parts, Optional.empty(), false);
        }

    }

    /**
     * Orders parts of a customer's order from a supplier, to be sent to the customer's address. From then on they are not
     * filled from own stock. The place of transit is made when it is missing.
     *
     * @return the purchase order, to be approved
     */
    @Requires(FulfilmentPermission.ORDER)
    Outcome<Document> route(Routing routing);

    /** The purchase order that {@link #route} would place now, with its prices and days; nothing is stored. */
    @Requires(FulfilmentPermission.ORDER)
    Outcome<Document> preview(Routing routing);

    /**
     * A line of a customer's order of which a supplier can be told to send something.
     *
     * @param line its number
     * @param item the item's code
     * @param quantity how much is neither held nor with a supplier; positive
     */
    record Routable(int line, String item, Quantity quantity) {
    }

    /** What of a customer's order suppliers can be told to send, by line; nothing of other documents. */
    List<Routable> routable(DocumentId order);

    /**
     * What a supplier sent of a line of a purchase order.
     *
     * @param line the line's number
     * @param quantity how much, in the item's base unit; positive
     * @param lot the lot or serial number, where the item is tracked; else empty
     * @param expires until when the lot may be used, if it is said
     */
    record Sent(int line, BigDecimal quantity, String lot, Optional<LocalDate> expires) {

        /** So much of an item that is not tracked. */
        public static Sent of(int line, BigDecimal quantity) {
            return new Sent(line, quantity, "", Optional.empty());
        }

    }

    /**
     * A dispatch that the supplier confirmed.
     *
     * @param key made by the sender, at most 100 characters
     * @param order the purchase order
     * @param sent what left; empty for all that is open of items that are not tracked
     * @param paper the supplier's delivery note, or empty
     * @param carrier who carries it; {@link PartnerId#SELF} when the supplier brings it himself
     * @param tracking the carrier's number, or empty
     * @param effective when it left
     */
    record Dispatch(String key, DocumentId order, List<Sent> sent, String paper, PartnerId carrier, String tracking,
        Instant effective) {

        /** Takes a copy. */
        public Dispatch {
            sent = List.copyOf(sent);
        }

        /** What left, without more words. */
        public static Dispatch of(String key, DocumentId order, List<Sent> sent, Instant effective) {
            return new Dispatch(key, order, sent, "", PartnerId.SELF, "", effective);
        }

    }

    /**
     * Confirms a dispatch: the purchase order's lines are received and the customer's are shipped, in one posting with the
     * shipment's number as its paper. The same goods at two costs go by two dispatches, so that each return finds its cost.
     *
     * @return the shipment; the supplier stands as its carrier when nobody else does
     */
    @Requires(FulfilmentPermission.SHIP)
    Outcome<Document> dispatch(Dispatch dispatch);

    /** The outcome that {@link #dispatch} would have now; nothing is stored. */
    @Requires(FulfilmentPermission.SHIP)
    Outcome<Document> rehearse(Dispatch dispatch);

    /**
     * Takes a dispatch back that did not leave after all: the goods go back the way they came, at their cost, and the
     * supplier is to send them again.
     *
     * @param key made by the sender, at most 100 characters
     * @param effective the reversal's own date
     * @param reason why, for the auditors; not empty
     * @return the reversing shipment
     */
    @Requires(FulfilmentPermission.SHIP)
    Outcome<Document> reverse(String key, DocumentId shipment, Instant effective, String reason);

    /**
     * What a customer sends back to the supplier.
     *
     * @param line the number of the shipment's line
     * @param quantity how much, in the item's base unit; positive
     */
    record Back(int line, BigDecimal quantity) {
    }

    /**
     * A return from the customer straight to the supplier.
     *
     * @param key made by the sender, at most 100 characters
     * @param shipment the dispatch that the goods came by
     * @param back what goes back; empty for all
     * @param reason why; not empty
     * @param paper the supplier's number of the return, or empty
     * @param effective when the supplier had it
     */
    record DirectReturn(String key, DocumentId shipment, List<Back> back, String reason, String paper,
        Instant effective) {

        /** Takes a copy. */
        public DirectReturn {
            back = List.copyOf(back);
        }

    }

    /**
     * Takes a return that goes from the customer straight to the supplier, at the cost at which it was dispatched: a closed
     * return of the customer, and a return to the supplier that waits for his credit. What is to lie in our own stock is a
     * return as of any other shipment, by {@link CustomerReturns}.
     *
     * @return the customer's return
     */
    @Requires(FulfilmentPermission.RETURN)
    Outcome<Document> giveBack(DirectReturn back);

    /**
     * A line that a supplier sends straight to a customer.
     *
     * @param order the number of the purchase order
     * @param line its line's number
     * @param state where the purchase order stands
     * @param supplier the supplier's code
     * @param customerOrder the number of the customer's order
     * @param customerLine its line's number
     * @param customer the customer's code
     * @param address the code of the customer's address, or empty for the main one
     * @param item the item's code
     * @param wanted how much was ordered and not cancelled
     * @param dispatched how much the supplier sent
     * @param open how much he is still to send
     * @param returned how much went back to him
     * @param expected when: as promised, or else as wanted
     */
    record Routed(String order, int line, String state, String supplier, String customerOrder, int customerLine,
        String customer, String address, String item, Quantity wanted, Quantity dispatched, Quantity open,
        Quantity returned, Optional<LocalDate> expected) {
    }

    /**
     * What suppliers send straight to customers, by number and line.
     *
     * @param openOnly only of purchase orders of which something is still to be sent
     */
    List<Routed> list(boolean openOnly);

}
