package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.ledger.MovementKind;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.internal.engine.Engine;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.History;
import org.stockwright.valuation.internal.engine.ItemState;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.Layer;
import org.stockwright.valuation.internal.engine.Line;
import org.stockwright.valuation.internal.engine.Side;
import org.stockwright.valuation.internal.engine.Watcher;

/**
 * Values one item from its first event on, in memory: to prove what is booked, to answer what would be by another method,
 * and what was known at some instant. Knows nothing of what is booked. Used once.
 */
final class Replay implements History {

    private final Engine engine;
    private final Watcher watcher;
    private final Map<Long, Cost> issued = new HashMap<>();
    private final Map<Long, Cost> entered = new HashMap<>();
    private final Map<Long, BigDecimal> quantities = new HashMap<>();
    private final Map<String, PaperTrail> papers = new HashMap<>();
    private final Map<Long, List<Use>> uses = new HashMap<>();
    private Class<? extends Event> leftOut;

    Replay(int scale, Watcher watcher) {
        this.watcher = watcher;
        this.engine = new Engine(scale, this, new Watcher() {
            @Override
            public void used(long origin, long movement, BigDecimal quantity, Side to) {
                uses.computeIfAbsent(origin, key -> new ArrayList<>()).add(new Use(movement, quantity, to));
            }

            @Override
            public void taken(long movement, Layer part) {
                Replay.this.watcher.taken(movement, part);
            }
        });
    }

    /** As if no event of this kind had been. */
    Replay leavingOut(Class<? extends Event> kind) {
        leftOut = kind;
        return this;
    }

    /** Hears of the lines of each event. */
    interface Listener {

        void lines(Event event, List<Line> lines) throws SQLException;

    }

    /**
     * The state of an item after a key.
     *
     * @param method as if cost had always flowed so; empty for how it did
     */
    ItemState run(Events events, Rules rules, long item, ItemProfile profile, Key until, Optional<CostMethod> method,
        Listener listener) throws SQLException {
        ItemState begin = profile.begin(rules.policies());
        ItemState state = method.isEmpty() ? begin
            : new ItemState(method.get(), begin.standard(), begin.category());
        for (Event event : events.between(item, profile, Key.FIRST, until)) {
            if (event.getClass() == leftOut) {
                continue;
            }
            Event applied = method.isPresent() && event instanceof Event.Change change
                ? new Event.Change(change.key(), null, change.standard(), change.category()) : event;
            List<Line> lines = engine.apply(state, applied);
            note(applied, lines);
            listener.lines(applied, lines);
        }
        return state;
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
