package org.stockwright.valuation.internal.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Applies events to the state of an item and says what value moved. The same events in the order of their keys yield the
 * same lines whatever the order in which they became known.
 */
public final class Engine {

    private final EngineContext context;
    private final CostEvents costs;
    private final PolicyChanges policies;

    /**
     * An engine for a book.
     *
     * @param scale decimals to which amounts are rounded
     * @param history what came before
     * @param watcher hears where goods go
     */
    public Engine(int scale, History history, Watcher watcher) {
        this.context = new EngineContext(scale, history, watcher);
        this.costs = new CostEvents(context);
        this.policies = new PolicyChanges(context);
    }

    /** Applies an event; the lines of its value, none for an event that moves no value. */
    public List<Line> apply(ItemState state, Event event) {
        List<Line> lines = switch (event) {
            case Event.Move move -> move(state, move);
            case Event.LateCost late -> costs.late(state, late);
            case Event.WriteDown writeDown -> costs.writeDown(state, writeDown);
            case Event.Change change -> policies.change(state, change);
            case Event.Ownership ownership -> policies.own(state, ownership);
        };
        lines.removeIf(line -> line.amount().isZero());
        return lines;
    }

    private List<Line> move(ItemState state, Event.Move move) {
        Spot from = move.from();
        Spot to = move.to();
        if (from.isStock() && to.isStock()) {
            return from.pool().equals(to.pool()) ? new ArrayList<>() : new Transfer(context, state, move).lines();
        }
        if (to.isStock()) {
            return new Inbound(context, state, move).lines();
        }
        return from.isStock() ? new Outbound(context, state, move).lines() : new ArrayList<>();
    }

}
