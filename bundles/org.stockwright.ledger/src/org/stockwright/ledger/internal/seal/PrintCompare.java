package org.stockwright.ledger.internal.seal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Compares movements with the prints that their block keeps, to name those that differ. Used for one block. */
final class PrintCompare {

    /** So many of them are named. */
    private static final int NAMED = 5;

    private final ByteBuffer prints;
    private final List<String> named = new ArrayList<>();
    private final boolean torn;
    private long different;

    PrintCompare(Block block) {
        this.prints = ByteBuffer.wrap(block.prints());
        this.torn = block.prints().length != (long) block.movements() * Block.PRINT;
    }

    /** The next movement of the block. */
    void take(MovementDigest movement) {
        long expected = nextSeq();
        while (expected < movement.seq()) {
            skip();
            expected = nextSeq();
        }
        if (expected != movement.seq()) {
            differs(movement.seq(), "added");
            return;
        }
        prints.getLong();
        if (prints.getLong() != movement.print()) {
            differs(movement.seq(), "altered");
        }
    }

    /** No more movements are there. */
    void end() {
        while (prints.remaining() >= Block.PRINT) {
            skip();
        }
    }

    private void skip() {
        differs(prints.getLong(), "removed");
        prints.getLong();
    }

    private long nextSeq() {
        return prints.remaining() < Block.PRINT ? Long.MAX_VALUE : prints.getLong(prints.position());
    }

    private void differs(long seq, String how) {
        different++;
        if (named.size() < NAMED) {
            named.add("movement " + seq + " was " + how);
        }
    }

    /** Whether movements and prints say the same. */
    boolean isSame() {
        return different == 0 && !torn;
    }

    /** Which movements differ. */
    String words() {
        String more = different > named.size() ? ", and " + (different - named.size()) + " more" : "";
        return String.join(", ", named) + more;
    }

}
