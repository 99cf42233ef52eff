package org.stockwright.base;

/**
 * The identity of a posting, unique in one database. Shown to nobody; people use codes.
 *
 * @param value the number the database knows it by
 */
public record PostingId(long value) implements Comparable<PostingId> {

    @Override
    public int compareTo(PostingId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

}
