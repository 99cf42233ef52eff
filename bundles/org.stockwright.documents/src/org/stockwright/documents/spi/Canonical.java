package org.stockwright.documents.spi;

import java.math.BigDecimal;
import java.util.Optional;

import org.stockwright.base.Quantity;
import org.stockwright.base.Sha256;

/**
 * SHA-256 over a canonical text of a request: each field as its length, a colon and its text, so that no two requests have
 * the same text. Repeating a request is harmless because its hash is compared.
 */
public final class Canonical {

    private final StringBuilder text = new StringBuilder();

    /** Of one kind of request. */
    public Canonical(String kind) {
        add(kind);
    }

    /** One more field. */
    public Canonical add(Object field) {
        String shown = String.valueOf(field);
        text.append(shown.length()).append(':').append(shown);
        return this;
    }

    /** One more field that may be missing. */
    public Canonical add(Optional<?> field) {
        return add(field.<Object>map(value -> value instanceof BigDecimal number ? plain(number) : value).orElse(""));
    }

    /** One more number: 1.50 is 1.5. */
    public Canonical add(BigDecimal number) {
        return add((Object) plain(number));
    }

    /** One more quantity with its unit. */
    public Canonical add(Quantity quantity) {
        return add((Object) quantity.amountText()).add(quantity.unit().code()).add(quantity.unit().factor());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** The hash in hexadecimal. */
    public String hash() {
        return Sha256.of(text.toString());
    }

}
