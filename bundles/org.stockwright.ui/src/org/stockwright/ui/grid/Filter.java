package org.stockwright.ui.grid;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;

/**
 * What a text in the filter row means: {@code bolt} is in it, {@code =bolt} it is, {@code <>bolt} it is not,
 * {@code >5}, {@code >=5}, {@code <5}, {@code <=5} compare (numbers by value, other columns by their text),
 * {@code =} alone it is empty, {@code <>} alone it is not. Several conditions are separated by {@code &}.
 */
@SuppressWarnings("nls")
public final class Filter {

    private enum Operator {

        AT_LEAST(">="),
        AT_MOST("<="),
        OTHER("<>"),
        MORE(">"),
        LESS("<"),
        IS("=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        private boolean holds(int comparison) {
            return switch (this) {
                case AT_LEAST -> comparison >= 0;
                case AT_MOST -> comparison <= 0;
                case OTHER -> comparison != 0;
                case MORE -> comparison > 0;
                case LESS -> comparison < 0;
                case IS -> comparison == 0;
            };
        }
    }

    private Filter() {
    }

    /** Whether a row passes what was typed below a column. */
    public static <T> Predicate<T> of(Column<T> column, String typed) {
        Predicate<T> all = row -> true;
        for (String part : typed.split("&")) {
            String condition = part.strip();
            if (!condition.isEmpty()) {
                all = all.and(condition(column, condition));
            }
        }
        return all;
    }

    private static <T> Predicate<T> condition(Column<T> column, String condition) {
        for (Operator operator : Operator.values()) {
            if (condition.startsWith(operator.sign)) {
                return compared(column, operator, condition.substring(operator.sign.length()).strip());
            }
        }
        String wanted = condition.toLowerCase(Locale.ROOT);
        return row -> column.text(row).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static <T> Predicate<T> compared(Column<T> column, Operator operator, String operand) {
        Outcome<BigDecimal> number = column.isNumber() ? Decimals.parse(operand) : null;
        if (number != null && number.isDone()) {
            BigDecimal wanted = number.value();
            return row -> {
                Optional<BigDecimal> amount = column.amount(row);
                return amount.isPresent() && operator.holds(amount.get().compareTo(wanted));
            };
        }
        return row -> operator.holds(column.text(row).compareToIgnoreCase(operand));
    }

}
