package org.stockwright.hostile;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.stockwright.ledger.MovementKind;

/** What the walk asks for, what its model remembers of it, and what the ledger should answer. */
final class WalkBook {

    private WalkBook() {
        // only types
    }

    /** A line as the walk asks for it; places and items by code, the quantity in entered units. */
    record Line(MovementKind kind, String item, String unit, long amount, String from, String to, String lot,
        String owner, String status, String toStatus, String fromUnit, String toUnit) {
    }

    /**
     * A command: a posting, a reversal or a posting of reserved stock. What is equal has the same content.
     *
     * @param effective null for a reversal that takes effect when it is posted
     */
    record Command(String what, String key, Instant effective, List<Line> lines, String text, String series) {
    }

    /** What makes a balance. */
    record Key(String item, String place, String lot, String owner, String status, String unit) {
    }

    /** Stock of a balance in steps. */
    record Level(long onHand, long reserved) {

        static final Level NOTHING = new Level(0, 0);

        long free() {
            return onHand - reserved;
        }

    }

    /** So much went from one balance to another. */
    record Move(Key from, Key to, long steps) {
    }

    /** A posting that was accepted. */
    static final class Posted {

        final Command command;
        final List<Move> moves;
        final boolean reversal;
        String number = "";
        boolean reversed;

        Posted(Command command, List<Move> moves, boolean reversal) {
            this.command = command;
            this.moves = moves;
            this.reversal = reversal;
        }

    }

    /** Stock that is held for somebody. */
    static final class Held {

        final Key balance;
        final long steps;
        final Instant expires;
        long open;

        Held(Key balance, long steps, Instant expires) {
            this.balance = balance;
            this.steps = steps;
            this.open = steps;
            this.expires = expires;
        }

    }

    /** A change of a balance, to ask for the past. */
    record Event(Key key, long delta, Instant effective, Instant recorded) {
    }

    /** What the ledger should answer: refusal codes of the first failing stage, or none and how many went negative. */
    record Answer(Set<String> refusals, boolean repeated, int warnings) {

        static Answer refused(Set<String> codes) {
            return new Answer(codes, false, 0);
        }

        boolean isDone() {
            return refusals.isEmpty();
        }

    }

}
