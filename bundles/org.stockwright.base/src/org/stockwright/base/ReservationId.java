package org.stockwright.base;

/**
 * The identity of a reservation, unique in one database. Shown to nobody; people use codes.
 *
 * @param value the number the database knows it by
 */
public record ReservationId(long value) implements Comparable<ReservationId> {

    @Override
    public int compareTo(ReservationId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

}
