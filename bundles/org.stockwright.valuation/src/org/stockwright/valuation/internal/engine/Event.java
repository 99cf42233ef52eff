package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;

import org.stockwright.ledger.MovementKind;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;

/** Something that changes the value of an item's stock. */
public sealed interface Event {

    /** Its place in time. */
    Key key();

    /**
     * Goods moved.
     *
     * @param kind why
     * @param quantity how much in the base unit; positive
     * @param from where from
     * @param to where to
     * @param lot the lot or serial number, or 0
     * @param unitCost what it was entered at, per unit; null for nothing
     * @param reference the paper, or empty
     * @param reverses the movement that it reverses, or 0
     * @param made what its production order gives it; null when it is not made by one
     */
    record Move(Key key, MovementKind kind, BigDecimal quantity, Spot from, Spot to, long lot, BigDecimal unitCost,
        String reference, long reverses, Cost made) implements Event {

        /** A movement that no production order gives its cost. */
        public Move(Key key, MovementKind kind, BigDecimal quantity, Spot from, Spot to, long lot,
            BigDecimal unitCost, String reference, long reverses) {
            this(key, kind, quantity, from, to, lot, unitCost, reference, reverses, null);
        }

        /** Whether it waits for what its production order gives it. */
        public boolean takesFromOrder() {
            return kind == MovementKind.PRODUCE && reverses == 0 && unitCost == null;
        }

        /** With what its production order gives it. */
        public Move madeAt(Cost cost) {
            return new Move(key, kind, quantity, from, to, lot, unitCost, reference, reverses, cost);
        }

    }

    /**
     * Cost that came after the goods.
     *
     * @param receipt the movement that brought them
     * @param quantity how much it brought
     * @param amount how much more they cost; may be negative
     * @param order the production order that passes it on to what it made; empty when it comes from outside
     */
    record LateCost(Key key, long receipt, BigDecimal quantity, Cost amount, String order) implements Event {

        /** One that comes from outside. */
        public LateCost(Key key, long receipt, BigDecimal quantity, Cost amount) {
            this(key, receipt, quantity, amount, "");
        }

    }

    /**
     * All stock of the item is worth less, or more again.
     *
     * @param amount how much less; negative when an earlier write-down is reversed
     */
    record WriteDown(Key key, BigDecimal amount) implements Event {
    }

    /**
     * A policy changed; what is null stays.
     *
     * @param method the new cost method
     * @param standard the new standard cost per unit
     * @param category the path of the new category
     */
    record Change(Key key, CostMethod method, Cost standard, String category) implements Event {
    }

    /**
     * From now on what is in a place of transit is somebody else's, or ours.
     *
     * @param place the place
     * @param before what its goods were
     * @param after what they are
     */
    record Ownership(Key key, long place, PoolKind before, PoolKind after) implements Event {
    }

}
