package org.stockwright.valuation.internal.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.stockwright.ledger.MovementKind;
import org.stockwright.valuation.Cost;

/** Goods leave our stock. */
final class Outbound extends Step {

    Outbound(EngineContext context, ItemState state, Event.Move move) {
        super(context, state, move);
    }

    @Override
    List<Line> lines() {
        PoolKey key = move.from().pool();
        Side target = outside(move.to());
        boolean bought = move.kind() == MovementKind.RECEIPT || move.kind() == MovementKind.RETURN_OUT;
        Side variance = other(state.isAtStandard(key) && bought ? AccountSide.PURCHASE_PRICE_VARIANCE
            : AccountSide.COST_VARIANCE);
        boolean back = move.reverses() != 0 || move.kind() == MovementKind.RETURN_OUT;
        List<History.Original> found = back ? history.originals(move) : List.of();
        receipts = found.stream().map(History.Original::movement).collect(Collectors.toSet());
        Optional<Cost> original = found.isEmpty() ? Optional.empty() : Optional.of(together(found, pool(key)));
        Side to = original.isPresent() ? variance : target;
        List<Layer> taken = take(key, move.quantity(), to);
        used(taken, to);
        Cost value = total(taken);
        if (original.isEmpty()) {
            line(LineKind.COST, target, stock(key), value);
            return lines;
        }
        value = value.plus(bringBack(key, original.get().minus(value)));
        line(LineKind.COST, target, stock(key), original.get());
        line(LineKind.COST_VARIANCE, variance, stock(key), value.minus(original.get()));
        return lines;
    }

}
