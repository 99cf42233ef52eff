package org.stockwright.valuation.internal.engine;

import org.stockwright.valuation.Cost;

/**
 * An amount that moves from one side to another.
 *
 * @param kind why
 * @param about the movement that it is about; 0 for none
 * @param debit where it goes
 * @param credit where it comes from
 * @param amount how much; may be negative
 */
public record Line(LineKind kind, long about, Side debit, Side credit, Cost amount) {
}
