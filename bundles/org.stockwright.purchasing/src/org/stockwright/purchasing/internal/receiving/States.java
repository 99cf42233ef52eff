package org.stockwright.purchasing.internal.receiving;

import org.stockwright.purchasing.SupplierReturns;

/** Where documents of receiving stand. */
public final class States {

    /** Goods came, and wait to be inspected or put away. */
    public static final String RECEIVED = "RECEIVED";
    /** Goods lie where they are stored. */
    public static final String STORED = "STORED";
    /** Goods are on their way. */
    public static final String ANNOUNCED = "ANNOUNCED";
    /** Everything announced has come. */
    public static final String ARRIVED = "ARRIVED";
    /** It was decided what becomes of goods. */
    public static final String DECIDED = "DECIDED";
    /** The supplier owes a credit. */
    public static final String CREDIT_EXPECTED = SupplierReturns.CREDIT_EXPECTED;
    /** The supplier's credit came. */
    public static final String CREDITED = "CREDITED";
    /** It was taken back. */
    public static final String REVERSED = "REVERSED";
    /** It takes another one back. */
    public static final String REVERSAL = "REVERSAL";

    private States() {
        // only constants
    }

}
