package org.stockwright.ledger.internal.posting;

import java.util.Comparator;

/**
 * What makes a balance: new lots and handling units have negative numbers until they are stored.
 *
 * @param item the item
 * @param location the place
 * @param lot the lot or serial number, 0 for none
 * @param owner whose stock
 * @param status the quality status
 * @param handlingUnit the handling unit, 0 for loose
 */
record BalanceKey(long item, long location, long lot, long owner, String status, long handlingUnit)
    implements Comparable<BalanceKey> {

    private static final Comparator<BalanceKey> ORDER = Comparator.comparingLong(BalanceKey::item)
        .thenComparingLong(BalanceKey::location).thenComparingLong(BalanceKey::lot)
        .thenComparingLong(BalanceKey::owner).thenComparing(BalanceKey::status)
        .thenComparingLong(BalanceKey::handlingUnit);

    /** The order in which new balances are inserted, the same for everybody. */
    @Override
    public int compareTo(BalanceKey other) {
        return ORDER.compare(this, other);
    }

    /** The same balance of a lot and a handling unit that have been stored. */
    BalanceKey stored(long storedLot, long storedUnit) {
        return lot == storedLot && handlingUnit == storedUnit ? this
            : new BalanceKey(item, location, storedLot, owner, status, storedUnit);
    }

}
