package org.stockwright.ledger.internal.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.CrashPoint;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/**
 * Seals what is settled. Each block is a transaction of its own, in which a locked row keeps other processes away; they
 * do not queue. Within a process one thread seals at a time.
 */
final class Sealing {

    /** Movements in a block at most. */
    static final int BLOCK = 1_000;

    private static final String SEQUENCE = "movement_seq";
    private static final int BALANCES = 20_000;
    private static final long NANOS_BETWEEN_HEADS = 1_000_000_000;

    private final UnitOfWork work;
    private final HeadKeeper heads;
    private final MovementScan scan = new MovementScan(BALANCES);

    Sealing(UnitOfWork work, HeadKeeper heads) {
        this.work = work;
        this.heads = heads;
    }

    /** What one transaction did. */
    private record Step(boolean turn, Optional<Block> sealed) {
    }

    /**
     * Seals block after block until nothing is left that is settled now.
     *
     * @return false when somebody else is sealing, or the store takes nothing more: something may be left
     */
    synchronized boolean run(Progress progress) {
        boolean clean = true;
        if (work.read(Sealing::isWaiting)) {
            clean = blocks(progress);
        }
        heads.keep(work);
        return clean;
    }

    private boolean blocks(Progress progress) {
        long told = System.nanoTime();
        while (true) {
            progress.check();
            Outcome<Step> outcome = work.write(transaction -> Outcome.done(step(transaction)));
            if (!outcome.isDone() || !outcome.value().turn) {
                return false;
            }
            Optional<Block> sealed = outcome.value().sealed;
            if (sealed.isEmpty()) {
                return true;
            }
            CrashPoint.SEAL_COMMITTED.reached();
            progress.worked(sealed.get().movements());
            if (System.nanoTime() - told > NANOS_BETWEEN_HEADS) {
                heads.keep(work);
                told = System.nanoTime();
            }
            if (sealed.get().movements() < BLOCK) {
                return true;
            }
        }
    }

    private Step step(Transaction transaction) throws SQLException {
        Connection connection = transaction.connection();
        if (!takeTurn(transaction)) {
            return new Step(false, Optional.empty());
        }
        Block newest = BlockRows.newest(connection);
        List<MovementDigest> digests = scan.next(connection, transaction.dialect(), newest.lastSeq(),
            transaction.settled(SEQUENCE), BLOCK);
        if (digests.isEmpty()) {
            return new Step(true, Optional.empty());
        }
        Block block = newest.next(digests, Micros.of(transaction.now()), transaction.user());
        BlockRows.insert(connection, block);
        CrashPoint.SEAL_APPENDED.reached();
        return new Step(true, Optional.of(block));
    }

    /** Until the end of the transaction; false when another process has it. Derby has one process only. */
    private static boolean takeTurn(Transaction transaction) throws SQLException {
        String lock = transaction.dialect() == Dialect.DERBY ? transaction.dialect().forUpdate()
            : " FOR UPDATE SKIP LOCKED";
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT id FROM seal_turn WHERE id = 1" + lock); ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    private static boolean isWaiting(Transaction transaction) throws SQLException {
        Block newest = BlockRows.newest(transaction.connection());
        try (PreparedStatement select = transaction.connection().prepareStatement("""
            SELECT m.seq FROM movement m WHERE m.seq > ? AND m.seq <= ? ORDER BY m.seq FETCH FIRST 1 ROWS ONLY"""
            + MovementScan.unlocked(transaction.dialect()))) {
            select.setLong(1, newest.lastSeq());
            select.setLong(2, transaction.settled(SEQUENCE));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Up to which number no movement comes any more. */
    static long settled(UnitOfWork work) {
        return work.read(transaction -> transaction.settled(SEQUENCE));
    }

}
