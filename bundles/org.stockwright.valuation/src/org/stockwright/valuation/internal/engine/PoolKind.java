package org.stockwright.valuation.internal.engine;

import java.util.Locale;

import org.stockwright.ledger.LocationKind;

/** What the goods of a pool are in the balance sheet. */
public enum PoolKind {

    /** Goods in our warehouses, or ours at a partner's place. */
    STOCK(AccountSide.INVENTORY),
    /** Goods on their way. */
    TRANSIT(AccountSide.TRANSIT),
    /** Goods that are being made. */
    PRODUCTION(AccountSide.PRODUCTION),
    /** Goods on their way to us that are their supplier's until they arrive. */
    SUPPLIER_TRANSIT(AccountSide.SUPPLIER),
    /** Goods on their way to a customer that are his since they left. */
    CUSTOMER_TRANSIT(AccountSide.CUSTOMER);

    private final AccountSide side;

    PoolKind(AccountSide side) {
        this.side = side;
    }

    /** The side of the posting rules that names its account. */
    public AccountSide side() {
        return side;
    }

    /** Whether the goods are ours: the others have a cost, which is not the value of our stock. */
    public boolean isOurs() {
        return this != SUPPLIER_TRANSIT && this != CUSTOMER_TRANSIT;
    }

    /** Whether the goods are on their way, whoever owns them. */
    public boolean isTransit() {
        return this == TRANSIT || !isOurs();
    }

    /** The word that people read, for example {@code supplier-transit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
