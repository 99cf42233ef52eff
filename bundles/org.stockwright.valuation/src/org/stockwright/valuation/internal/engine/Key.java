package org.stockwright.valuation.internal.engine;

import java.util.Comparator;

/**
 * The place of an event in time: when it took effect, what it is, its number.
 *
 * @param effective microseconds since 1970
 * @param rank changes of policies come first, then movements, then events that add cost
 * @param seq the movement's or event's number
 */
public record Key(long effective, int rank, long seq) implements Comparable<Key> {

    /** The rank of a change of method, standard cost or category. */
    public static final int CHANGE = 0;
    /** The rank of a movement. */
    public static final int MOVEMENT = 1;
    /** The rank of an event that adds or takes cost. */
    public static final int COST = 2;
    /** The rank of cost that a production order passes on to what it made. */
    public static final int PASSED_ON = 3;
    /** Before everything. */
    public static final Key FIRST = new Key(Long.MIN_VALUE, CHANGE, 0);

    private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::effective).thenComparingInt(Key::rank)
        .thenComparingLong(Key::seq);

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }

    /** The last one of an instant. */
    public static Key endOf(long effective) {
        return new Key(effective, PASSED_ON, Long.MAX_VALUE);
    }

    /** A key before this one, with nothing between them. */
    public Key justBefore() {
        return new Key(effective, rank, seq - 1);
    }

    /** A key after this one, with nothing between them. */
    public Key justAfter() {
        return new Key(effective, rank, seq + 1);
    }

    /** Whether this comes before the other. */
    public boolean isBefore(Key other) {
        return compareTo(other) < 0;
    }

}
