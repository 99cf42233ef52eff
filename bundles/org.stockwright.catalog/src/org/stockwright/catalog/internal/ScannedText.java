package org.stockwright.catalog.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.base.Barcode;
import org.stockwright.base.Outcome;

/**
 * A text as a scanner or a keyboard sent it: with or without the AIM symbology identifier ({@code ]C1}, {@code ]d2},
 * {@code ]Q3}, {@code ]e0}, {@code ]E0} …), a plain number or a GS1 element string that begins with the GTIN.
 *
 * @param plain without the identifier
 * @param barcode the barcode in it, or why it is none
 */
record ScannedText(String plain, Outcome<Barcode> barcode) {

    /** The longest text that may stand for an item. */
    static final int LONGEST = 200;

    private static final Pattern IDENTIFIER = Pattern.compile("^\\][A-Za-z][0-9A-Za-z]");
    /** GS1 General Specifications: application identifiers 01 (GTIN) and 02 (GTIN of what is contained). */
    private static final Pattern GTIN = Pattern.compile("^\\u001d?\\(?0[12]\\)?(\\d{14})(?:\\D.*|\\d{2}.*|)$");

    static ScannedText of(String text) {
        String stripped = text.strip();
        Matcher identifier = IDENTIFIER.matcher(stripped);
        String plain = identifier.find() ? stripped.substring(identifier.end()) : stripped;
        return new ScannedText(plain, elementString(plain).orElseGet(() -> Barcode.parse(plain)));
    }

    /** The GTIN of an element string: sixteen digits and more, of which the last of the GTIN is its check digit. */
    private static Optional<Outcome<Barcode>> elementString(String plain) {
        Matcher gtin = GTIN.matcher(plain);
        return gtin.matches() ? Optional.of(Barcode.parse(gtin.group(1))).filter(Outcome::isDone) : Optional.empty();
    }

}
