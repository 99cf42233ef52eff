package org.stockwright.valuation.internal.engine;

import org.stockwright.ledger.MovementKind;

/**
 * The debit or the credit of a line, before posting rules make it an account.
 *
 * @param account what for
 * @param pool the pool whose value changes; null when it is no stock
 * @param kind the kind of movement; null when there is none
 * @param category the path of the item's category then
 * @param order the production order whose account it is, or empty
 */
public record Side(AccountSide account, PoolKey pool, MovementKind kind, String category, String order) {

    /** A pool's account. */
    static Side of(PoolKey pool, MovementKind kind, String category) {
        return new Side(pool.kind().side(), pool, kind, category, "");
    }

    /** An account that is no stock. */
    static Side of(AccountSide account, MovementKind kind, String category) {
        return new Side(account, null, kind, category, "");
    }

    /** What a production order holds: one account for all kinds and categories, so that it sums up the orders. */
    public static Side of(String order) {
        return new Side(AccountSide.ORDER, null, null, "", order);
    }

    /** An account that is of no item. */
    public static Side of(AccountSide account) {
        return new Side(account, null, null, "", "");
    }

}
