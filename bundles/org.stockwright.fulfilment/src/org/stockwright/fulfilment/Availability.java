package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.security.Requires;

/**
 * What there is, what comes, what is wanted, and what can be promised for which day; all figures of an answer are of one
 * moment. Each figure is the sum of rows that come with it.
 *
 * <p>Projected stock at the end of a day is what is available now, plus what comes up to the day, less what is wanted up to
 * the day and not held yet. Available to promise on a day is the least projected stock of that day and all days after it,
 * and not less than nothing (discrete ATP with cumulative look-ahead): what is promised then never takes away what was
 * promised before. So it never exceeds on hand + incoming − reserved − open demand that is not held. Goods that should have
 * come before today count from tomorrow on; goods without a day are shown, but never promised; what is wanted without a day
 * or since a day in the past counts today.
 *
 * <p>A virtual kit has no stock: its figures are the least, over its components to the last, of the component's net figure
 * divided by what a kit takes of it, rounded down to the kit's unit. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface Availability {

    /**
     * Stock that lies somewhere.
     *
     * @param location the code of the place
     * @param lot the lot's or serial number's code, or empty
     * @param onHand how much lies there
     * @param reserved how much of it is held for somebody
     * @param available what may be promised of it: on hand less reserved, in an available status, our own, at a place to pick
     *            from that is not locked
     */
    record Lying(String location, String lot, Quantity onHand, Quantity reserved, Quantity available) {
    }

    /**
     * Goods that will come.
     *
     * @param document the number of the document that says so
     * @param line the number of its line
     * @param day when, if somebody said
     * @param quantity how much
     */
    record Coming(String document, int line, Optional<LocalDate> day, Quantity quantity) {
    }

    /**
     * A line of an order that wants goods.
     *
     * @param order the order's number
     * @param line the number of the line
     * @param day when it wants them, if somebody said
     * @param open how much is neither shipped nor cancelled
     * @param held how much of that is held
     * @param promised for which day it was promised, if it was
     */
    record Wanting(String order, int line, Optional<LocalDate> day, Quantity open, Quantity held,
        Optional<LocalDate> promised) {
    }

    /**
     * What can be promised.
     *
     * @param day from this day on, until the next one of the list
     * @param projected projected stock; may be negative
     * @param promisable available to promise
     */
    record Day(LocalDate day, Quantity projected, Quantity promisable) {
    }

    /**
     * A component of a virtual kit.
     *
     * @param item its code
     * @param each how much a base unit of the kit takes of it, in its base unit
     * @param net its own net figure
     */
    record Component(String item, BigDecimal each, Quantity net) {
    }

    /**
     * The figures of an item, in its base unit.
     *
     * @param id the item
     * @param item its code
     * @param at of which moment they are
     * @param onHand what lies at places to pick from
     * @param reserved how much of it is held
     * @param available what of it may be promised
     * @param incoming what will come, with and without a day
     * @param demand what open orders want and has not been shipped
     * @param unallocated how much of the demand is not held
     * @param backOrdered how much of that the available stock cannot fill
     * @param net available + incoming − unallocated; may be negative
     * @param days what can be promised from which day on; the first one is today
     * @param lying the stock that on hand, reserved and available are the sums of
     * @param coming what incoming is the sum of
     * @param wanting what demand and unallocated are the sums of
     * @param components of a virtual kit, which has no rows of its own; empty for others
     */
    record View(ItemId id, String item, Instant at, Quantity onHand, Quantity reserved, Quantity available,
        Quantity incoming, Quantity demand, Quantity unallocated, Quantity backOrdered, Quantity net, List<Day> days,
        List<Lying> lying,
        List<Coming> coming, List<Wanting> wanting, List<Component> components) {

        /** Takes copies. */
        public View {
            days = List.copyOf(days);
            lying = List.copyOf(lying);
            coming = List.copyOf(coming);
            wanting = List.copyOf(wanting);
            components = List.copyOf(components);
        }

        /** What can be promised for a day. */
        public Quantity promisable(LocalDate day) {
            Quantity result = days.getFirst().promisable();
            for (Day one : days) {
                if (!one.day().isAfter(day)) {
                    result = one.promisable();
                }
            }
            return result;
        }

    }

    /**
     * The figures of items, in the order in which they were asked for; those that there are not are missing.
     *
     * @param place only of this place with its parts, orders from it and goods that come to it; empty for all. Orders that
     *            name no place count for all only
     */
    List<View> of(Collection<ItemId> items, Optional<LocationId> place);

    /**
     * Something that is wanted.
     *
     * @param item what
     * @param quantity how much, in any unit that fits the item; positive
     * @param day not before this day; empty for as soon as can be
     */
    record Want(ItemId item, Quantity quantity, Optional<LocalDate> day) {
    }

    /**
     * What can be promised for something that is wanted.
     *
     * @param want what is wanted
     * @param day the first day on which all of it can be promised; empty when nobody knows of enough goods
     * @param onDay how much can be promised for the day on which it is wanted, at most what is wanted, in the base unit
     */
    record Promise(Want want, Optional<LocalDate> day, Quantity onDay) {
    }

    /**
     * What can be promised, one after the other: each leaves to the next what it does not take, so that lines of one order
     * that share items, or components of kits, are never promised the same goods. Nothing is stored.
     */
    Outcome<List<Promise>> promise(List<Want> wants, Optional<LocationId> place);

}
