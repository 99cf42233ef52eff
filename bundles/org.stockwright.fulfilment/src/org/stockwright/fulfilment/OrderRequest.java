package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;

/**
 * An order to be placed; build one by {@link #customer}, {@link #internal} or {@link #transfer} and the methods that follow
 * them.
 *
 * @param kind what it is
 * @param key made by the sender, at most 128 characters: sending the same again is harmless
 * @param customer who wants it; {@link PartnerId#SELF} for internal and transfer orders
 * @param address the code of the customer's address that it goes to; empty for the main one
 * @param place our place that it comes from, with all its parts; empty to leave the choice to sourcing
 * @param target of a transfer, where it goes to; of an internal order for production, the place of production
 * @param reference the customer's paper, or empty
 * @param currency of its prices; empty for the customer's or the company's
 * @param ordered when it was ordered; empty for now
 * @param due when it is wanted, if somebody said
 * @param priority the higher, the sooner; 0 for the usual, at most {@value #MOST_URGENT}
 * @param department who wants it within the company, or empty
 * @param costCentre who bears it within the company, or empty
 * @param carrier who carries it; {@link PartnerId#SELF} for ourselves
 * @param arrival when a transfer is expected to arrive, if somebody knows
 * @param duplicateAccepted whether an order of the same customer with the same reference is placed all the same
 * @param lines what is wanted
 */
public record OrderRequest(OrderKind kind, String key, PartnerId customer, String address, Optional<LocationId> place,
    Optional<LocationId> target, String reference, Optional<Currency> currency, Optional<Instant> ordered,
    Optional<LocalDate> due, int priority, String department, String costCentre, PartnerId carrier,
    Optional<LocalDate> arrival, boolean duplicateAccepted, List<Line> lines) {

    /** The highest priority. */
    public static final int MOST_URGENT = 999;

    /** Takes a copy of the lines. */
    public OrderRequest {
        lines = List.copyOf(lines);
    }

    /**
     * What is wanted of one item.
     *
     * @param item what
     * @param quantity how much, in any unit that fits the item; positive
     * @param price per unit of the quantity; empty for that of the price lists, of customer orders only
     * @param due when it is wanted, if that differs from the order
     * @param lot only this lot or serial number; empty for any
     * @param note more words, or empty
     */
    public record Line(ItemId item, Quantity quantity, Optional<BigDecimal> price, Optional<LocalDate> due, String lot,
        String note) {

        /** A quantity of an item. */
        public static Line of(ItemId item, Quantity quantity) {
            return new Line(item, quantity, Optional.empty(), Optional.empty(), "", "");
        }

        /** The same for a price per unit of the quantity. */
        public Line priced(Optional<BigDecimal> amount) {
            return new Line(item, quantity, amount, due, lot, note);
        }

        /** The same, wanted for a day. */
        public Line wanted(Optional<LocalDate> day) {
            return new Line(item, quantity, price, day, lot, note);
        }

        /** The same of a lot or serial number only. */
        public Line ofLot(String code) {
            return new Line(item, quantity, price, due, code, note);
        }

        /** The same with more words. */
        public Line noted(String words) {
            return new Line(item, quantity, price, due, lot, words);
        }

    }

    private static OrderRequest of(OrderKind kind, String key, List<Line> lines) {
        return new OrderRequest(kind, key, PartnerId.SELF, "", Optional.empty(), Optional.empty(), "",
            Optional.empty(), Optional.empty(), Optional.empty(), 0, "", "", PartnerId.SELF, Optional.empty(), false,
            lines);
    }

    /** An order of a customer. */
    public static OrderRequest customer(String key, PartnerId customer, List<Line> lines) {
        return of(OrderKind.CUSTOMER, key, lines).by(customer);
    }

    /** An order of a department of ours. */
    public static OrderRequest internal(String key, String department, String costCentre, List<Line> lines) {
        return of(OrderKind.INTERNAL, key, lines).forDepartment(department, costCentre);
    }

    /** An order to bring goods from one place of ours to another. */
    public static OrderRequest transfer(String key, LocationId from, LocationId to, List<Line> lines) {
        return of(OrderKind.TRANSFER, key, lines).from(Optional.of(from)).to(Optional.of(to));
    }

    private OrderRequest by(PartnerId somebody) {
        return new OrderRequest(kind, key, somebody, address, place, target, reference, currency, ordered, due,
            priority, department, costCentre, carrier, arrival, duplicateAccepted, lines);
    }

    /** The same, wanted and borne by somebody within the company. */
    public OrderRequest forDepartment(String who, String bearer) {
        return new OrderRequest(kind, key, customer, address, place, target, reference, currency, ordered, due,
            priority, who, bearer, carrier, arrival, duplicateAccepted, lines);
    }

    /** The same from a place of ours. */
    public OrderRequest from(Optional<LocationId> here) {
        return new OrderRequest(kind, key, customer, address, here, target, reference, currency, ordered, due,
            priority, department, costCentre, carrier, arrival, duplicateAccepted, lines);
    }

    /** The same to a place of ours: of an internal order, where something is produced. */
    public OrderRequest to(Optional<LocationId> there) {
        return new OrderRequest(kind, key, customer, address, place, there, reference, currency, ordered, due,
            priority, department, costCentre, carrier, arrival, duplicateAccepted, lines);
    }

    /** The same to one of the customer's addresses. */
    public OrderRequest shippedTo(String addressCode) {
        return new OrderRequest(kind, key, customer, addressCode, place, target, reference, currency, ordered, due,
            priority, department, costCentre, carrier, arrival, duplicateAccepted, lines);
    }

    /** The same about a paper of the customer. */
    public OrderRequest about(String paper) {
        return new OrderRequest(kind, key, customer, address, place, target, paper, currency, ordered, due, priority,
            department, costCentre, carrier, arrival, duplicateAccepted, lines);
    }

    /** The same in a currency. */
    public OrderRequest in(Optional<Currency> money) {
        return new OrderRequest(kind, key, customer, address, place, target, reference, money, ordered, due, priority,
            department, costCentre, carrier, arrival, duplicateAccepted, lines);
    }

    /** The same, ordered at an instant. */
    public OrderRequest ordered(Instant when) {
        return new OrderRequest(kind, key, customer, address, place, target, reference, currency, Optional.of(when),
            due, priority, department, costCentre, carrier, arrival, duplicateAccepted, lines);
    }

    /** The same, wanted for a day with a priority. */
    public OrderRequest wanted(Optional<LocalDate> day, int urgency) {
        return new OrderRequest(kind, key, customer, address, place, target, reference, currency, ordered, day,
            urgency, department, costCentre, carrier, arrival, duplicateAccepted, lines);
    }

    /** The same, carried by somebody and expected on a day. */
    public OrderRequest carried(PartnerId somebody, Optional<LocalDate> expected) {
        return new OrderRequest(kind, key, customer, address, place, target, reference, currency, ordered, due,
            priority, department, costCentre, somebody, expected, duplicateAccepted, lines);
    }

    /** The same, placed even when the customer has an order with the same reference. */
    public OrderRequest acceptingDuplicate() {
        return new OrderRequest(kind, key, customer, address, place, target, reference, currency, ordered, due,
            priority, department, costCentre, carrier, arrival, true, lines);
    }

}
