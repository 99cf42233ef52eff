package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * What lies in each of many balances: found by the balance's number without making an object per look, and written as
 * bytes. A figure is its digits and where its decimal point is, so it is exact. Not thread-safe.
 */
final class Figures {

    /** The scale of the table's columns; sums of the same scale are the fast ones. */
    private static final int SCALE = 9;
    private static final int LARGE = 16;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] ids = new long[1 << 10];
    private BigDecimal[] sums = new BigDecimal[1 << 10];
    private int count;

    private int slot(long id) {
        int at = Long.hashCode(id * MIX) & ids.length - 1;
        while (ids[at] != id && ids[at] != 0) {
            at = (at + 1) & ids.length - 1;
        }
        return at;
    }

    /** Adds to a balance; its number is positive. */
    void add(long id, BigDecimal quantity) {
        int at = slot(id);
        if (ids[at] == id) {
            sums[at] = sums[at].add(quantity);
            return;
        }
        ids[at] = id;
        sums[at] = quantity;
        if (++count > ids.length / 2) {
            grow();
        }
    }

    private void grow() {
        long[] oldIds = ids;
        BigDecimal[] oldSums = sums;
        ids = new long[oldIds.length * 2];
        sums = new BigDecimal[ids.length];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] != 0) {
                int at = slot(oldIds[i]);
                ids[at] = oldIds[i];
                sums[at] = oldSums[i];
            }
        }
    }

    /** Counts a movement. */
    void move(long from, long to, BigDecimal quantity) {
        add(from, quantity.negate());
        add(to, quantity);
    }

    /** Takes a movement back. */
    void unmove(long from, long to, BigDecimal quantity) {
        move(to, from, quantity);
    }

    /** Counts the movement of a row whose first columns are the two balances and the quantity. */
    void move(ResultSet row) throws SQLException {
        move(row.getLong(1), row.getLong(2), row.getBigDecimal(3));
    }

    /** Takes back the movement of such a row. */
    void unmove(ResultSet row) throws SQLException {
        unmove(row.getLong(1), row.getLong(2), row.getBigDecimal(3));
    }

    /** What lies there. */
    BigDecimal get(long id) {
        int at = slot(id);
        return ids[at] == id && id != 0 ? sums[at] : BigDecimal.ZERO;
    }

    /** Takes one balance and what lies there. */
    @FunctionalInterface
    interface Figure {

        void of(long id, BigDecimal quantity);

    }

    /** All balances of which something lies there, or less than nothing, by rising number. */
    void forEach(Figure figure) {
        for (long id : sortedIds()) {
            figure.of(id, get(id));
        }
    }

    private long[] sortedIds() {
        long[] sorted = new long[count];
        int size = 0;
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != 0 && sums[i].signum() != 0) {
                sorted[size++] = ids[i];
            }
        }
        sorted = Arrays.copyOf(sorted, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Writes figures: the distance from the number before, a byte for the scale, the digits. */
    static final class Writer {

        private byte[] bytes = new byte[1 << 12];
        private int length;
        private long last;

        void write(long id, BigDecimal quantity) {
            BigDecimal plain = quantity.stripTrailingZeros();
            plain = plain.scale() < 0 ? plain.setScale(0) : plain;
            number(id - last);
            last = id;
            BigInteger digits = plain.unscaledValue();
            if (digits.bitLength() < Long.SIZE - 1) {
                put((byte) plain.scale());
                long value = digits.longValue();
                number(value << 1 ^ value >> Long.SIZE - 1);
            } else {
                put((byte) (LARGE | plain.scale()));
                byte[] large = digits.toByteArray();
                number(large.length);
                for (byte one : large) {
                    put(one);
                }
            }
        }

        private void number(long value) {
            long left = value;
            while ((left & ~0x7FL) != 0) {
                put((byte) (left & 0x7F | 0x80));
                left >>>= 7;
            }
            put((byte) left);
        }

        private void put(byte one) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            bytes[length++] = one;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }

    }

    /**
     * Adds what a writer wrote.
     *
     * @return how many balances it was about
     * @throws IllegalArgumentException when these are not such bytes
     */
    int read(byte[] bytes) {
        return new Bytes(bytes).addTo(this);
    }

    private static final class Bytes {

        private static final long[] POWERS = new long[SCALE + 1];

        static {
            POWERS[0] = 1;
            for (int i = 1; i <= SCALE; i++) {
                POWERS[i] = POWERS[i - 1] * 10;
            }
        }

        private final byte[] bytes;
        private int at;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        int addTo(Figures figures) {
            int read = 0;
            long id = 0;
            try {
                while (at < bytes.length) {
                    id += number();
                    figures.add(id, quantity());
                    read++;
                }
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
                throw new IllegalArgumentException("the bytes of a checkpoint are damaged", e);
            }
            return read;
        }

        private BigDecimal quantity() {
            int form = bytes[at++];
            int scale = form & LARGE - 1;
            if (scale > SCALE || form < 0 || form >= 2 * LARGE) {
                throw new NumberFormatException("scale " + form);
            }
            if (form < LARGE) {
                long coded = number();
                long value = coded >>> 1 ^ -(coded & 1);
                long high = Math.multiplyHigh(value, POWERS[SCALE - scale]);
                long low = value * POWERS[SCALE - scale];
                return high == low >> Long.SIZE - 1 ? BigDecimal.valueOf(low, SCALE)
                    : BigDecimal.valueOf(value, scale).setScale(SCALE);
            }
            long length = number();
            if (length < 1 || length > bytes.length - at) {
                throw new NumberFormatException(length + " bytes");
            }
            BigInteger digits = new BigInteger(bytes, at, (int) length);
            at += (int) length;
            return new BigDecimal(digits, scale).setScale(SCALE);
        }

        private long number() {
            long value = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                byte one = bytes[at++];
                value |= (one & 0x7FL) << shift;
                if (one >= 0) {
                    return value;
                }
            }
            throw new NumberFormatException("too many digits");
        }

    }

}
