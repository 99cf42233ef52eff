package org.stockwright.fulfilment.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes pick lists of what is allocated. A pure function: it reads nothing but what it is given, and what it leaves out
 * waits for another list. Register it as an OSGi service.
 */
@ConsumerType
public interface PickStrategy {

    /** Its stable id, for example {@code batch}. */
    String id();

    /** What people call it. */
    String title();

    /**
     * The lists, in the order in which they should be picked; no task on two of them.
     *
     * @param tasks the most urgent order first, each order's by the way through the warehouse
     */
    List<PickPlan> plan(List<PickTask> tasks, Limits limits);

    /**
     * What narrows the choice.
     *
     * @param until only orders wanted until this day
     * @param carrier only orders that this carrier takes; empty for all
     * @param leastPriority only orders of at least this priority
     * @param mostOrders at most so many orders on a list, where several may be on one; at least 1
     */
    record Limits(Optional<LocalDate> until, String carrier, int leastPriority, int mostOrders) {

        /** Nothing is narrowed; eight orders on a list. */
        public static final Limits NONE = new Limits(Optional.empty(), "", Integer.MIN_VALUE, 8);

        /** Whether a task is within the day, carrier and priority. An order without a day is not within one. */
        public boolean has(PickTask task) {
            boolean inTime = until.isEmpty() || task.due().filter(day -> !day.isAfter(until.get())).isPresent();
            return inTime && (carrier.isEmpty() || carrier.equals(task.carrier()))
                && task.priority() >= leastPriority;
        }

    }

}
