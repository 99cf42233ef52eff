package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stockwright.valuation.Cost;

/**
 * What a production order collects and gives away. Told in the order of time. Each cost has a root, the key of the
 * movement or event by which it came to the order first; the first taking after its root takes it, and whatever comes to
 * that root later goes to who took it. Used by one thread.
 */
public final class OrderAccount {

    private final int scale;
    private final TreeMap<Key, Cost> held = new TreeMap<>();
    private final List<Taking> takings = new ArrayList<>();

    /**
     * An order that has nothing.
     *
     * @param scale decimals to which amounts are rounded
     */
    public OrderAccount(int scale) {
        this.scale = scale;
    }

    /**
     * Goods that an order makes.
     *
     * @param movement by which they come into stock
     * @param weight by which they share with what else is made then; positive
     */
    public record Output(long movement, BigDecimal weight) {
    }

    /**
     * What an output, or a closing, gets.
     *
     * @param to the movement of the output, or the negative number of the closing
     * @param amount how much
     */
    public record Part(long to, Cost amount) {
    }

    private static final class Taking {

        private final Key at;
        private final long number;
        private final List<Output> outputs;
        private Key undone;

        Taking(Key at, long number, List<Output> outputs) {
            this.at = at;
            this.number = number;
            this.outputs = outputs;
        }

    }

    /**
     * A cost comes to the order, or less of one.
     *
     * @param at when it does
     * @param root by which movement or event it came first
     * @return what passes on to those who took that root before; empty when the order keeps it
     */
    public List<Part> add(Key at, Key root, Cost amount) {
        Key from = root;
        Taking taker = taker(from);
        while (taker != null && taker.undone != null && !at.isBefore(taker.undone)) {
            from = taker.undone;
            taker = taker(from);
        }
        if (taker == null) {
            held.merge(from, amount, Cost::plus);
            return List.of();
        }
        return split(taker, amount);
    }

    private Taking taker(Key root) {
        for (Taking taking : takings) {
            if (root.isBefore(taking.at)) {
                return taking;
            }
        }
        return null;
    }

    /** Exactly so much is given away before a key, whatever there is. */
    public void give(Key before, Cost amount) {
        held.merge(before.justBefore(), amount.negate(), Cost::plus);
    }

    /**
     * Outputs take everything that is there. Where more was given away than collected they take nothing, and the order
     * goes on owing.
     *
     * @param number of the taking, by which it can be undone
     */
    public List<Part> take(Key at, long number, List<Output> outputs) {
        Cost all = all(at);
        Taking taking = new Taking(at, number, outputs);
        takings.add(taking);
        if (all.total().signum() > 0) {
            return split(taking, all);
        }
        if (!all.isZero()) {
            held.put(at, all);
        }
        return outputs.stream().map(output -> new Part(output.movement(), Cost.ZERO)).toList();
    }

    /** The order is closed: what it still holds, which may be negative, leaves it, and so does what comes later to it. */
    public Cost close(Key at, long number) {
        Cost all = all(at);
        takings.add(new Taking(at, -number, List.of(new Output(-number, BigDecimal.ONE))));
        return all;
    }

    private Cost all(Key before) {
        Cost all = Cost.ZERO;
        Iterator<Map.Entry<Key, Cost>> roots = held.headMap(before).entrySet().iterator();
        while (roots.hasNext()) {
            all = all.plus(roots.next().getValue());
            roots.remove();
        }
        return all;
    }

    /** A taking is undone: what comes to its roots later goes to who takes what it gave back. */
    public void undo(Key at, long number) {
        for (Taking taking : takings) {
            if (taking.number == number && taking.undone == null) {
                taking.undone = at;
            }
        }
    }

    /** What the order has collected and not given away. */
    public Cost holds() {
        return held.values().stream().reduce(Cost.ZERO, Cost::plus);
    }

    private List<Part> split(Taking taking, Cost amount) {
        BigDecimal left = taking.outputs.stream().map(Output::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        Cost rest = amount;
        List<Part> parts = new ArrayList<>();
        for (Output output : taking.outputs) {
            Cost part = rest.share(output.weight(), left, scale);
            parts.add(new Part(output.movement(), part));
            rest = rest.minus(part);
            left = left.subtract(output.weight());
        }
        return parts;
    }

}
