package org.stockwright.ledger.internal.stock;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/**
 * Makes checkpoints, spread evenly over the movements, and deletes the older ones. In many short units of work: nobody
 * waits for it longer than for a posting, and closing the store ends it between two of them.
 */
final class CheckpointMaker {

    /** A ledger with fewer movements is added up as fast without. */
    static final long FEWEST = 50_000;

    /** How many there are at most, and how many movements lie between two at least. */
    private static final int MOST = 32;
    private static final long SPACING = 10_000;
    /** When this part of the movements came since, newer ones are due. */
    private static final long DUE_PART = 20;
    private static final long LEASE_MICROS = 600_000_000;
    private static final String LEASE = "ledger.checkpoints";

    private final UnitOfWork work;
    private final long fewest;
    private final BooleanSupplier over;

    /**
     * Makes them on this store.
     *
     * @param fewest movements that are worth it
     * @param over whether to stop
     */
    CheckpointMaker(UnitOfWork work, long fewest, BooleanSupplier over) {
        this.work = work;
        this.fewest = fewest;
        this.over = over;
    }

    private record Plan(long seq, long recorded, long movements, List<Checkpoint> old) {

        boolean isDue(long fewest) {
            if (movements < fewest) {
                return false;
            }
            long counted = old.stream().mapToLong(Checkpoint::movements).max().orElse(0);
            long until = old.stream().mapToLong(Checkpoint::seq).max().orElse(0);
            return until < seq && movements - counted > counted / DUE_PART;
        }

        long spacing() {
            return Math.max(Math.min(SPACING, movements / 4 + 1), (movements + MOST - 1) / MOST);
        }

    }

    /**
     * Makes new ones when enough has come since the last ones.
     *
     * @return whether it did
     */
    boolean makeIfDue() {
        if (!work.read(CheckpointMaker::mayBeDue)) {
            return false;
        }
        Plan plan = work.read(CheckpointMaker::plan);
        if (!plan.isDue(fewest) || !work.write(CheckpointMaker::lease).value()) {
            return false;
        }
        try {
            return make(plan);
        } finally {
            if (!over.getAsBoolean()) {
                work.write(CheckpointMaker::giveBack).value();
            }
        }
    }

    /** Whether numbers were drawn since: counting all movements takes long. */
    private static boolean mayBeDue(Transaction transaction) throws SQLException {
        long until = new SqlQuery("SELECT MAX(seq_until) FROM stock_checkpoint").number(transaction.connection());
        long counted = new SqlQuery("SELECT MAX(movements) FROM stock_checkpoint").number(transaction.connection());
        return transaction.settled("movement_seq") - until > counted / DUE_PART;
    }

    private static Plan plan(Transaction transaction) throws SQLException {
        long seq = transaction.settled("movement_seq");
        long[] recorded = { Long.MIN_VALUE };
        long[] movements = { 0 };
        new SqlQuery("SELECT COUNT(*), MAX(recorded_at) FROM movement WHERE seq <= ?", seq)
            .forEach(transaction.connection(), row -> {
                movements[0] = row.getLong(1);
                recorded[0] = row.getLong(2);
            });
        return new Plan(seq, recorded[0], movements[0], new CheckpointRows(transaction.connection()).list());
    }

    private boolean make(Plan plan) {
        MovementOrder order = new MovementOrder(plan.seq);
        Figures figures = new Figures();
        while (!over.getAsBoolean()) {
            if (!work.read(transaction -> order.next(transaction.connection(), plan.spacing(), figures))) {
                work.write(transaction -> {
                    new CheckpointRows(transaction.connection()).delete(plan.old);
                    return Outcome.done(plan.old.size());
                }).value();
                return true;
            }
            store(plan, order, figures);
        }
        return false;
    }

    private void store(Plan plan, MovementOrder order, Figures figures) {
        work.write(transaction -> {
            Checkpoint made = new Checkpoint(transaction.nextId("upkeep_seq"), order.instant(), plan.seq,
                plan.recorded, order.read(), CheckpointRows.size(figures));
            CheckpointRows.insert(transaction, made, figures);
            return Outcome.done(made);
        }).value();
    }

    /** Whether nobody else is at it; who does not come back is waited for ten minutes. */
    private static Outcome<Boolean> lease(Transaction transaction) throws SQLException {
        long now = Micros.of(transaction.now());
        long[] until = { 0 };
        new SqlQuery("SELECT text FROM setting WHERE name = ?" + transaction.dialect().forUpdate(), LEASE)
            .forEach(transaction.connection(), row -> until[0] = Long.parseLong(row.getString(1)));
        // a lease of a clock that went wrong is none
        return until[0] > now && until[0] <= now + LEASE_MICROS ? Outcome.done(Boolean.FALSE)
            : set(transaction, now + LEASE_MICROS);
    }

    private static Outcome<Boolean> giveBack(Transaction transaction) throws SQLException {
        return set(transaction, 0);
    }

    private static Outcome<Boolean> set(Transaction transaction, long until) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE setting SET text = ? WHERE name = ?")) {
            update.setString(1, Long.toString(until));
            update.setString(2, LEASE);
            update.executeUpdate();
        }
        return Outcome.done(Boolean.TRUE);
    }

}
