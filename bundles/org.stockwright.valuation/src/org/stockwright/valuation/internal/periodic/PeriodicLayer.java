package org.stockwright.valuation.internal.periodic;

import java.math.BigDecimal;

/**
 * Goods that came in together, or that a period opens or closes with.
 *
 * @param effective when they came, in microseconds since 1970
 * @param origin the movement that brought them; 0 for goods of several
 * @param lot the lot or serial number; 0 for none, or for goods of several
 * @param quantity how many
 * @param amount what they cost
 */
public record PeriodicLayer(long effective, long origin, long lot, BigDecimal quantity, BigDecimal amount) {

    PeriodicLayer with(BigDecimal newQuantity, BigDecimal newAmount) {
        return new PeriodicLayer(effective, origin, lot, newQuantity, newAmount);
    }

}
