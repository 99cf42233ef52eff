package org.stockwright.base;

/**
 * The identity of an item, unique in one database. Shown to nobody; people use codes.
 *
 * @param value the number the database knows it by
 */
public record ItemId(long value) implements Comparable<ItemId> {

    @Override
    public int compareTo(ItemId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

}
