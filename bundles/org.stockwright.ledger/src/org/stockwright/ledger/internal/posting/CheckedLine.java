package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.util.Optional;

import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.MovementKind;

/**
 * A line that passed all checks but that for stock.
 *
 * @param number its number in the posting, from 1
 * @param kind why it moves
 * @param item what moves
 * @param quantity how much in the base unit; positive
 * @param entered the number that was entered
 * @param enteredUnit the code of the unit that it was entered in
 * @param from the balance that it leaves
 * @param to the balance that it comes to
 * @param unitCost cost per base unit, if it carries one
 * @param reason why, or empty
 * @param reverses the movement that it reverses, or 0
 */
record CheckedLine(int number, MovementKind kind, ItemFacts item, BigDecimal quantity, BigDecimal entered,
    String enteredUnit, Side from, Side to, Optional<BigDecimal> unitCost, String reason, long reverses) {

    /**
     * One of the two balances of a line.
     *
     * @param key what makes the balance
     * @param place its place
     * @param policy whether it may go negative
     */
    record Side(BalanceKey key, Location place, NegativePolicy policy) {

        /** Whether what lies there is counted in the balance. */
        boolean isKept() {
            return place.kind().isKept();
        }

    }

}
