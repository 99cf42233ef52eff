package org.stockwright.base;

/**
 * The identity of a location, unique in one database. Shown to nobody; people use codes.
 *
 * @param value the number the database knows it by
 */
public record LocationId(long value) implements Comparable<LocationId> {

    @Override
    public int compareTo(LocationId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

}
