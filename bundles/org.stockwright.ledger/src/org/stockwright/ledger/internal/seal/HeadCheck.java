package org.stockwright.ledger.internal.seal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import org.stockwright.base.Progress;
import org.stockwright.ledger.Verification.Result;
import org.stockwright.ledger.internal.stock.Findings;
import org.stockwright.persistence.ChainAnchor;
import org.stockwright.persistence.ChainAnchor.Head;

/** Whether the head that is kept outside the database is in the chain. A chain without its end is sound in itself. */
final class HeadCheck {

    private final Optional<Head> kept;
    private final String unreadable;

    private HeadCheck(Optional<Head> kept, String unreadable) {
        this.kept = kept;
        this.unreadable = unreadable;
    }

    /** Reads the head now: it is checked against the chain as it is later. */
    static HeadCheck of(ChainAnchor anchor) {
        try {
            return new HeadCheck(anchor.read(), "");
        } catch (IOException e) {
            return new HeadCheck(Optional.empty(), "The head kept outside the database cannot be read: "
                + e.getMessage());
        }
    }

    Result run(Connection connection, Progress progress) throws SQLException {
        Findings findings = new Findings("chain-head", progress);
        if (!unreadable.isEmpty()) {
            findings.wrong(unreadable);
        }
        if (kept.isPresent()) {
            findings.looked();
            Head head = kept.get();
            Optional<Block> there = BlockRows.get(connection, head.block());
            String outside = "block " + head.block() + " up to movement " + head.lastSeq() + ", sealed "
                + head.sealed() + ", was kept outside the database and ";
            if (there.isEmpty()) {
                Block newest = BlockRows.newest(connection);
                findings.wrong(outside + "is not there: the chain ends with " + (newest.number() == 0 ? "nothing"
                    : "block " + newest.number() + " and movement " + newest.lastSeq()));
            } else if (!there.get().hash().equals(head.hash()) || there.get().lastSeq() != head.lastSeq()) {
                findings.wrong(outside + "has another hash or range now: the chain was written anew");
            }
        }
        return findings.result();
    }

}
