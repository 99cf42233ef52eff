package org.stockwright.ledger.internal.stock;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses the checkpoint from which the fewest movements lead to an instant. It never decides what a figure is. */
final class Nearest {

    private final List<Checkpoint> usable;
    private final long instant;

    private Nearest(List<Checkpoint> usable, long instant) {
        this.usable = usable;
        this.instant = instant;
    }

    /** The nearest of these, which are in the order of their instants. */
    static Optional<Checkpoint> of(List<Checkpoint> usable, long instant) {
        long last = usable.stream().mapToLong(Checkpoint::seq).max().orElse(0);
        // While newer ones are being made there are older ones, too; the numbers drawn since say how far they are off.
        Nearest nearest = new Nearest(usable, instant);
        long wanted = nearest.movementsUntil();
        return usable.stream()
            .min(Comparator.comparingLong(one -> Math.abs(wanted - one.movements()) + last - one.seq()));
    }

    /** About how many movements took effect until the instant: as if they were spread evenly between two checkpoints. */
    private long movementsUntil() {
        Optional<Checkpoint> before = Optional.empty();
        Optional<Checkpoint> after = Optional.empty();
        for (Checkpoint one : usable) {
            if (one.effective() <= instant) {
                before = Optional.of(one);
            } else if (after.isEmpty()) {
                after = Optional.of(one);
            }
        }
        if (after.isEmpty()) {
            return before.map(Checkpoint::movements).orElse(0L);
        }
        Checkpoint next = after.get();
        if (before.isEmpty()) {
            return 0;
        }
        Checkpoint previous = before.get();
        long between = next.movements() - previous.movements();
        long part = (instant - previous.effective()) / Math.max(1, (next.effective() - previous.effective()) / 1_000);
        return previous.movements() + between * part / 1_000;
    }

}
