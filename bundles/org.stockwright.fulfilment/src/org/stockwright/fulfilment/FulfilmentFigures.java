package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Sample;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/**
 * How well customers are served: what is open, the realised fill rate, the order cycle time, what comes back and why. Days
 * are those of the company's time zone. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface FulfilmentFigures {

    /**
     * A line of a customer order of which something is still to leave. Quantities are in the item's base unit.
     *
     * @param id the order
     * @param order its number
     * @param line the number of the line
     * @param customer the customer's code
     * @param customerName the customer's name
     * @param priority the order's priority
     * @param ordered of which day the order is
     * @param due when it is wanted, if somebody said
     * @param item the item's code
     * @param itemName its name
     * @param open how much is still to leave
     * @param held for how much of it stock is held
     * @param backOrdered how much of it neither is held nor can be filled from stock when those before it are served
     * @param promised for which day it was promised, if it was
     * @param expected the first day on which all that is missing of it can be there; empty when nothing is missing or nobody
     *            knows of enough goods
     */
    record OpenLine(DocumentId id, String order, int line, String customer, String customerName, int priority,
        LocalDate ordered, Optional<LocalDate> due, String item, String itemName, Quantity open, Quantity held,
        Quantity backOrdered, Optional<LocalDate> promised, Optional<LocalDate> expected) {
    }

    /** The open lines of customer orders: by priority, the highest first, then by the day wanted, then by age. */
    List<OpenLine> openLines();

    /**
     * How a customer was served. Lines are those that were due in the span, by today at the latest; a line without a day is
     * due on the day of its order; parts of kits stand for their kit; what a supplier sends straight to the customer is left
     * out, and what was cancelled. A line is filled by what had left from stock by the end of the day on which it was due.
     *
     * @param customer the customer's code; empty for the sum of all
     * @param name the customer's name, or empty
     * @param orders how many orders had lines that were due
     * @param ordersFilled how many of them had all of these filled
     * @param lines how many lines were due
     * @param linesFilled how many of them were filled whole: they were on time in full
     * @param wanted what was ordered by these lines, numbers of base units added
     * @param filled what of it was filled
     * @param cycle the cycle times, in days to nine decimals, of the orders whose last goods left in the span: from the
     *            instant of the order to the instant when they left
     */
    record Service(String customer, String name, int orders, int ordersFilled, int lines, int linesFilled,
        BigDecimal wanted, BigDecimal filled, Sample cycle) {

        /** How many decimals percentages and days have. */
        public static final int DECIMALS = 2;

        /** The order fill rate, {@code ordersFilled / orders} in percent; empty without orders. */
        public Optional<BigDecimal> orderFill() {
            return Sample.percent(BigDecimal.valueOf(ordersFilled), BigDecimal.valueOf(orders), DECIMALS);
        }

        /** The line fill rate, {@code linesFilled / lines} in percent; empty without lines. */
        public Optional<BigDecimal> lineFill() {
            return Sample.percent(BigDecimal.valueOf(linesFilled), BigDecimal.valueOf(lines), DECIMALS);
        }

        /** The unit fill rate: units shipped from stock / units ordered, in percent (β, realised); empty without units. */
        public Optional<BigDecimal> unitFill() {
            return Sample.percent(filled, wanted, DECIMALS);
        }

    }

    /**
     * How customers were served from one day to another, both included: by code, and the sum of all last. Empty when nothing
     * was due and nothing was completed.
     *
     * @param customer only this one
     */
    List<Service> service(LocalDate from, LocalDate to, Optional<PartnerId> customer);

    /** Which way goods went back. */
    enum Direction {
        /** A customer sent them back to us. */
        FROM_CUSTOMER,
        /** We sent them back to a supplier. */
        TO_SUPPLIER
    }

    /**
     * What went back of an item for the same reason.
     *
     * @param direction which way
     * @param reason why, as it was entered; empty when nobody said
     * @param partner the customer's or supplier's code
     * @param partnerName his name
     * @param item the item's code
     * @param itemName its name
     * @param returns how many returns had it
     * @param quantity how much came back or went back, in the item's base unit; announced goods that have not come do not count
     */
    record ReturnFigure(Direction direction, String reason, String partner, String partnerName, String item,
        String itemName, int returns, Quantity quantity) {
    }

    /**
     * What went back from one day to another, both included, by direction, reason, partner and item. Returns that were
     * cancelled or reversed do not count. Those to suppliers are left out for whoever may not see goods receipts.
     */
    List<ReturnFigure> returns(LocalDate from, LocalDate to);

}
