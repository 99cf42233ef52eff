package org.stockwright.base;

/**
 * The identity of a handling unit (a pallet, carton or tote that moves as one), unique in one database. Shown to nobody; people use codes.
 *
 * @param value the number the database knows it by
 */
public record HandlingUnitId(long value) implements Comparable<HandlingUnitId> {

    /** Lies loose, in no handling unit. */
    public static final HandlingUnitId NONE = new HandlingUnitId(0);

    @Override
    public int compareTo(HandlingUnitId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

}
