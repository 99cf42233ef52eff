package org.stockwright.purchasing.internal.receiving;

import org.stockwright.purchasing.SupplierReturns;

/** The number series of receiving. */
public final class Series {

    /** Goods receipts. */
    public static final String RECEIPT = "GR";
    /** Advices. */
    public static final String ADVICE = "ASN";
    /** Inspections. */
    public static final String INSPECTION = "QI";
    /** Put-aways. */
    public static final String PUT_AWAY = "PA";
    /** Returns to suppliers. */
    public static final String RETURN = SupplierReturns.SERIES;

    private Series() {
        // only constants
    }

}
