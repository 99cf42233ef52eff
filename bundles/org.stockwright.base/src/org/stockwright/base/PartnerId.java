package org.stockwright.base;

/**
 * The identity of a partner, unique in one database. Shown to nobody; people use codes.
 *
 * @param value the number the database knows it by
 */
public record PartnerId(long value) implements Comparable<PartnerId> {

    /** The company itself: the owner of stock that nobody else owns. */
    public static final PartnerId SELF = new PartnerId(0);

    @Override
    public int compareTo(PartnerId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

}
