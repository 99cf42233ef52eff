package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;

import org.stockwright.valuation.Cost;

/**
 * Goods that left although there were none: they are settled by the next ones that come.
 *
 * @param movement by which they left
 * @param quantity how many are not settled
 * @param value the cost at which they left for the time being
 * @param to where that cost went
 */
public record Deficit(long movement, BigDecimal quantity, Cost value, Side to) {
}
