package org.stockwright.ledger.internal.seal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * One way only to write a record as bytes: each field with its length in four bytes, highest first, then its text in
 * UTF-8; a field without a value has the length -1. Numbers are written in decimal digits, decimals without zeros at their
 * end and without an exponent. Never change it: what was sealed could not be checked any more. A new form gets a new
 * version number. Not thread-safe.
 */
final class CanonicalBytes {

    /** The first byte of every record. */
    static final byte VERSION = 1;

    private static final int FIRST_SIZE = 1_024;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    /** Begins a part of a record. */
    CanonicalBytes clear() {
        length = 0;
        return this;
    }

    /** Begins a record. */
    CanonicalBytes begin() {
        length = 0;
        room(1);
        bytes[length++] = VERSION;
        return this;
    }

    CanonicalBytes text(String text) {
        if (text == null) {
            return nothing();
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        size(encoded.length);
        return raw(encoded);
    }

    CanonicalBytes number(long number) {
        return text(Long.toString(number));
    }

    CanonicalBytes decimal(BigDecimal decimal) {
        return decimal == null ? nothing() : text(decimal.stripTrailingZeros().toPlainString());
    }

    /** A field without a value. */
    CanonicalBytes nothing() {
        size(-1);
        return this;
    }

    /** Bytes that are a part of a record already. */
    CanonicalBytes raw(byte[] part) {
        room(part.length);
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
        return this;
    }

    private void size(int size) {
        room(Integer.BYTES);
        bytes[length++] = (byte) (size >>> 24);
        bytes[length++] = (byte) (size >>> 16);
        bytes[length++] = (byte) (size >>> 8);
        bytes[length++] = (byte) size;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** A copy of what was written. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Feeds what was written to a digest. */
    void into(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

}
