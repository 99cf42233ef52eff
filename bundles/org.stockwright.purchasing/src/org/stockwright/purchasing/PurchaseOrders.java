package org.stockwright.purchasing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.security.Requires;
import org.stockwright.security.SecurityPermission;
import org.stockwright.security.Unguarded;

/**
 * Orders from suppliers: placed, approved, sent, confirmed, received (by another service), closed. What came of a line is
 * told by its flow; the state says how far the paper is. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(PurchasingPermission.VIEW)
public interface PurchaseOrders {

    /** The kind of document of an order. */
    String KIND = "purchase-order";
    /** The kind of document of a blanket order: a frame of which orders are called off. */
    String BLANKET = "blanket-order";

    /** Placed, not approved. */
    String OPEN = "OPEN";
    /** Approved; goods may be received from here on. */
    String APPROVED = "APPROVED";
    /** The supplier has it. */
    String SENT = "SENT";
    /** The supplier confirmed it. */
    String CONFIRMED = "CONFIRMED";
    /** Nothing is expected any more. */
    String CLOSED = "CLOSED";
    /** Nothing of it was or will be received. */
    String CANCELLED = "CANCELLED";

    /**
     * The code of the place of transit of ours that an order is delivered to whose goods the supplier sends straight to a
     * customer. Nothing of such an order is received here: what the supplier dispatched is confirmed by drop-shipping.
     */
    String DROP_SHIP = "DROP-SHIP";

    /** The states in which goods are expected and may be received. */
    Set<String> RECEIVABLE = Set.of(APPROVED, SENT, CONFIRMED);

    /**
     * A line that is wanted.
     *
     * @param item what
     * @param quantity how much of the unit; positive
     * @param unit the code of the item's unit or pack; empty for that of the supplier's terms, or the base unit
     * @param price per unit in the order's currency; empty for that of the supplier's terms
     * @param due when it is wanted; empty for that of the order
     * @param note more words, or empty
     * @param source the line of a requisition or of another area's document that it is ordered for
     */
    record Line(ItemId item, BigDecimal quantity, Optional<String> unit, Optional<BigDecimal> price,
        Optional<LocalDate> due, String note, Optional<LineId> source) {

        /** Writes equal numbers the same way. */
        public Line {
            quantity = plain(quantity);
            price = price.map(PurchaseOrders::plain);
        }

        /** A quantity on the supplier's terms. */
        public static Line of(ItemId item, BigDecimal quantity) {
            return new Line(item, quantity, Optional.empty(), Optional.empty(), Optional.empty(), "",
                Optional.empty());
        }

        /** The same in a unit of the item. */
        public Line in(String code) {
            return new Line(item, quantity, Optional.of(code), price, due, note, source);
        }

        /** The same at a price per unit. */
        public Line at(BigDecimal amount) {
            return new Line(item, quantity, unit, Optional.of(amount), due, note, source);
        }

        /** The same, wanted for a day. */
        public Line due(LocalDate day) {
            return new Line(item, quantity, unit, price, Optional.of(day), note, source);
        }

        /** The same for a line of another document. */
        public Line from(LineId line) {
            return new Line(item, quantity, unit, price, due, note, Optional.of(line));
        }

    }

    /**
     * An order that is to be placed.
     *
     * @param key made by the sender: sending the same again yields the first order
     * @param supplier from whom
     * @param ordered of which day it is; empty for now
     * @param due when its lines are wanted; empty for the day plus the lead time of the supplier's terms
     * @param shipTo our place that it is delivered to, if it names one
     * @param address the code of the partner's address that it is about; empty for the main one
     * @param reference the supplier's paper, for example his offer, or empty
     * @param currency of its prices; empty for that in which we deal with the supplier, or else the company's
     * @param department who wants it, or empty
     * @param costCentre who bears it, or empty
     * @param anyQuantity whether minimum and multiple of the supplier's terms do not bind, because he agreed
     * @param lines at least one
     */
    record Draft(String key, PartnerId supplier, Optional<Instant> ordered, Optional<LocalDate> due,
        Optional<LocationId> shipTo, String address, String reference, Optional<Currency> currency, String department,
        String costCentre, boolean anyQuantity, List<Line> lines) {

        /** Takes a copy of the lines. */
        public Draft {
            lines = List.copyOf(lines);
        }

        /** An order on the supplier's terms. */
        public static Draft of(String key, PartnerId supplier, List<Line> lines) {
            return new Draft(key, supplier, Optional.empty(), Optional.empty(), Optional.empty(), "", "",
                Optional.empty(), "", "", false, lines);
        }

        /** The same of a day. */
        public Draft ordered(Instant day) {
            return new Draft(key, supplier, Optional.of(day), due, shipTo, address, reference, currency, department,
                costCentre, anyQuantity, lines);
        }

        /** The same, wanted for a day. */
        public Draft due(LocalDate day) {
            return new Draft(key, supplier, ordered, Optional.of(day), shipTo, address, reference, currency,
                department, costCentre, anyQuantity, lines);
        }

        /** The same, delivered to a place of ours. */
        public Draft to(LocationId place) {
            return new Draft(key, supplier, ordered, due, Optional.of(place), address, reference, currency, department,
                costCentre, anyQuantity, lines);
        }

        /** The same for a department and a cost centre. */
        public Draft wantedBy(String who, String bearer) {
            return new Draft(key, supplier, ordered, due, shipTo, address, reference, currency, who, bearer,
                anyQuantity, lines);
        }

    }

    /** Whether the goods of an order, or of a paper about it, go from the supplier straight to a customer. */
    @Unguarded("Says what a document is that somebody was shown.")
    static boolean isDropShip(Document document) {
        return DROP_SHIP.equals(document.placeCode());
    }

    /** What is written the same way when it is the same number. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Places an order. A line of a requisition is ordered with it at once: two orders never take the same part of it.
     *
     * @return the order, in the state {@link #OPEN}
     */
    @Requires(PurchasingPermission.ORDER)
    Outcome<Document> place(Draft draft);

    /** What {@link #place} would do now; nothing is stored. */
    @Requires(PurchasingPermission.ORDER)
    Outcome<Document> preview(Draft draft);

    /**
     * Places a blanket order: a frame with the whole quantity of each line. Its due day is the last on which may be called
     * off.
     */
    @Requires(PurchasingPermission.ORDER)
    Outcome<Document> placeBlanket(Draft draft);

    /**
     * A part of a blanket order.
     *
     * @param line the number of its line
     * @param quantity how much of the line's unit; positive
     * @param due when it is wanted; empty for the day plus the lead time of the supplier's terms
     */
    record Part(int line, BigDecimal quantity, Optional<LocalDate> due) {

        /** Writes equal numbers the same way. */
        public Part {
            quantity = plain(quantity);
        }

    }

    /**
     * Calls parts of an approved blanket order off: an order at its prices, never of more than is left.
     *
     * @param key made by the sender
     * @param ordered of which day the order is; empty for now
     */
    @Requires(PurchasingPermission.ORDER)
    Outcome<Document> callOff(String key, DocumentId blanket, Optional<Instant> ordered, List<Part> parts);

    /**
     * Approves an order or blanket order, so that it may be sent and received. Checked in this order: its state; lines made
     * of another document against that document (item, quantity, price within the tolerances); that no other order looks
     * the same; the approver's limit. What the second and third check find can be overridden.
     *
     * @param override why findings are let through, by whoever may override; empty to let none through
     */
    @Requires(PurchasingPermission.APPROVE)
    Outcome<Document> approve(DocumentId order, Optional<String> override);

    /**
     * Orders that look like this one, as {@link #approve} would find them: the same quantity of the same item from the same
     * supplier within the days of the settings. One refusal for each line, at its place; empty for no order.
     */
    List<Refusal> duplicates(DocumentId order);

    /**
     * Says that the supplier has the order.
     *
     * @param how by which way, for example {@code e-mail}, or empty
     */
    @Requires(PurchasingPermission.ORDER)
    Outcome<Document> send(DocumentId order, String how);

    /**
     * What the supplier confirmed of a line.
     *
     * @param line its number
     * @param quantity how much in the line's unit; empty for all that is open
     * @param promised for which day; empty for the one on which it is due
     */
    record Confirmation(int line, Optional<BigDecimal> quantity, Optional<LocalDate> promised) {
    }

    /**
     * Stores what the supplier confirmed; a later confirmation of a line takes the place of the earlier one.
     *
     * @param reference the supplier's paper, or empty
     * @param lines what is confirmed; empty for all lines as they are
     */
    @Requires(PurchasingPermission.ORDER)
    Outcome<Document> confirm(DocumentId order, String reference, List<Confirmation> lines);

    /**
     * What becomes of a line; what is left empty stays.
     *
     * @param line its number
     * @param quantity in the line's unit; not below what was received, announced, invoiced or cancelled
     * @param price per unit
     * @param due when it is wanted
     */
    record Revision(int line, Optional<BigDecimal> quantity, Optional<BigDecimal> price, Optional<LocalDate> due) {
    }

    /**
     * Revises lines and counts the revision up. An approved order that costs more than before has to be approved again.
     *
     * @param revision the revision that was read; another one is refused with {@code REVISED_MEANWHILE}
     * @param reason why, for the trail; not empty
     */
    @Requires(PurchasingPermission.ORDER)
    Outcome<Document> revise(DocumentId order, int revision, List<Revision> lines, String reason);

    /**
     * Closes an order of which nothing more is expected; what was not received is cancelled and given back to the document
     * that it was ordered for.
     *
     * @param reason why, for the trail; not empty
     */
    @Requires(PurchasingPermission.ORDER)
    Outcome<Document> closeShort(DocumentId order, String reason);

    /**
     * Cancels an order of which nothing was received or invoiced, or a blanket order of which nothing is called off.
     *
     * @param reason why, for the trail; not empty
     */
    @Requires(PurchasingPermission.ORDER)
    Outcome<Document> cancel(DocumentId order, String reason);

    /**
     * Who approved or rejected something.
     *
     * @param document which
     * @param revision at which revision
     * @param approved whether it was approved
     * @param amount its total then
     * @param currency of the amount
     * @param limit up to which the approver may approve; empty without limit
     * @param reason why it was rejected or overridden, or empty
     * @param findings what was overridden, or empty
     * @param user who
     * @param at when
     */
    record Approval(DocumentId document, int revision, boolean approved, BigDecimal amount, Currency currency,
        Optional<BigDecimal> limit, String reason, String findings, String user, Instant at) {
    }

    /** The decisions on an order, a requisition or an invoice, oldest first. */
    @Requires(SecurityPermission.COSTS)
    List<Approval> approvals(DocumentId document);

    /**
     * Goods that are expected.
     *
     * @param order the order's identity
     * @param number the order's number
     * @param line the line's number
     * @param supplier the supplier's code
     * @param supplierName the supplier's name
     * @param itemId what
     * @param item its code
     * @param itemName its name
     * @param open how much is still to come
     * @param advised how much of it the supplier announced
     * @param expected when: as promised, or else as wanted
     * @param isPromised whether the supplier confirmed the day
     * @param place the code of the place that it goes to, or empty
     * @param currency of the order
     * @param amount what is still to come costs at the order's price, unrounded but for nine decimals; empty for whoever may
     *            not see costs
     */
    record Arrival(DocumentId order, String number, int line, String supplier, String supplierName, ItemId itemId,
        String item, String itemName, Quantity open, Quantity advised, Optional<LocalDate> expected,
        boolean isPromised, String place, Currency currency, Optional<BigDecimal> amount) {
    }

    /** What is expected of approved orders, the earliest first; those without a day last. */
    List<Arrival> arrivals(Optional<LocalDate> until);

    /** What is on order of these items, of approved orders, the earliest first; of all items when none is named. */
    List<Arrival> onOrder(Set<ItemId> items);

}
