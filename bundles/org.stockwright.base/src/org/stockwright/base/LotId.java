package org.stockwright.base;

/**
 * The identity of a lot or serial number of an item, unique in one database. Shown to nobody; people use codes.
 *
 * @param value the number the database knows it by
 */
public record LotId(long value) implements Comparable<LotId> {

    /** No lot and no serial number. */
    public static final LotId NONE = new LotId(0);

    @Override
    public int compareTo(LotId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

}
