package org.stockwright.fulfilment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/**
 * What orders want and stock that is there cannot fill. Lines are served by the priority of their order, then by the day
 * they are due (those without one last), then by age; so they are listed, promised and filled. When goods arrive they are
 * filled by themselves. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface BackOrders {

    /**
     * A line that waits for goods.
     *
     * @param id the order
     * @param order its number
     * @param line the number of the line
     * @param itemId the item
     * @param item its code
     * @param quantity how much of it waits: open, not held, and not there for it when those before it are served; in the
     *            item's base unit
     * @param priority the priority of the order
     * @param due when it is wanted, if somebody said
     * @param promised for which day it was promised, if it was
     * @param expected the first day on which all that is missing of it can be there, if those before it are served first;
     *            empty when nobody knows of enough goods
     */
    record BackOrder(DocumentId id, String order, int line, ItemId itemId, String item, Quantity quantity, int priority,
        Optional<LocalDate> due, Optional<LocalDate> promised, Optional<LocalDate> expected) {
    }

    /**
     * The lines that wait, as they will be served.
     *
     * @param items only of these items; empty for all
     */
    List<BackOrder> list(Set<ItemId> items);

    /**
     * Promises the lines that wait for the days on which they are expected now, where those differ from what was promised;
     * the trails of the orders tell it. Lines that nobody can promise keep what they have.
     *
     * @return how many lines are promised for another day
     */
    @Requires(FulfilmentPermission.ORDER)
    Outcome<Integer> promiseAnew();

    /**
     * Holds stock for lines of open orders that want these items, as the policies say.
     *
     * @throws Progress.Cancelled when cancelled: whole transactions are stored
     */
    @Requires(FulfilmentPermission.ALLOCATE)
    Outcome<Allocation.Result> fill(Set<ItemId> items, Progress progress);

    /**
     * How often customers have to wait.
     *
     * @param lines how many lines of customer orders were due in the span, cancelled ones left out
     * @param late of how many of them less was held or shipped, at the end of the day they were due, than was wanted
     */
    record Rate(int lines, int late) {

        /** The back-order rate in percent with one decimal, rounded half up; 0 without lines. */
        public java.math.BigDecimal percent() {
            return lines == 0 ? java.math.BigDecimal.ZERO.setScale(1)
                : java.math.BigDecimal.valueOf(late).movePointRight(2).divide(java.math.BigDecimal.valueOf(lines), 1,
                    java.math.RoundingMode.HALF_UP);
        }

    }

    /**
     * The back-order rate of the lines that were due from one day to another, both inclusive, today at the latest. A line
     * without a day is due on the day it was ordered.
     */
    Rate rate(LocalDate from, LocalDate to);

}
