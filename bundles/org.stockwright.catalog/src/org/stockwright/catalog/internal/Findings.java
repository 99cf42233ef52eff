package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.base.StoredText;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.HandlingClass;

/** The refusals of one record, each at the field that it speaks of. */
final class Findings {

    private static final int INTEGER_DIGITS = 18;
    private static final int DECIMALS = 9;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Function<String, Place> places;
    private final List<Refusal> refusals = new ArrayList<>();

    /** Nothing found yet. */
    Findings(Function<String, Place> places) {
        this.places = places;
    }

    /** All of them, in the order in which they were found. */
    List<Refusal> refusals() {
        return refusals;
    }

    boolean isClean() {
        return refusals.isEmpty();
    }

    void add(String field, Refusal refusal) {
        refusals.add(refusal.at(places.apply(field)));
    }

    /** The value, or {@code null} after its refusals were added. */
    <T> T take(String field, Outcome<T> outcome) {
        outcome.refusals().forEach(refusal -> add(field, refusal));
        return outcome.isDone() ? outcome.value() : null;
    }

    /** A code: there, short enough, without blanks at its ends and without control characters. */
    void code(String field, String text, int longest) {
        if (text.isBlank()) {
            missing(field);
        } else if (text.length() > longest) {
            tooLong(field, longest);
        } else if (!text.equals(text.strip()) || text.chars().anyMatch(Character::isISOControl)
            || !StoredText.isSound(text)) {
            add(field, Refusal.of(CatalogRefusal.BAD_CODE, text.replaceAll("\\p{Cntrl}", "?"))
                .hint("Leave out blanks at its ends, tabs and line breaks."));
        }
    }

    /** A text that must be there. */
    void required(String field, String text, int longest) {
        if (text.isBlank()) {
            missing(field);
        } else {
            optional(field, text, longest);
        }
    }

    /** A text that may be empty. */
    void optional(String field, String text, int longest) {
        if (text.length() > longest) {
            tooLong(field, longest);
        } else if (!StoredText.isSound(text)) {
            add(field, Refusal.of(CatalogRefusal.BAD_TEXT, field)
                .hint("Type it again without the character that shows as a box or not at all."));
        }
    }

    private void missing(String field) {
        add(field, Refusal.of(CatalogRefusal.MISSING, field).hint("Enter it."));
    }

    private void tooLong(String field, int longest) {
        add(field, Refusal.of(CatalogRefusal.TOO_LONG, field, longest).hint("Shorten it."));
    }

    /** An amount that is not negative and that the book can hold: 18 digits before and 9 behind the decimal point. */
    void amount(String field, BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        if (stripped.signum() < 0) {
            outOfRange(field, amount, "0 or more");
        } else if ((long) stripped.precision() - stripped.scale() > INTEGER_DIGITS) {
            outOfRange(field, amount, "shorter: at most " + INTEGER_DIGITS + " digits before the decimal point");
        } else if (stripped.scale() > DECIMALS) {
            outOfRange(field, amount, "shorter: at most " + DECIMALS + " decimals");
        }
    }

    /** A class of handling as it is stored; empty after a finding. */
    String handlingClass(String field, String text) {
        String word = take(field, HandlingClass.parse(field, text));
        return word == null ? "" : word;
    }

    /** An amount that may be missing, without trailing zeros; nothing after a finding. */
    Optional<BigDecimal> amount(String field, Optional<BigDecimal> amount) {
        int before = refusals.size();
        amount.ifPresent(given -> amount(field, given));
        return refusals.size() > before ? Optional.empty() : amount.map(Numbers::plain);
    }

    /** The two letters of a country, in capitals; may be empty. */
    String country(String field, String text) {
        String country = text.strip().toUpperCase(Locale.ROOT);
        if (!country.isEmpty() && !COUNTRIES.contains(country)) {
            add(field, Refusal.of(CatalogRefusal.UNKNOWN_VALUE, text, "country")
                .hint("Use the two letters of ISO 3166, such as DE."));
        }
        return country;
    }

    void outOfRange(String field, Object value, String allowed) {
        String shown = String.valueOf(value);
        add(field, Refusal.of(CatalogRefusal.OUT_OF_RANGE, field,
            shown.length() > 40 ? shown.substring(0, 40) + "…" : shown, allowed));
    }

}
