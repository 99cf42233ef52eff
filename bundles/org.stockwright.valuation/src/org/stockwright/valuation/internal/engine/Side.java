package org.stockwright.valuation.internal.engine;

import org.stockwright.ledger.MovementKind;

/**
 * The debit or the credit of a line, before posting rules make it an account.
 *
 * @param account what for
 * @param pool the pool whose value changes; null when it is no stock
 * @param kind the kind of movement; null when there is none
 * @param category the path of the item's category then
 */
public record Side(AccountSide account, PoolKey pool, MovementKind kind, String category) {

    /** A pool's account. */
    static Side of(PoolKey pool, MovementKind kind, String category) {
        return new Side(pool.kind().side(), pool, kind, category);
    }

    /** An account that is no stock. */
    static Side of(AccountSide account, MovementKind kind, String category) {
        return new Side(account, null, kind, category);
    }

}
