package org.stockwright.service.internal.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);
    private static final String OTHER = "other";
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
        return Optional.of(of(new BigDecimal(text)));
    }

    /** The value of a number. */
    static Value of(BigDecimal number) {
        return new Value(Type.NUMBER, number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
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

    /**
     * A value between two others, neither of which it is, or below or above one when the other is missing: of numbers a whole one
     * where there is one.
     *
     * @return empty when there is none, as between two days that follow each other
     */
    static Optional<Value> between(Type type, Optional<Value> low, Optional<Value> high) {
        return type == Type.DATE
            ? dayBetween(low.map(one -> (LocalDate) one.value), high.map(one -> (LocalDate) one.value))
            : Optional.of(of(numberBetween(low.map(one -> (BigDecimal) one.value),
                high.map(one -> (BigDecimal) one.value))));
    }

    private static Optional<Value> dayBetween(Optional<LocalDate> low, Optional<LocalDate> high) {
        LocalDate day = low.map(one -> one.plusDays(1)).or(() -> high.map(one -> one.minusDays(1))).orElse(SOME_DAY);
        boolean between = !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)
            && high.map(day::isBefore).orElse(Boolean.TRUE);
        return between ? Optional.of(new Value(Type.DATE, day)) : Optional.empty();
    }

    private static BigDecimal numberBetween(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        if (low.isEmpty() || high.isEmpty()) {
            return low.map(one -> one.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE))
                .or(() -> high.map(one -> one.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE)))
                .orElse(BigDecimal.ZERO);
        }
        BigDecimal middle = low.get().add(high.get()).multiply(HALF);
        BigDecimal whole = middle.setScale(0, RoundingMode.FLOOR);
        return whole.compareTo(low.get()) > 0 ? whole : middle;
    }

    /** Words that are none of some others. */
    static Value wordsBut(Set<Value> others) {
        int number = 1;
        Value words = new Value(Type.TEXT, OTHER);
        while (others.contains(words)) {
            number++;
            words = new Value(Type.TEXT, OTHER + " " + number);
        }
        return words;
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
