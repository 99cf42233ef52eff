package org.stockwright.base.gs1;

import java.math.BigInteger;
import java.util.regex.Pattern;

import org.stockwright.base.Barcode;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;

/**
 * A serial shipping container code: the number of one pallet or parcel, which nobody else in the world has (General
 * Specifications, section 2.2.1).
 *
 * @param digits eighteen digits: extension digit, GS1 Company Prefix, serial reference and check digit
 */
public record Sscc(String digits) {

    private static final int LENGTH = 18;
    private static final Pattern PREFIX = Pattern.compile("\\d{4,12}");

    /**
     * Checks length and check digit.
     *
     * @throws IllegalArgumentException when they are wrong: callers with data from outside use {@link #parse}
     */
    public Sscc {
        ApplicationIdentifier.SSCC.check(digits).ifPresent(wrong -> {
            throw new IllegalArgumentException(wrong.toString());
        });
    }

    /** The code with these eighteen digits, blanks around it do not matter; or what is wrong with it. */
    public static Outcome<Sscc> parse(String text) {
        return Element.of(ApplicationIdentifier.SSCC, text.strip()).map(element -> new Sscc(element.value()));
    }

    /**
     * A new code.
     *
     * @param companyPrefix the company's GS1 Company Prefix, 4 to 12 digits
     * @param extension 0 to 9, to have ten times as many
     * @param serialReference a number that the company has not used in a year, from 0; it has the places that the prefix
     *            leaves
     */
    public static Outcome<Sscc> of(String companyPrefix, int extension, BigInteger serialReference) {
        if (!PREFIX.matcher(companyPrefix).matches()) {
            return Outcome.refused(Refusal.of(Gs1Refusal.BAD_COMPANY_PREFIX, Shown.of(companyPrefix))
                .hint("It has 4 to 12 digits; your GS1 organisation has given it to you."));
        }
        if (extension < 0 || extension > 9) {
            return Outcome.refused(Refusal.of(Gs1Refusal.BAD_EXTENSION, extension).hint("Use a digit from 0 to 9."));
        }
        int places = LENGTH - 2 - companyPrefix.length();
        BigInteger largest = BigInteger.TEN.pow(places).subtract(BigInteger.ONE);
        if (serialReference.signum() < 0 || serialReference.compareTo(largest) > 0) {
            return Outcome.refused(Refusal
                .of(Gs1Refusal.BAD_SERIAL_REFERENCE, serialReference.toString(), companyPrefix, largest.toString())
                .hint("Use another extension digit and begin again at 0."));
        }
        String serial = serialReference.toString();
        String digits = extension + companyPrefix + "0".repeat(places - serial.length()) + serial;
        return Outcome.done(new Sscc(digits + Barcode.checkDigit(digits)));
    }

    /** The element that stands in a symbol. */
    public Element element() {
        return new Element(ApplicationIdentifier.SSCC, digits);
    }

    @Override
    public String toString() {
        return digits;
    }

}
