package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.stockwright.valuation.Cost;

/** How much a pool has and what it is worth. Quantity 0 always means value 0. */
final class Pool {

    BigDecimal quantity = BigDecimal.ZERO;
    Cost value = Cost.ZERO;
    final Layers layers;
    final List<Deficit> deficits;

    Pool() {
        this(new Layers(), new ArrayList<>());
    }

    private Pool(Layers layers, List<Deficit> deficits) {
        this.layers = layers;
        this.deficits = deficits;
    }

    Pool copy() {
        Pool copy = new Pool(layers.copy(), new ArrayList<>(deficits));
        copy.quantity = quantity;
        copy.value = value;
        return copy;
    }

    boolean isEmpty() {
        return quantity.signum() == 0 && value.isZero() && deficits.isEmpty();
    }

}
