package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;
import java.util.Comparator;

import org.stockwright.valuation.Cost;

/**
 * Goods that came in together.
 *
 * @param effective when they came into our stock, in microseconds since 1970; a transfer does not change it
 * @param origin the movement by which they did
 * @param arrived when they came into this pool
 * @param arrival the movement that brought them into this pool
 * @param lot the lot or serial number, or 0
 * @param reference the paper of the arrival, or empty
 * @param quantity what is left of them
 * @param value what that is worth; zero in pools that keep one value for all layers
 */
public record Layer(long effective, long origin, long arrived, long arrival, long lot, String reference,
    BigDecimal quantity, Cost value) implements Comparable<Layer> {

    private static final Comparator<Layer> ORDER = Comparator.comparingLong(Layer::effective)
        .thenComparingLong(Layer::origin).thenComparingLong(Layer::arrived).thenComparingLong(Layer::arrival);

    /** Oldest first. */
    @Override
    public int compareTo(Layer other) {
        return ORDER.compare(this, other);
    }

    Layer with(BigDecimal newQuantity, Cost newValue) {
        return new Layer(effective, origin, arrived, arrival, lot, reference, newQuantity, newValue);
    }

}
