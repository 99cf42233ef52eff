package org.stockwright.service.internal.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

import org.apache.commons.jexl3.JexlArithmetic;

/**
 * Exact decimals: sums, differences, products and remainders have all their digits, quotients 34. Nothing is turned into
 * something else by itself: words are no numbers and numbers no truths; a day is compared with a day, which may be written as
 * words, and the difference of two days is a number of days. Each operation looks at the clock: no thread is needed to end one.
 */
final class ExactArithmetic extends JexlArithmetic {

    /** Products of many numbers grow; longer ones than this are nobody's. */
    private static final int MOST_DIGITS = 10_000;

    private final Deadline deadline;

    ExactArithmetic(Deadline deadline) {
        super(true, MathContext.DECIMAL128, Integer.MIN_VALUE);
        this.deadline = deadline;
    }

    private BigDecimal number(Object value) {
        deadline.check();
        if (value instanceof BigDecimal number && number.precision() <= MOST_DIGITS) {
            return number;
        }
        throw new ArithmeticException("not a number");
    }

    private Boolean truth(Object value) {
        deadline.check();
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new ArithmeticException("neither yes nor no");
    }

    @Override
    public Object add(Object left, Object right) {
        return number(left).add(number(right));
    }

    @Override
    public Object subtract(Object left, Object right) {
        if (left instanceof LocalDate || right instanceof LocalDate) {
            return BigDecimal.valueOf(ChronoUnit.DAYS.between(day(right), day(left)));
        }
        return number(left).subtract(number(right));
    }

    @Override
    public Object multiply(Object left, Object right) {
        return number(left).multiply(number(right));
    }

    @Override
    public Object divide(Object left, Object right) {
        return number(left).divide(number(right), MathContext.DECIMAL128);
    }

    @Override
    public Object mod(Object left, Object right) {
        return number(left).remainder(number(right));
    }

    @Override
    public Object negate(Object value) {
        return number(value).negate();
    }

    @Override
    public Object positivize(Object value) {
        return number(value);
    }

    @Override
    public boolean isNegateStable() {
        return true;
    }

    @Override
    public boolean isPositivizeStable() {
        return true;
    }

    @Override
    public Object not(Object value) {
        return !truth(value);
    }

    @Override
    public boolean toBoolean(Object value) {
        return truth(value);
    }

    @Override
    public boolean testPredicate(Object value) {
        return truth(value);
    }

    @Override
    public boolean equals(Object left, Object right) {
        return compared(left, right) == 0;
    }

    @Override
    public boolean strictEquals(Object left, Object right) {
        return compared(left, right) == 0;
    }

    @Override
    public boolean lessThan(Object left, Object right) {
        return ordered(left, right) < 0;
    }

    @Override
    public boolean lessThanOrEqual(Object left, Object right) {
        return ordered(left, right) <= 0;
    }

    @Override
    public boolean greaterThan(Object left, Object right) {
        return ordered(left, right) > 0;
    }

    @Override
    public boolean greaterThanOrEqual(Object left, Object right) {
        return ordered(left, right) >= 0;
    }

    private int ordered(Object left, Object right) {
        if (left instanceof Boolean) {
            throw new ArithmeticException("yes and no have no order");
        }
        return compared(left, right);
    }

    private int compared(Object left, Object right) {
        deadline.check();
        if (left instanceof LocalDate || right instanceof LocalDate) {
            return day(left).compareTo(day(right));
        }
        if (left instanceof Boolean one && right instanceof Boolean other) {
            return one.compareTo(other);
        }
        if (left instanceof String one && right instanceof String other) {
            return one.compareTo(other);
        }
        return number(left).compareTo(number(right));
    }

    private LocalDate day(Object value) {
        deadline.check();
        try {
            return value instanceof LocalDate day ? day : LocalDate.parse((String) value);
        } catch (ClassCastException | DateTimeParseException e) {
            throw (ArithmeticException) new ArithmeticException("not a day").initCause(e);
        }
    }

    @Override
    public Boolean contains(Object container, Object value) {
        throw new ArithmeticException("no patterns");
    }

    @Override
    public Iterable<?> createRange(Object from, Object to) {
        throw new ArithmeticException("no ranges");
    }

}
