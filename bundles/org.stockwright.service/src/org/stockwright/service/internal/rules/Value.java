package org.stockwright.service.internal.rules;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.stockwright.base.StoredText;
import org.stockwright.service.DecisionTable.Type;

/**
 * A value of a decision table. Values of one type have an order; those of numbers and days are intervals' ends.
 *
 * @param type what it is
 * @param value a {@link BigDecimal} without trailing zeros, a {@link String}, a {@link Boolean} or a {@link LocalDate}
 */
record Value(Type type, Comparable<?> value) implements Comparable<Value> {

    /** The most characters of words. */
    static final int LONGEST = 500;
    /** Longer numbers than this are nobody's. */
    private static final int MOST_DIGITS = 40;
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** The value of a text; empty when it is none of this type. */
    static Optional<Value> of(Type type, String text) {
        String plain = text.strip();
        return switch (type) {
            case NUMBER -> number(plain);
            case TEXT -> words(plain);
            case YES_NO -> switch (plain.toLowerCase(Locale.ROOT)) {
                case "yes" -> Optional.of(new Value(type, Boolean.TRUE));
                case "no" -> Optional.of(new Value(type, Boolean.FALSE));
                default -> Optional.empty();
            };
            case DATE -> day(plain);
        };
    }

    /** Words in one form: letters with marks are the same however they were typed. */
    private static Optional<Value> words(String text) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFC);
        boolean sound = !words.isEmpty() && words.length() <= LONGEST && StoredText.isSound(words)
            && words.chars().noneMatch(Character::isISOControl);
        return sound ? Optional.of(new Value(Type.TEXT, words)) : Optional.empty();
    }

    private static Optional<Value> number(String text) {
        if (text.length() > MOST_DIGITS || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        return Optional
            .of(new Value(Type.NUMBER, number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()));
    }

    private static Optional<Value> day(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Value(Type.DATE, LocalDate.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether no value lies between this one and a later one: only of days, which are counted. */
    boolean isJustBefore(Value later) {
        return value instanceof LocalDate day && day.plusDays(1).equals(later.value);
    }

    @Override
    public int compareTo(Value other) {
        return switch (value) {
            case BigDecimal number -> number.compareTo((BigDecimal) other.value);
            case LocalDate day -> day.compareTo((LocalDate) other.value);
            case Boolean yes -> yes.compareTo((Boolean) other.value);
            default -> ((String) value).compareTo((String) other.value);
        };
    }

    /** As it is written in tables. */
    String text() {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case Boolean yes -> yes ? "yes" : "no";
            default -> value.toString();
        };
    }

}
