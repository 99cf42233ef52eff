package org.stockwright.base;

/**
 * The identity of an item category, unique in one database. Shown to nobody; people use codes.
 *
 * @param value the number the database knows it by
 */
public record CategoryId(long value) implements Comparable<CategoryId> {

    @Override
    public int compareTo(CategoryId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

}
