package org.stockwright.ledger.internal.seal;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.stockwright.base.Progress;
import org.stockwright.ledger.Verification.Result;
import org.stockwright.ledger.internal.stock.Findings;
import org.stockwright.persistence.Dialect;

/**
 * Recomputes the whole chain in the order of the movements. What is sealed never changes, so others may post meanwhile.
 * Used once, inside one transaction.
 */
final class ChainCheck {

    private static final int BLOCKS = 200;

    private final Connection connection;
    private final Progress progress;
    private final long settled;
    private final MovementFeed feed;
    private final Findings blocks;
    private final Findings movements;
    private final Findings covered;

    /** Checks up to this movement; those behind it may not be sealed yet. */
    ChainCheck(Connection connection, Dialect dialect, long settled, Progress progress) {
        this.connection = connection;
        this.progress = progress;
        this.settled = settled;
        this.feed = new MovementFeed(connection, dialect, Long.MAX_VALUE);
        this.blocks = new Findings("chain-blocks", progress);
        this.movements = new Findings("chain-movements", progress);
        this.covered = new Findings("chain-covers-movements", progress);
    }

    List<Result> run() throws SQLException {
        progress.begin("Verifying the chain of seals", BlockRows.newest(connection).number());
        Block previous = Block.NONE;
        List<Block> some = BlockRows.after(connection, Long.MIN_VALUE, BLOCKS);
        while (!some.isEmpty()) {
            for (Block block : some) {
                check(block, previous);
                previous = block;
                progress.worked(1);
            }
            some = BlockRows.after(connection, previous.number(), BLOCKS);
        }
        while (feed.hasUpTo(settled)) {
            covered.looked();
            covered.wrong("movement " + feed.next().seq() + " is not sealed");
        }
        return List.of(blocks.result(), movements.result(), covered.result());
    }

    private void check(Block block, Block previous) throws SQLException {
        blocks.looked();
        progress.check();
        links(block, previous);
        MessageDigest sha256 = block.beginHash();
        PrintCompare prints = new PrintCompare(block);
        while (feed.hasUpTo(block.lastSeq())) {
            MovementDigest movement = feed.next();
            movements.looked();
            covered.looked();
            sha256.update(movement.digest());
            prints.take(movement);
        }
        prints.end();
        boolean sound = Block.hex(sha256).equals(block.hash());
        if (!sound && !prints.words().isEmpty()) {
            movements.wrong(name(block) + ": " + prints.words());
        } else if (!sound || !prints.isSame()) {
            blocks.wrong(name(block) + " was itself changed");
        }
    }

    private void links(Block block, Block previous) throws SQLException {
        if (block.number() != previous.number() + 1) {
            String missing = block.number() - previous.number() == 2 ? "block " + (previous.number() + 1)
                : "blocks " + (previous.number() + 1) + " to " + (block.number() - 1);
            blocks.wrong(missing + " before " + name(block) + " are missing");
            while (feed.hasUpTo(block.firstSeq() - 1)) {
                feed.next();
                movements.looked();
            }
        } else if (!block.previous().equals(previous.hash())) {
            blocks.wrong(name(block) + " does not follow " + name(previous) + ": it names another hash");
        }
        if (block.firstSeq() <= previous.lastSeq() || block.lastSeq() < block.firstSeq()) {
            blocks.wrong(name(block) + " covers movements out of order");
        }
    }

    private static String name(Block block) {
        return block.number() == 0 ? "the beginning"
            : "block " + block.number() + " (movements " + block.firstSeq() + " to " + block.lastSeq() + ")";
    }

}
