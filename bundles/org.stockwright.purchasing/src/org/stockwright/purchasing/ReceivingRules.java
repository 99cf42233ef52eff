package org.stockwright.purchasing;

import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/**
 * What a company decided about receiving: what happens when too much comes, where goods are put
 * down, how lots are named.
 * Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(ReceivingPermission.VIEW)
public interface ReceivingRules {

    /** What happens when more comes than is tolerated. */
    enum Excess {
        /** It is refused. */
        REFUSE,
        /** It is received with a warning. */
        WARN,
        /** It is received. */
        ACCEPT
    }

    /** What happens when more comes than was ordered and is tolerated. */
    Excess excess();

    /** Sets what happens when more comes than was ordered and is tolerated. */
    @Requires(ReceivingPermission.RULES)
    Outcome<Excess> setExcess(Excess excess);

    /**
     * The places of a warehouse that goods pass through.
     *
     * @param warehouse the warehouse, or another place with parts
     * @param receiving where goods are put down; empty: at the warehouse itself
     * @param shipping where goods wait to leave, for cross-docking; empty: there is none
     */
    record Docks(LocationId warehouse, Optional<LocationId> receiving, Optional<LocationId> shipping) {
    }

    /** The docks of all warehouses that have some. */
    List<Docks> docks();

    /** Stores the docks of a warehouse. */
    @Requires(ReceivingPermission.RULES)
    Outcome<Docks> setDocks(Docks docks);

    /**
     * Stores the docks of warehouses in the place of all before, all or none; refusals carry the index (from 1) as their
     * line.
     *
     * @return how many warehouses have docks now
     */
    @Requires(ReceivingPermission.RULES)
    Outcome<Integer> setAllDocks(List<Docks> docks);

    /** The pattern by which lots and serial numbers are made. */
    String lotPattern();

    /**
     * Sets the pattern: text in which <code>{receipt}</code>, <code>{line}</code>, <code>{item}</code>, <code>{date}</code>
     * and <code>{n}</code> (the piece of the line, for serial numbers) are replaced. It has <code>{receipt}</code> and
     * <code>{line}</code>, so that no code comes twice.
     */
    @Requires(ReceivingPermission.RULES)
    Outcome<String> setLotPattern(String pattern);

    /** Whether a put-away beyond a bin's capacity is refused; otherwise it is done with a warning. */
    boolean isCapacityStrict();

    /** Sets whether a put-away beyond a bin's capacity is refused. */
    @Requires(ReceivingPermission.RULES)
    Outcome<Boolean> setCapacityStrict(boolean strict);

}
