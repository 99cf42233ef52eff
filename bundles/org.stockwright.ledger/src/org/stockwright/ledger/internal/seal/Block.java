package org.stockwright.ledger.internal.seal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import org.stockwright.base.Sha256;

/**
 * A block of the chain, as it is stored.
 *
 * @param number from 1 without gaps
 * @param firstSeq its first movement
 * @param lastSeq its last movement; it covers everything behind the last one of the block before
 * @param movements how many it has
 * @param previous the hash of the block before; zeros in the first one
 * @param hash its own hash, 64 small hexadecimal digits
 * @param prints sixteen bytes for each movement: its number and the start of its digest
 * @param sealedAt when, in microseconds since 1970
 * @param sealedBy who worked with the program that sealed it
 */
record Block(long number, long firstSeq, long lastSeq, int movements, String previous, String hash, byte[] prints,
    long sealedAt, String sealedBy) {

    /** What stands for the hash of a block before the first. */
    static final String NO_HASH = "0".repeat(64);
    /** The size of one movement in {@link #prints()}. */
    static final int PRINT = 2 * Long.BYTES;

    /** Where a chain begins. */
    static final Block NONE = new Block(0, Long.MIN_VALUE, Long.MIN_VALUE, 0, "", NO_HASH, new byte[0], 0, "");

    /** The block behind this one, of these movements, of which there is at least one. */
    Block next(List<MovementDigest> digests, long now, String user) {
        ByteBuffer prints = ByteBuffer.allocate(digests.size() * PRINT);
        Block open = new Block(number + 1, digests.getFirst().seq(), digests.getLast().seq(), digests.size(), hash, "",
            new byte[0], now, user);
        MessageDigest sha256 = open.beginHash();
        for (MovementDigest digest : digests) {
            sha256.update(digest.digest());
            prints.putLong(digest.seq()).putLong(digest.print());
        }
        return new Block(open.number, open.firstSeq, open.lastSeq, open.movements, hash, hex(sha256), prints.array(),
            now, user);
    }

    /** A digest that was fed with everything but the movements' digests, which follow in the order of their numbers. */
    MessageDigest beginHash() {
        MessageDigest sha256 = Sha256.digest();
        new CanonicalBytes().begin().text(previous).number(number).number(firstSeq).number(lastSeq).number(movements)
            .number(sealedAt).text(sealedBy).into(sha256);
        return sha256;
    }

    /** A hash as it is stored. */
    static String hex(MessageDigest sha256) {
        return HexFormat.of().formatHex(sha256.digest());
    }

}
