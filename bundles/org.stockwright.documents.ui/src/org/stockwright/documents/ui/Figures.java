package org.stockwright.documents.ui;

import java.math.BigDecimal;
import java.util.Currency;

/** How quantities and amounts of documents are written. */
public final class Figures {

    private Figures() {
    }

    /** An amount with the decimals of its currency, and more where it needs them. */
    public static BigDecimal amount(BigDecimal amount, Currency currency) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(Math.max(0, currency.getDefaultFractionDigits()), plain.scale()));
    }

    /** A quantity without zeros behind the point. */
    public static BigDecimal plain(BigDecimal quantity) {
        BigDecimal plain = quantity.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The same as a text. */
    public static String text(BigDecimal quantity) {
        return plain(quantity).toPlainString();
    }

}
