package org.stockwright.purchasing.internal.receiving;

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
    public static final String RETURN = "SR";

    private Series() {
        // only constants
    }

}
