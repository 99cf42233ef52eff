package org.stockwright.base;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Decimal numbers in texts from files, commands and forms. A number is digits with an optional sign and an optional
 * decimal point; no exponent, no thousands separators, no {@code NaN}. A comma is taken as the decimal point only where
 * nobody could mean a thousands separator.
 */
public final class Decimals {

    /** Longer texts are no numbers that anybody meant. */
    private static final int MAX_LENGTH = 64;
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d*,\\d+");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

    private Decimals() {
    }

    /** The number that the text stands for, or why it is none. Blanks around it do not matter. */
    public static Outcome<BigDecimal> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > MAX_LENGTH) {
            return Outcome.refused(Refusal.of(QuantityRefusal.NOT_A_NUMBER, trimmed.substring(0, 20) + "…")
                .hint("Write at most " + MAX_LENGTH + " characters."));
        }
        if (PLAIN.matcher(trimmed).matches()) {
            return Outcome.done(new BigDecimal(trimmed));
        }
        if (THOUSANDS.matcher(trimmed).matches()) {
            return Outcome.refused(Refusal.of(QuantityRefusal.AMBIGUOUS_NUMBER, trimmed)
                .hint("Write " + trimmed.replace(",", "") + " or " + trimmed.replace(',', '.') + "."));
        }
        if (COMMA.matcher(trimmed).matches()) {
            return Outcome.done(new BigDecimal(trimmed.replace(',', '.')));
        }
        return Outcome.refused(Refusal.of(QuantityRefusal.NOT_A_NUMBER, trimmed)
            .hint("Write digits with '.' as decimal point, without thousands separators."));
    }

}
