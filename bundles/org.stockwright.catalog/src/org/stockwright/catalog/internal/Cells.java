package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Decimals;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.exchange.spi.FileWords;
import org.stockwright.exchange.spi.ImportRow;

/** The cells of a row as values. A cell that is none is a finding at its column, and reads as empty. */
final class Cells {

    private final ImportRow row;
    private final Findings findings;

    Cells(ImportRow row) {
        this.row = row;
        this.findings = new Findings(row::at);
    }

    ImportRow row() {
        return row;
    }

    /** What was found so far; more may be added. */
    Findings findings() {
        return findings;
    }

    /** A text, if the cell is not empty. */
    Optional<String> text(String column) {
        return row.has(column) ? Optional.of(row.get(column)) : Optional.empty();
    }

    /** A text that must be there; empty when it is not, which is a finding. */
    String required(String column) {
        if (!row.has(column)) {
            findings.add(column, Refusal.of(CatalogRefusal.MISSING, column).hint("Fill the cell."));
        }
        return row.get(column);
    }

    /** Costs may not be set by somebody who may not see them; what is stored stays as it is. */
    void refuseCosts(Costs costs, String... columns) {
        for (String column : columns) {
            text(column).flatMap(text -> costs.refusal()).ifPresent(refusal -> findings.add(column, refusal));
        }
    }

    /** A decimal number. */
    Optional<BigDecimal> decimal(String column) {
        return text(column).map(text -> findings.take(column, Decimals.parse(text)));
    }

    /** A whole number. */
    Optional<Integer> whole(String column) {
        return decimal(column).flatMap(number -> {
            try {
                return Optional.of(number.intValueExact());
            } catch (ArithmeticException e) {
                findings.outOfRange(column, row.get(column), "a whole number below 2147483648");
                return Optional.empty();
            }
        });
    }

    /** A day, as ISO 8601 writes it. */
    Optional<LocalDate> day(String column) {
        return text(column).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                // what it is instead is told by the text itself
                findings.add(column, Refusal.of(CatalogRefusal.UNKNOWN_VALUE, text, "day")
                    .hint("Write it as 2026-01-31."));
                return Optional.empty();
            }
        });
    }

    /** Yes or no. */
    Optional<Boolean> flag(String column) {
        return text(column).flatMap(text -> {
            Boolean flag = FileWords.YES_OR_NO.get(text.toLowerCase(Locale.ROOT));
            if (flag == null) {
                unknown(column, text, "yes or no", List.of("true", "false", "yes", "no"));
            }
            return Optional.ofNullable(flag);
        });
    }

    /** One of the words of an enumeration, in lower or upper case, with {@code -} or {@code _} inside. */
    <E extends Enum<E>> Optional<E> word(String column, Class<E> type) {
        return text(column).flatMap(text -> constant(column, text, type));
    }

    /** Words of an enumeration with {@code |} between them. */
    <E extends Enum<E>> Set<E> words(String column, Class<E> type) {
        Set<E> words = new LinkedHashSet<>();
        list(column).forEach(text -> constant(column, text, type).ifPresent(words::add));
        return words;
    }

    private <E extends Enum<E>> Optional<E> constant(String column, String text, Class<E> type) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        unknown(column, text, column, Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList());
        return Optional.empty();
    }

    /** Texts with {@code |} between them; blanks around them and empty ones do not count. */
    List<String> list(String column) {
        return Arrays.stream(row.get(column).split("\\|")).map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    /** An ISO 4217 currency. */
    Optional<Currency> currency(String column) {
        return text(column).flatMap(text -> {
            String code = text.toUpperCase(Locale.ROOT);
            Optional<Currency> known = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code)).findFirst();
            if (known.isEmpty()) {
                findings.add(column, Refusal.of(CatalogRefusal.UNKNOWN_VALUE, text, "currency")
                    .hint("Use the three letters of ISO 4217, such as EUR."));
            }
            return known;
        });
    }

    private void unknown(String column, String text, String what, List<String> known) {
        findings.add(column, Refusal.of(CatalogRefusal.UNKNOWN_VALUE, text, what)
            .hint(Nearest.hint(text, known, "Known are " + String.join(", ", known) + ".")));
    }

}
