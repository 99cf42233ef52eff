package org.stockwright.persistence.internal.promotion;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.stockwright.base.Sha256;

/**
 * A hash of a set of rows that does not depend on their order, since two databases sort texts differently: the sum of the
 * rows' SHA-256 modulo 2^256, with their number. Each value goes in with its length, so that no two rows read alike.
 */
final class RowsHash {

    private static final int WORDS = 4;

    private final MessageDigest digest = Sha256.digest();
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    private final long[] sum = new long[WORDS];
    private long rows;

    /** The next value of the row that is being read; null for none. */
    void value(String text) {
        value(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next value of the row that is being read; null for none. */
    void value(byte[] bytes) {
        digest.update(length.putInt(0, bytes == null ? -1 : bytes.length).array());
        if (bytes != null) {
            digest.update(bytes);
        }
    }

    /** The row is complete. */
    void row() {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long carry = 0;
        for (int word = WORDS - 1; word >= 0; word--) {
            long added = hash.getLong(word * Long.BYTES);
            long result = sum[word] + added;
            long over = Long.compareUnsigned(result, added) < 0 ? 1 : 0;
            result += carry;
            if (carry == 1 && result == 0) {
                over = 1;
            }
            sum[word] = result;
            carry = over;
        }
        rows++;
    }

    long rows() {
        return rows;
    }

    /** 64 hexadecimal digits. */
    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(WORDS * Long.BYTES);
        for (long word : sum) {
            bytes.putLong(word);
        }
        return HexFormat.of().formatHex(bytes.array());
    }

}
