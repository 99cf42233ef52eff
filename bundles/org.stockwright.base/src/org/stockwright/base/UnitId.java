package org.stockwright.base;

/**
 * The identity of a unit of measure, unique in one database. Shown to nobody; people use codes.
 *
 * @param value the number the database knows it by
 */
public record UnitId(long value) implements Comparable<UnitId> {

    @Override
    public int compareTo(UnitId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

}
