package org.stockwright.service.internal.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** What expressions can say, and that their numbers are exact. */
class ExpressionTest {

    private static final Map<String, Object> VALUES = Map.of("a", new BigDecimal("7"), "b", new BigDecimal("0.1"), "w",
        "word", "yes_it_is", Boolean.TRUE, "day", LocalDate.of(2026, 3, 1), "größe", new BigDecimal("180"));

    private static Outcome<BigDecimal> number(String text) {
        return Expression.read(text, VALUES.keySet()).then(expression -> expression.number(VALUES));
    }

    private static boolean holds(String text) {
        return Expression.read(text, VALUES.keySet()).then(expression -> expression.holds(VALUES)).value();
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusals().getFirst().code().name();
    }

    @Test
    void decimalsAreExact() {
        assertThat(holds("b + 0.2 == 0.3")).isTrue();
        assertThat(number("1 / 3").value()).isEqualTo(new BigDecimal("0.3333333333333333333333333333333333"));
        assertThat(number("12345678901234567890.123456789 * 10000000000000000000.1").value())
            .isEqualByComparingTo(new BigDecimal("12345678901234567890.123456789")
                .multiply(new BigDecimal("10000000000000000000.1")));
        assertThat(number("7 % 2.5").value()).isEqualByComparingTo("2");
        assertThat(number("-a + 2 * (3 - b)").value()).isEqualByComparingTo("-1.2");
        assertThat(number("a div 2 - a mod 2").value()).isEqualByComparingTo("2.5");
        assertThat(holds("1.0 == 1.000")).isTrue();
    }

    @Test
    void logicComparisonsChoicesWordsAndDays() {
        assertThat(holds("a > 5 and not (w == 'x') or false")).isTrue();
        assertThat(holds("a gt 5 && w ne \"x\" && yes_it_is == yes")).isTrue();
        assertThat(holds("!yes_it_is || a <= 7")).isTrue();
        assertThat(number("a > 5 ? a > 6 ? 3 : 2 : 1").value()).isEqualByComparingTo("3");
        assertThat(number("yes_it_is ? 10 : 20").value()).isEqualByComparingTo("10");
        assertThat(holds("day > '2026-02-28' and day == '2026-03-01'")).isTrue();
        assertThat(number("day - '2026-02-01'").value()).isEqualByComparingTo("28");
        assertThat(number("größe / 100").value()).isEqualByComparingTo("1.8");
        assertThat(holds("w == 'größe > 5 and 3'")).isFalse();
    }

    @Test
    void nothingIsTurnedIntoSomethingElse() {
        for (String text : List.of("w + 1", "'5' + 1", "w > 5", "a == w", "yes_it_is + 1", "a and yes_it_is",
            "a ? 1 : 2",
            "not a", "-w", "yes_it_is > no", "day + 1", "day > 'soon'", "1 / 0", "a % 0", "w + w")) {
            Outcome<Expression> read = Expression.read(text, VALUES.keySet());
            assertThat(read.refusals()).as(text).isEmpty();
            assertThat(code(read.value().number(VALUES))).as(text).isEqualTo("EXPRESSION_FAILED");
        }
        assertThat(code(number("a > 5"))).isEqualTo("NOT_A_NUMBER");
        assertThat(code(Expression.read("a + 1", VALUES.keySet()).value().holds(VALUES))).isEqualTo("NOT_YES_OR_NO");
        assertThat(code(Expression.read("a + 1", List.of("a")).value().number(Map.of())))
            .as("a value that is not there").isEqualTo("EXPRESSION_FAILED");
    }

    @Test
    void theLeastAndTheGreatestOfSomeValues() {
        assertThat(number("min(a, 5)").value()).isEqualByComparingTo("5");
        assertThat(number("max(a, 5)").value()).isEqualByComparingTo("7");
        assertThat(number("max ( 1, a + 1, 3 ) * 2 - min(9, 8, 7.5)").value()).isEqualByComparingTo("8.5");
        assertThat(number("-max(min(a, 10), min((a - 2) * 2, 4)) % 4").value()).isEqualByComparingTo("-3");
        assertThat(holds("min(day, '2026-02-28') == '2026-02-28' and max(w, 'a,b(c') == w")).isTrue();
        assertThat(holds("max(a > 5 ? 1 : 2, 0) == 1")).isTrue();
        assertThat(Expression.read("min(a, b) + max(w, w)", VALUES.keySet()).value().used())
            .containsExactlyInAnyOrder("a", "b", "w");
        assertThat(Expression.read("min + 1", List.of("min")).value().number(Map.of("min", BigDecimal.TWO)).value())
            .as("a column").isEqualByComparingTo("3");
        for (String text : List.of("min(a)", "min()", "min(a,)", "min(,a)", "min(a, b", "min(a, (b)", "a, b",
            "(a, b)", "min(a, b) c", "max(a b, 1)", "min(a, b))", "min (a, b), c", "min a, b", "MIN(a, b)",
            "min(max(a), b)", "w.min(a, b)", "min.max(a, b)", "min(a, b)(a, b)", "min('a, b')")) {
            assertThat(Expression.read(text, List.of("a", "b", "w")).isDone()).as(text).isFalse();
        }
        assertThat(code(number("min(nobody, a)"))).isEqualTo("UNKNOWN_NAME");
        assertThat(code(number("nobody(a, b)"))).isEqualTo("BAD_EXPRESSION");
        assertThat(code(number("max(a, w)"))).isEqualTo("EXPRESSION_FAILED");
        assertThat(code(number("max(yes_it_is, no)"))).isEqualTo("EXPRESSION_FAILED");
        String nested = "min(".repeat(30) + "a" + ", 1)".repeat(30);
        assertThat(code(number(nested))).isEqualTo("EXPRESSION_TOO_DEEP");
        assertThat(code(number("max(" + "a, ".repeat(300) + "a)"))).isEqualTo("EXPRESSION_TOO_DEEP");
        assertThat(number("min(max(a, 3), min(b, 4, 5))").value()).isEqualByComparingTo("0.1");
    }

    @Test
    void namesAreThoseThatWereGiven() {
        assertThat(code(Expression.read("c + v0", List.of("a")))).isEqualTo("UNKNOWN_NAME");
        assertThat(Expression.read("c + v0", List.of("a")).refusals().getFirst().sentence())
            .isEqualTo("Nobody knows what c, v0 is");
        assertThat(Expression.read("b + a + b", List.of("a", "b", "c")).value().used()).containsExactlyInAnyOrder("a",
            "b");
    }

    @Test
    void timeIsCutWithoutAThread() {
        AtomicLong now = new AtomicLong();
        LongSupplier clock = () -> now.addAndGet(TimeUnit.MILLISECONDS.toNanos(50));
        Deadline slow = new Deadline(clock, clock);
        Expression chain = Expression.read("a + a + a + a + a + a + a + a", List.of("a"), slow).value();
        assertThat(code(chain.number(VALUES))).isEqualTo("EXPRESSION_TOO_SLOW");
        assertThat(code(Expression.read("a > 1 and a > 2 and a > 3 and a > 4 and a > 5", List.of("a"), slow).value()
            .holds(VALUES))).isEqualTo("EXPRESSION_TOO_SLOW");
        assertThat(Expression.read("a + 1", List.of("a"), slow).value().number(VALUES).value())
            .as("the next one has its own time").isEqualByComparingTo("8");
        Deadline busy = new Deadline(clock, () -> 0);
        assertThat(Expression.read("a + a + a + a + a + a + a + a", List.of("a"), busy).value().number(VALUES).value())
            .as("time in which the machine does something else").isEqualByComparingTo("56");
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).noneMatch("Expression"::equals);
    }

    /** A number that the machine is busy with for longer than an expression has. */
    private static final class Waiting extends BigDecimal {

        private static final long serialVersionUID = 1;

        Waiting(String text) {
            super(text);
        }

        @Override
        public int precision() {
            try {
                Thread.sleep(2 * Expression.MOST_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return super.precision();
        }

    }

    @Test
    void whatElseTheMachineDoesIsNotItsTime() {
        assertThat(number("1 + 1").value()).isEqualByComparingTo("2");
        assertThat(Expression.read("a + 1", List.of("a")).value().number(Map.of("a", new Waiting("7"))).value())
            .isEqualByComparingTo("8");
    }

    @Test
    void theLongestOnesFitASmallStack() throws InterruptedException {
        String chain = "a" + " + a".repeat(199);
        String logic = "a > 1" + " and a > 1".repeat(99);
        AtomicReference<Object> result = new AtomicReference<>();
        Thread small = new Thread(null, () -> {
            try {
                result.set(List.of(number(chain).value(),
                    Expression.read(logic, VALUES.keySet()).value().holds(VALUES).value()));
            } catch (StackOverflowError e) {
                result.set(e);
            }
        }, "small", 256 * 1024);
        small.start();
        small.join();
        assertThat(result.get()).isEqualTo(List.of(new BigDecimal("1400"), true));
        assertThat(code(Expression.read("a" + " + a".repeat(200), VALUES.keySet()))).isEqualTo("EXPRESSION_TOO_DEEP");
    }

}
