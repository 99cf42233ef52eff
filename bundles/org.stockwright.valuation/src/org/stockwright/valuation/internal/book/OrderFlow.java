package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.ledger.MovementKind;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.AccountSide;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.Line;
import org.stockwright.valuation.internal.engine.LineKind;
import org.stockwright.valuation.internal.engine.OrderAccount;
import org.stockwright.valuation.internal.engine.Side;

/** A production order followed through time: what comes to it, what its outputs get, and what is left. Used once. */
final class OrderFlow {

    private final OrderFacts facts;
    private final OrderAccount account;
    private final Map<Long, Cost> shares = new HashMap<>();
    private final List<Own> own = new ArrayList<>();
    private final List<Late> lates = new ArrayList<>();

    OrderFlow(OrderFacts facts, int scale) {
        this.facts = facts;
        this.account = new OrderAccount(scale);
    }

    /**
     * Cost that comes to an order.
     *
     * @param order its reference
     * @param at the event that brings it
     * @param about the movement that it is about
     * @param made when the goods whose cost it is were made; null when they were bought or found
     * @param amount how much; negative when it is taken back
     */
    record Collected(String order, Key at, long about, Key made, Cost amount) {

        Collected plus(Collected more) {
            return new Collected(order, at, about, made, amount.plus(more.amount));
        }

        Collected negate() {
            return new Collected(order, at, about, made, amount.negate());
        }

    }

    /**
     * Cost that passes on to an output that took what it belongs to before.
     *
     * @param to the movement of the output; negative for a closing
     * @param source the event that brought it to the order
     * @param about the movement that it is about
     * @param amount how much
     */
    record Late(long to, Key source, long about, Cost amount) {
    }

    /**
     * A line that is of no item.
     *
     * @param source the event that moves it
     * @param line what it moves
     */
    record Own(Key source, Line line) {
    }

    /**
     * What an event of an item brings to production orders.
     *
     * @param made when the goods whose cost it brings were made; null when they were bought or found
     */
    static List<Collected> collected(Event event, List<Line> lines, Key made) {
        Map<String, Collected> sums = new HashMap<>();
        boolean returned = event instanceof Event.Move move && move.kind() == MovementKind.CONSUME;
        for (Line line : lines) {
            add(sums, new Collected(line.debit().order(), event.key(), line.about(), made, line.amount()));
            if (returned) {
                add(sums,
                    new Collected(line.credit().order(), event.key(), line.about(), made, line.amount()).negate());
            }
        }
        return List.copyOf(sums.values());
    }

    private static void add(Map<String, Collected> sums, Collected cost) {
        if (!cost.order().isEmpty()) {
            sums.merge(cost.about() + " " + cost.order(), cost, Collected::plus);
        }
    }

    OrderFacts facts() {
        return facts;
    }

    /** Something happens to the order itself. */
    void pass(OrderFacts.Step step) {
        switch (step) {
            case OrderFacts.Take take -> {
                if (!take.entered().isZero()) {
                    account.give(take.key(), take.entered());
                }
                if (!take.outputs().isEmpty()) {
                    account.take(take.key(), take.posting(), take.outputs())
                        .forEach(part -> shares.put(part.to(), part.amount()));
                }
            }
            case OrderFacts.Undo undo -> account.undo(undo.key(), undo.posting());
            case OrderFacts.Charge charge -> {
                account.add(charge.key(), charge.key(), charge.amount());
                charged(charge);
            }
            case OrderFacts.Close close -> closed(close.key(), 0, account.close(close.key(), close.key().seq()));
        }
    }

    private void charged(OrderFacts.Charge charge) {
        Cost cost = charge.amount();
        Cost labour = new Cost(BigDecimal.ZERO, BigDecimal.ZERO, cost.labour(), BigDecimal.ZERO);
        Cost overhead = new Cost(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, cost.overhead());
        own(charge.key(), new Line(LineKind.ORDER_COST, 0, Side.of(facts.reference()),
            Side.of(AccountSide.LABOUR_ABSORBED), labour));
        own(charge.key(), new Line(LineKind.ORDER_COST, 0, Side.of(facts.reference()),
            Side.of(AccountSide.OVERHEAD_ABSORBED), overhead));
        own(charge.key(), new Line(LineKind.ORDER_COST, 0, Side.of(facts.reference()),
            Side.of(AccountSide.LATE_COST), cost.minus(labour).minus(overhead)));
    }

    private void closed(Key at, long about, Cost amount) {
        own(at, new Line(LineKind.COST_VARIANCE, about, Side.of(AccountSide.COST_VARIANCE),
            Side.of(facts.reference()), amount));
    }

    private void own(Key at, Line line) {
        if (!line.amount().isZero()) {
            own.add(new Own(at, line));
        }
    }

    /** Cost comes to the order; what passes on to earlier outputs. */
    List<Late> add(Collected cost) {
        List<Late> result = new ArrayList<>();
        for (OrderAccount.Part part : account.add(cost.at(), root(cost), cost.amount())) {
            if (!part.amount().isZero()) {
                result.add(new Late(part.to(), cost.at(), cost.about(), part.amount()));
            }
        }
        result.stream().filter(late -> late.to() < 0)
            .forEach(late -> closed(late.source(), late.about(), late.amount()));
        result.removeIf(late -> late.to() < 0);
        lates.addAll(result);
        return result;
    }

    /**
     * By which movement or event a cost came first. What negative stock was used up before it was made costs another amount
     * than was thought: that would go to what was made of it, perhaps to the very goods that settled it, and round and
     * round. So it is a cost of its own, which the order keeps.
     */
    private Key root(Collected cost) {
        Key root = facts.root(cost.at(), cost.about());
        return cost.made() != null && root.isBefore(cost.made()) ? cost.at() : root;
    }

    /** What an output got when it came into stock. */
    Cost share(long output) {
        return shares.getOrDefault(output, Cost.ZERO);
    }

    /** What all outputs got that had no cost of their own, by movement. */
    Map<Long, Cost> shares() {
        return shares;
    }

    /** What was charged to the order, and what left it when it was closed. */
    List<Own> own() {
        return own;
    }

    /** What passed on later. */
    List<Late> lates() {
        return lates;
    }

    /** What the order has collected and not given away. */
    Cost holds() {
        return account.holds();
    }

}
