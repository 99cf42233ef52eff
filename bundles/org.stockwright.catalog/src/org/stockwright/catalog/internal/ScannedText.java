package org.stockwright.catalog.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.base.Barcode;
import org.stockwright.base.Outcome;
import org.stockwright.base.gs1.ElementString;
import org.stockwright.base.gs1.Gs1Refusal;

/**
 * A text as a scanner or a keyboard sent it: with or without the AIM symbology identifier ({@code ]C1}, {@code ]d2},
 * {@code ]Q3}, {@code ]e0}, {@code ]E0} …), a plain number, a code of our own or a GS1 element string.
 *
 * @param plain without the identifier
 * @param elements what it says as an element string, or why it is none
 * @param gtin the GTIN of the element string, also when the rest of it cannot be read
 * @param barcode the barcode in it, or why it is none
 */
record ScannedText(String plain, Outcome<ElementString> elements, Optional<Barcode> gtin, Outcome<Barcode> barcode) {

    /** The longest text that may stand for an item and is no element string. */
    private static final int LONGEST = 200;

    private static final Pattern IDENTIFIER = Pattern.compile("^\\][A-Za-z][0-9A-Za-z]");

    static ScannedText of(String text) {
        String stripped = text.strip();
        Matcher identifier = IDENTIFIER.matcher(stripped);
        String plain = identifier.find() ? stripped.substring(identifier.end()) : stripped;
        Outcome<ElementString> elements = ElementString.parse(text);
        Optional<Barcode> gtin = elements.isDone() ? elements.value().gtin().or(elements.value()::contained)
            : ElementString.gtinAtStart(text);
        return new ScannedText(plain, elements, gtin,
            gtin.map(Outcome::done).orElseGet(() -> Barcode.parse(plain)));
    }

    /** Whether it can stand for an item at all. */
    boolean isUsable() {
        return !plain.isEmpty() && (plain.length() <= LONGEST || elements.isDone());
    }

    /** Whether the scan says that it is an element string. */
    boolean isElementString() {
        return elements.isDone() || elements.refusals().stream().map(refusal -> (Object) refusal.code())
            .noneMatch(code -> code == Gs1Refusal.NOT_AN_ELEMENT_STRING || code == Gs1Refusal.TOO_LONG);
    }

}
