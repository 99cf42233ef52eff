package org.stockwright.catalog.ui;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.base.Outcome.Done;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;

/**
 * Turns what was typed into forms and tables into what it stands for, and gathers what is wrong with it, each with its line
 * (from 1; 0 for a form's head) and column. Reads master data, so it runs in a job; used by one thread.
 */
@SuppressWarnings("nls")
public class TypedFields {

    private final Items items;
    private final List<Refusal> refusals = new ArrayList<>();

    /** Nothing is wrong yet. */
    public TypedFields(Items items) {
        this.items = items;
    }

    /** What is wrong so far; others may add to it. */
    public final List<Refusal> refusals() {
        return refusals;
    }

    /** Something is wrong with a field. */
    public final void refuse(Refusal refusal, int line, String column) {
        refusals.add(refusal.at(Place.field(line, column)));
    }

    /** What comes of it when nothing is wrong, or everything that is. */
    public final <T> Outcome<T> outcome(Supplier<Outcome<T>> value) {
        return refusals.isEmpty() ? value.get() : Outcome.refused(refusals);
    }

    /** The value, or nothing with its refusals at this field. */
    public final <T> Optional<T> take(Outcome<T> outcome, int line, String column) {
        if (outcome instanceof Done<T> done) {
            return Optional.of(done.value());
        }
        outcome.refusals().forEach(refusal -> refuse(refusal, line, column));
        return Optional.empty();
    }

    /** The item that was typed or scanned; it must be there. */
    public final Optional<Item> item(String text, int line, String column) {
        if (text.isBlank()) {
            refuse(Refusal.of(CatalogRefusal.MISSING, "The item").hint("Type or scan its code."), line, column);
            return Optional.empty();
        }
        return take(items.resolve(text), line, column).flatMap(match -> items.get(match.item()));
    }

    /** The item that was typed or scanned, if one was. */
    public final Optional<Item> itemIfAny(String text, int line, String column) {
        return text.isBlank() ? Optional.empty() : item(text, line, column);
    }

    /** The partner with a code; it must be there when it is needed. */
    public final Optional<Partner> partner(Partners partners, String code, boolean needed, int line, String column) {
        if (code.isBlank()) {
            if (needed) {
                refuse(Refusal.of(CatalogRefusal.MISSING, "The partner").hint("Type a part of its code or name."), line,
                    column);
            }
            return Optional.empty();
        }
        Optional<Partner> found = partners.byCode(code.strip());
        if (found.isEmpty()) {
            refuse(Refusal.of(CatalogRefusal.UNKNOWN_PARTNER, code.strip())
                .hint("Type a part of its name to choose from a list."), line, column);
        }
        return found;
    }

    /** The text that was typed; it must be there. */
    public final String needed(String text, String what, int line, String column) {
        if (text.isBlank()) {
            refuse(Refusal.of(CatalogRefusal.MISSING, what).hint("Fill the cell."), line, column);
        }
        return text.strip();
    }

    /** The number that was typed, if one was. */
    public final Optional<BigDecimal> number(String text, int line, String column) {
        return text.isBlank() ? Optional.empty() : take(Decimals.parse(text), line, column);
    }

    /** The number that was typed; it must be there. Zero when it is not. */
    public final BigDecimal numberNeeded(String text, String what, int line, String column) {
        return number(needed(text, what, line, column), line, column).orElse(BigDecimal.ZERO);
    }

    /** The whole number that was typed, if one was. */
    public final Optional<Integer> whole(String text, int line, String column) {
        return number(text, line, column).flatMap(number -> {
            try {
                return Optional.of(number.intValueExact());
            } catch (ArithmeticException e) {
                // what it is instead is told by the text itself
                refuse(Refusal.of(CatalogRefusal.UNKNOWN_VALUE, text.strip(), "whole number")
                    .hint("Leave the decimals out; it has at most nine digits."), line, column);
                return Optional.empty();
            }
        });
    }

    /** The currency that was typed, if one was. */
    public final Optional<Currency> currency(String text, int line, String column) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        String code = text.strip().toUpperCase(Locale.ROOT);
        Optional<Currency> known = Currency.getAvailableCurrencies().stream()
            .filter(one -> one.getCurrencyCode().equals(code)).findFirst();
        if (known.isEmpty()) {
            refuse(Refusal.of(CatalogRefusal.UNKNOWN_VALUE, text.strip(), "currency")
                .hint("Use the three letters of ISO 4217, such as EUR."), line, column);
        }
        return known;
    }

    /**
     * The day that was typed, if one was: {@code 2026-01-31}, {@code t} for today, {@code t+3} for three days later.
     *
     * @param today in the company's zone
     */
    public final Optional<LocalDate> day(String text, LocalDate today, int line, String column) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(day(text.strip(), today));
        } catch (DateTimeException e) {
            // what it is instead is told by the text itself
            refuse(Refusal.of(CatalogRefusal.UNKNOWN_VALUE, text.strip(), "day")
                .hint("Write it as 2026-01-31, t for today, or t+3 for three days later."), line, column);
            return Optional.empty();
        }
    }

    /**
     * The day that was typed.
     *
     * @param today the current day in the company's zone
     * @throws DateTimeException when it is no day
     */
    public static LocalDate day(String typed, LocalDate today) {
        if (typed.matches("t([+-]\\d{1,4})?")) {
            return typed.length() == 1 ? today : today.plusDays(Long.parseLong(typed.substring(1)));
        }
        return LocalDate.parse(typed);
    }

}
