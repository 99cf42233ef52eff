package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.ledger.MovementKind;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.Engine;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.History;
import org.stockwright.valuation.internal.engine.ItemState;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.Layer;
import org.stockwright.valuation.internal.engine.Line;
import org.stockwright.valuation.internal.engine.Side;
import org.stockwright.valuation.internal.engine.Watcher;

/** Values one item event by event, from the first one on, in memory. Knows nothing of what is booked. Used once. */
final class Replay implements History {

    private final Engine engine;
    private final ItemState state;
    private final Map<Long, Cost> issued = new HashMap<>();
    private final Map<Long, Cost> entered = new HashMap<>();
    private final Map<Long, BigDecimal> quantities = new HashMap<>();
    private final Map<String, PaperTrail> papers = new HashMap<>();
    private final Map<Long, List<Use>> uses = new HashMap<>();

    /**
     * An item before its first event.
     *
     * @param state where it stands then; is changed
     * @param watcher hears where goods go
     */
    Replay(int scale, ItemState state, Watcher watcher) {
        this.state = state;
        this.engine = new Engine(scale, this, new Watcher() {
            @Override
            public void used(long origin, long movement, BigDecimal quantity, Side to) {
                uses.computeIfAbsent(origin, key -> new ArrayList<>()).add(new Use(movement, quantity, to));
            }

            @Override
            public void taken(long movement, Layer part) {
                watcher.taken(movement, part);
            }
        });
    }

    /** Where the item stands. */
    ItemState state() {
        return state;
    }

    /** The next event, and what it moves. */
    List<Line> apply(Event event) {
        List<Line> lines = engine.apply(state, event);
        note(event, lines);
        return lines;
    }

    private void note(Event event, List<Line> lines) {
        for (Line line : lines) {
            boolean own = event.key().rank() == Key.MOVEMENT && event.key().seq() == line.about();
            if (Entries.counts(line.kind(), own, false)) {
                issued.merge(line.about(), line.amount(), Cost::plus);
            }
            if (Entries.counts(line.kind(), own, true)) {
                entered.merge(line.about(), line.amount(), Cost::plus);
            }
        }
        if (event instanceof Event.LateCost late && !late.order().isEmpty()) {
            // what production passed on goes back to it when the goods do
            entered.merge(late.receipt(), late.amount(), Cost::plus);
        }
        if (event instanceof Event.Move move) {
            quantities.put(move.key().seq(), move.quantity());
            remember(move);
        }
    }

    private void remember(Event.Move move) {
        boolean sale = move.kind() == MovementKind.ISSUE || move.kind() == MovementKind.RETURN_IN;
        boolean purchase = move.kind() == MovementKind.RECEIPT || move.kind() == MovementKind.RETURN_OUT;
        if (move.reference().isEmpty() || !sale && !purchase) {
            return;
        }
        PaperTrail trail = papers.computeIfAbsent(paper(sale, move), key -> new PaperTrail());
        if (move.reverses() != 0) {
            trail.reversed(move.reverses(), move.quantity());
        } else if (move.kind() == MovementKind.ISSUE || move.kind() == MovementKind.RECEIPT) {
            trail.delivered(move.key().seq(), move.quantity());
        } else {
            trail.returned(move.key().seq(), move.quantity());
        }
    }

    private static String paper(boolean sale, Event.Move move) {
        return sale + " " + move.lot() + ' ' + move.reference();
    }

    @Override
    public List<Original> originals(Event.Move move) {
        boolean comesBack = move.to().isStock();
        List<Original> result = new ArrayList<>();
        for (Original part : move.reverses() != 0 ? reversed(move) : onSamePaper(move, comesBack)) {
            result.add(new Original(part.movement(), part.quantity(), part.before(), part.part(),
                (comesBack ? issued : entered).getOrDefault(part.movement(), Cost.ZERO)));
        }
        return result;
    }

    private List<Original> reversed(Event.Move move) {
        BigDecimal quantity = quantities.get(move.reverses());
        return quantity == null ? List.of()
            : List.of(new Original(move.reverses(), quantity, BigDecimal.ZERO, move.quantity(), Cost.ZERO));
    }

    private List<Original> onSamePaper(Event.Move move, boolean comesBack) {
        PaperTrail trail = move.reference().isEmpty() ? null : papers.get(paper(comesBack, move));
        return trail == null ? List.of() : trail.parts(move.quantity());
    }

    @Override
    public List<Use> uses(Event.LateCost event) {
        return uses.getOrDefault(event.receipt(), List.of());
    }

}
