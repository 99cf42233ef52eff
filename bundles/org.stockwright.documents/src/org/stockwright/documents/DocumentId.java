package org.stockwright.documents;

/**
 * The identity of a document, unique in one database. Shown to nobody; people use numbers.
 *
 * @param value the number the database knows it by
 */
public record DocumentId(long value) implements Comparable<DocumentId> {

    @Override
    public int compareTo(DocumentId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

}
