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
    private final Map<String, Long> papers = new HashMap<>();
    private final Map<Long, List<Use>> uses = new HashMap<>();

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
            if (!move.reference().isEmpty() && move.reverses() == 0) {
                papers.put(paper(move.kind(), move), move.key().seq());
            }
        }
    }

    private static String paper(MovementKind kind, Event.Move move) {
        return kind + " " + move.lot() + ' ' + move.reference();
    }

    @Override
    public Optional<Original> original(Event.Move move) {
        boolean comesBack = move.to().isStock();
        Long seq = move.reverses() != 0 ? Long.valueOf(move.reverses()) : move.reference().isEmpty() ? null
            : papers.get(paper(comesBack ? MovementKind.ISSUE : MovementKind.RECEIPT, move));
        BigDecimal quantity = seq == null ? null : quantities.get(seq);
        return quantity == null ? Optional.empty()
            : Optional.of(new Original(seq, quantity, (comesBack ? issued : entered).getOrDefault(seq, Cost.ZERO)));
    }

    @Override
    public List<Use> uses(Event.LateCost event) {
        return uses.getOrDefault(event.receipt(), List.of());
    }

}
