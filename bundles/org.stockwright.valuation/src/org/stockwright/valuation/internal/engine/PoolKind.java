package org.stockwright.valuation.internal.engine;

import org.stockwright.ledger.LocationKind;

/** What the goods of a pool are in the balance sheet. */
public enum PoolKind {

    /** Goods in our warehouses, or ours at a partner's place. */
    STOCK(AccountSide.INVENTORY),
    /** Goods on their way. */
    TRANSIT(AccountSide.TRANSIT),
    /** Goods that are being made. */
    PRODUCTION(AccountSide.PRODUCTION);

    private final AccountSide side;

    PoolKind(AccountSide side) {
        this.side = side;
    }

    /** The side of the posting rules that names its account. */
    public AccountSide side() {
        return side;
    }

    /** What a place that keeps stock belongs to. */
    public static PoolKind of(LocationKind kind) {
        return switch (kind) {
            case TRANSIT -> TRANSIT;
            case PRODUCTION -> PRODUCTION;
            default -> STOCK;
        };
    }

}
