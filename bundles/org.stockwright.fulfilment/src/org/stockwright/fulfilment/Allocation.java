package org.stockwright.fulfilment;

import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/**
 * Holds stock for orders, line by line, as a strategy chooses it; says why it chose it. What is held cannot be taken by
 * anybody else; its holder is the order's number. Expired stock, and stock with less shelf life left than the item's policy
 * asks for, is left out unless whoever may says otherwise. Only our own, loose stock is allocated. Thread-safe; never called
 * on the user interface's thread.
 */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface Allocation {

    /**
     * How stock is chosen.
     *
     * @param strategy the id of a strategy; empty for that of the policies
     * @param expiredToo whether stock that has expired or has too little shelf life left is taken, too; needs
     *            {@link FulfilmentPermission#EXPIRED} and is told in the order's trail
     */
    record Choice(String strategy, boolean expiredToo) {

        /** As the policies say. */
        public static final Choice BY_POLICY = new Choice("", false);

        /** By a strategy. */
        public static Choice of(String strategy) {
            return new Choice(strategy, false);
        }

    }

    /**
     * Stock that is held for a line.
     *
     * @param order the order's number
     * @param line the line's number
     * @param item the item's code
     * @param location the code of the place
     * @param lot the lot's or serial number's code, or empty
     * @param quantity how much, in the item's base unit
     * @param why why this stock was chosen
     */
    record Held(String order, int line, String item, String location, String lot, Quantity quantity, String why) {
    }

    /**
     * A line that less is held for than is open.
     *
     * @param order the order's number
     * @param line the line's number
     * @param item the item's code
     * @param quantity how much is missing, in the item's base unit
     * @param why what stands in the way: who holds the stock, what has expired
     */
    record Missing(String order, int line, String item, Quantity quantity, String why) {
    }

    /**
     * What an allocation came to.
     *
     * @param orders how many orders were looked at
     * @param held what is held now that was not before
     * @param missing what could not be held
     */
    record Result(int orders, List<Held> held, List<Missing> missing) {

        /** Takes copies. */
        public Result {
            held = List.copyOf(held);
            missing = List.copyOf(missing);
        }

    }

    /** Holds stock for what is open of an order and not held yet. */
    @Requires(FulfilmentPermission.ALLOCATE)
    Outcome<Result> allocate(DocumentId order, Choice choice);

    /** What {@link #allocate} would do now; nothing is held. */
    Outcome<Result> preview(DocumentId order, Choice choice);

    /**
     * Holds stock for all open orders: by priority, then by the day they are due (those without one last), then by age; in
     * transactions of at most {@value #BATCH} orders.
     *
     * @throws Progress.Cancelled when cancelled: whole transactions are stored, a repetition goes on behind them
     */
    @Requires(FulfilmentPermission.ALLOCATE)
    Outcome<Result> allocateAll(Choice choice, Progress progress);

    /** The most orders that are allocated in one transaction. */
    int BATCH = 100;

    /**
     * Gives back what is held for an order and not picked.
     *
     * @param lines numbers of lines; empty for all
     */
    @Requires(FulfilmentPermission.ALLOCATE)
    Outcome<Result> release(DocumentId order, List<Integer> lines);

    /** Gives back what is held and not picked, and chooses anew, in one step. */
    @Requires(FulfilmentPermission.ALLOCATE)
    Outcome<Result> reallocate(DocumentId order, Choice choice);

    /** What {@link #reallocate} would do now; nothing is changed. */
    @Requires(FulfilmentPermission.ALLOCATE)
    Outcome<Result> previewAnew(DocumentId order, Choice choice);

    /** What is held for an order now, by line, place and lot; the words say how far the goods are. */
    List<Held> held(DocumentId order);

    /** What a policy is set for. */
    enum Level {
        /** Everything. */
        COMPANY,
        /** A category of items and its parts: its path. */
        CATEGORY,
        /** A customer: its code. Comes before what is set for categories. */
        CUSTOMER,
        /** An item: its code; for its least remaining shelf life. */
        ITEM
    }

    /** Where stock is taken from for an order that names no place. */
    enum Sourcing {
        /** Wherever the strategy finds it. */
        ANY,
        /** The warehouse that fills most lines whole; the rest is left open. */
        ONE_WAREHOUSE
    }

    /**
     * How stock is chosen.
     *
     * @param level for what
     * @param subject the category's path, the customer's or the item's code; empty for the company
     * @param strategy the id of a strategy; empty to leave it to the level above
     * @param sourcing for company and customers; empty to leave it to the level above
     * @param remainingDays the least shelf life in days that is left on the day the order is due; empty to leave it to the
     *            level above
     */
    record Policy(Level level, String subject, String strategy, Optional<Sourcing> sourcing,
        Optional<Integer> remainingDays) {
    }

    /** The policies that were set, by level and subject. */
    List<Policy> policies();

    /** Sets a policy; one that says nothing is taken away. */
    @Requires(FulfilmentPermission.POLICIES)
    Outcome<Policy> setPolicy(Policy policy);

    /**
     * A strategy that can be chosen.
     *
     * @param id its stable id, for example {@code fefo}
     * @param title what people call it
     */
    record Strategy(String id, String title) {
    }

    /** The strategies that are installed, by id. */
    List<Strategy> strategies();

}
