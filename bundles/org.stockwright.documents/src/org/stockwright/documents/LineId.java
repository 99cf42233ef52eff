package org.stockwright.documents;

/**
 * The identity of a document's line, unique in one database.
 *
 * @param value the number the database knows it by
 */
public record LineId(long value) implements Comparable<LineId> {

    @Override
    public int compareTo(LineId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

}
