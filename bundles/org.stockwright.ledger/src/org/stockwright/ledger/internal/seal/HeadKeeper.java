package org.stockwright.ledger.internal.seal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.Micros;
import org.stockwright.persistence.ChainAnchor;
import org.stockwright.persistence.ChainAnchor.Head;
import org.stockwright.persistence.UnitOfWork;

/**
 * Keeps the newest head outside the database, but only if the head kept there is still in the chain. If it is not, the
 * file stays as it is, for it proves that the chain was cut off or written anew; {@code verify --chain} tells.
 */
final class HeadKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(HeadKeeper.class);

    private final ChainAnchor anchor;
    private boolean told;

    /** Keeps it there. */
    HeadKeeper(ChainAnchor anchor) {
        this.anchor = anchor;
    }

    private record Ends(Block newest, Optional<Block> kept) {
    }

    void keep(UnitOfWork work) {
        try {
            Optional<Head> kept = anchor.read();
            Ends ends = work.read(transaction -> ends(transaction.connection(), kept));
            if (kept.isPresent() && !ends.kept.map(Block::hash).equals(kept.map(Head::hash))) {
                tell("Block " + kept.get().block() + " is kept outside the database and is not in its chain of seals:"
                    + " run verify --chain", null);
            } else if (ends.newest.number() > kept.map(Head::block).orElse(0L)) {
                anchor.keep(head(ends.newest));
                told = false;
            }
        } catch (IOException e) {
            tell("The head of the chain of seals could not be kept outside the database; it is tried again", e);
        }
    }

    private static Ends ends(Connection connection, Optional<Head> kept) throws SQLException {
        return new Ends(BlockRows.newest(connection),
            kept.isEmpty() ? Optional.empty() : BlockRows.get(connection, kept.get().block()));
    }

    private static Head head(Block block) {
        return new Head(block.number(), block.lastSeq(), block.hash(), Micros.toInstant(block.sealedAt()));
    }

    /** Once until it goes right again. */
    private void tell(String what, Exception cause) {
        if (!told) {
            LOG.error(what, cause);
        }
        told = true;
    }

}
