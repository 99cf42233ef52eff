package org.stockwright.ledger;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/**
 * What places can take and what may lie in them, for put-away. The ledger itself does not refuse a posting for it. Classes
 * of temperature and dangerous goods are those of {@link org.stockwright.catalog.HandlingClass}. Thread-safe; never called
 * on the user interface's thread.
 */
@ProviderType
@Requires(LedgerPermission.VIEW)
public interface BinLimits {

    /**
     * The limits of one place; what is not limited is empty.
     *
     * @param location the place
     * @param maxWeight kilograms that it can carry, more than 0
     * @param maxVolume litres that it can hold, more than 0
     * @param maxCount base units of all items together, more than 0
     * @param oneItemOnly whether one item only may lie there at a time
     * @param oneLotOnly whether one lot or serial number only may lie there at a time
     * @param temperatureClass how cold it is there
     * @param hazardClasses the classes of dangerous goods that may lie there; empty: none are named and all may
     * @param fixedItem the only item that may lie there
     */
    record BinLimit(LocationId location, Optional<BigDecimal> maxWeight, Optional<BigDecimal> maxVolume,
        Optional<BigDecimal> maxCount, boolean oneItemOnly, boolean oneLotOnly, String temperatureClass,
        Set<String> hazardClasses, Optional<ItemId> fixedItem) {

        /** Takes a copy. */
        public BinLimit {
            hazardClasses = Set.copyOf(hazardClasses);
        }

        /** A place without limits. */
        public static BinLimit none(LocationId location) {
            return new BinLimit(location, Optional.empty(), Optional.empty(), Optional.empty(), false, false, "",
                Set.of(), Optional.empty());
        }

    }

    /**
     * The limits that hold at each of these places. Temperature and dangerous goods are those of the nearest place that
     * says something of them: the place itself, or one that it is part of. All else is the place's own and holds for its
     * parts no more.
     */
    Map<LocationId, BinLimit> of(Collection<LocationId> locations);

    /** The limits that were given to each of these places itself, {@link BinLimit#none} where there are none. */
    Map<LocationId, BinLimit> own(Collection<LocationId> locations);

    /**
     * Stores the limits of places in the place of those before, all or none. Refusals carry the index (from 1) as their
     * line.
     *
     * @return how many differed from what was stored
     */
    @Requires(LedgerPermission.PLACES)
    Outcome<Integer> saveAll(List<BinLimit> limits);

}
