package org.stockwright.ledger.internal.seal;

import java.nio.ByteBuffer;

/**
 * A movement's number and the SHA-256 of its canonical bytes, with its posting's and its balances'.
 *
 * @param seq its number
 * @param posting its posting's number
 * @param digest 32 bytes
 */
record MovementDigest(long seq, long posting, byte[] digest) {

    /** The first eight bytes of the digest: enough to tell which movement differs. */
    long print() {
        return ByteBuffer.wrap(digest).getLong();
    }

}
