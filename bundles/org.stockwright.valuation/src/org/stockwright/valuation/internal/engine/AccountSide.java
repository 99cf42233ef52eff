package org.stockwright.valuation.internal.engine;

import java.util.Locale;

import org.stockwright.ledger.LocationKind;

/** What a posting rule names an account for: the kind of place on one side of a movement, or a kind of difference. */
public enum AccountSide {

    /** Goods in our warehouses. */
    INVENTORY,
    /** Goods on their way. */
    TRANSIT,
    /** Goods that are being made. */
    PRODUCTION,
    /** What suppliers delivered and have not invoiced. */
    SUPPLIER,
    /** Cost of sales. */
    CUSTOMER,
    /** Goods thrown away. */
    SCRAP,
    /** What counts found more or less. */
    COUNT_DIFFERENCE,
    /** Stock with which the book was opened. */
    OPENING,
    /** What a purchase cost more or less than the standard. */
    PURCHASE_PRICE_VARIANCE,
    /** What settled negative stock, and goods that went back at another cost than they lay at. */
    COST_VARIANCE,
    /** Stock at a new standard cost, or by a new method. */
    REVALUATION,
    /** Stock that is worth less than it cost. */
    WRITE_DOWN,
    /** Freight, duty and price changes that came after the goods. */
    LATE_COST,
    /** What production orders have collected and not given to what they make. */
    ORDER,
    /** Work that was charged to production orders. */
    LABOUR_ABSORBED,
    /** Overhead that was charged to production orders. */
    OVERHEAD_ABSORBED,
    /** What was bought, where the periodic inventory system is in force. */
    PURCHASES;

    /** The side of a place outside our stock. */
    public static AccountSide of(LocationKind kind) {
        return switch (kind) {
            case SUPPLIER -> SUPPLIER;
            case CUSTOMER -> CUSTOMER;
            case SCRAP -> SCRAP;
            case COUNT_DIFFERENCE -> COUNT_DIFFERENCE;
            case TRANSIT -> TRANSIT;
            case PRODUCTION -> PRODUCTION;
            case CONVERSION -> ORDER;
            default -> INVENTORY;
        };
    }

    /** Whether it is owed to somebody for goods or for what comes with them. */
    public boolean isOwed() {
        return this == SUPPLIER || this == LATE_COST;
    }

    /** The word of files, for example {@code count-difference}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

}
