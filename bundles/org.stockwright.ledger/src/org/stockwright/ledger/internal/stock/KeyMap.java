package org.stockwright.ledger.internal.stock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where in a long ordered list which row stands: the first key of every few hundred rows and how many rows follow until
 * the next. So a grid finds row 900,000 without reading those before it, and the length without counting. Movements are
 * never changed and never deleted, so it stays right by adding what came. Not thread-safe.
 */
final class KeyMap {

    private static final int SEGMENT = 256;
    /** A segment that grew beyond this makes reading from its start slow: time to build the map anew. */
    private static final int OVERFULL = 16 * SEGMENT;
    /** A shorter list has every key: then rows are found by their keys, however far apart they are. */
    private static final int EXACT = 100_000;

    private final List<Key> starts = new ArrayList<>();
    private int[] counts = new int[64];
    private long total;
    private Key last = new Key(Long.MIN_VALUE, Long.MIN_VALUE);
    private Set<Long> recent = Set.of();
    private long readUntil;
    private boolean overfull;
    private int segment = 1;

    /** A row's place in the order: by instant, then by sequence number; by the latter alone where the instant is 0. */
    record Key(long instant, long seq) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byInstant = Long.compare(instant, other.instant);
            return byInstant != 0 ? byInstant : Long.compare(seq, other.seq);
        }

    }

    /**
     * Rows that include what is wanted.
     *
     * @param from the key to read from
     * @param until the key after the last row to read, if there is one
     * @param skip how many rows to leave out at the start
     */
    record Window(Key from, Optional<Key> until, long skip) {
    }

    /** Takes one row more, in any order; fast when it is the last of all. */
    void add(Key key) {
        int at = segmentOf(key);
        if (at < 0 || isExact() || key.compareTo(last) > 0 && counts[at] >= segment) {
            insert(at + 1, key);
        } else {
            counts[at]++;
            overfull |= counts[at] > OVERFULL;
        }
        total++;
        if (isExact() && total > EXACT) {
            compact();
        }
        if (key.compareTo(last) > 0) {
            last = key;
        }
    }

    private void compact() {
        List<Key> fewer = new ArrayList<>();
        int[] more = new int[starts.size() / SEGMENT + 2];
        for (int i = 0; i < starts.size(); i++) {
            if (i % SEGMENT == 0) {
                fewer.add(starts.get(i));
            }
            more[i / SEGMENT]++;
        }
        starts.clear();
        starts.addAll(fewer);
        counts = more;
        segment = SEGMENT;
    }

    /** Whether it has the key of every row. */
    boolean isExact() {
        return segment == 1;
    }

    /** The sequence numbers of these rows; only when it is exact. */
    List<Long> rows(long offset, int count) {
        return starts.subList((int) offset, (int) offset + count).stream().map(Key::seq).toList();
    }

    private int segmentOf(Key key) {
        if (key.compareTo(last) > 0) {
            return starts.size() - 1;
        }
        int low = 0;
        int high = starts.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (starts.get(middle).compareTo(key) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private void insert(int at, Key start) {
        if (starts.size() == counts.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        System.arraycopy(counts, at, counts, at + 1, starts.size() - at);
        starts.add(at, start);
        counts[at] = 1;
    }

    /** Takes rows that were recorded lately, those that are in it already too. */
    void addRecent(List<Key> keys, long until) {
        Set<Long> seen = new HashSet<>(2 * keys.size());
        for (Key key : keys) {
            seen.add(key.seq);
            if (!recent.contains(key.seq)) {
                add(key);
            }
        }
        recent = seen;
        readUntil = until;
    }

    /** Says that these rows, recorded lately, are in it. */
    void built(List<Key> keys, long until) {
        Set<Long> seen = new HashSet<>(2 * keys.size());
        keys.forEach(key -> seen.add(key.seq));
        recent = seen;
        readUntil = until;
    }

    /** Until which instant of recording it has all rows. */
    long readUntil() {
        return readUntil;
    }

    /** Whether so much was added between that it should be built anew. */
    boolean isOverfull() {
        return overfull;
    }

    long total() {
        return total;
    }

    /** Where to read the rows from {@code offset} on. */
    Window window(long offset, int rows) {
        int first = 0;
        long before = 0;
        while (first < starts.size() - 1 && before + counts[first] <= offset) {
            before += counts[first++];
        }
        int end = first;
        long covered = before;
        while (end < starts.size() && covered < offset + rows) {
            covered += counts[end++];
        }
        Optional<Key> until = end < starts.size() ? Optional.of(starts.get(end))
            : Optional.empty();
        return new Window(starts.get(first), until, offset - before);
    }

}
