package org.stockwright.service.internal.expression;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.MapContext;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.ServiceRefusal;

/**
 * An expression of an expert: arithmetic, comparisons, logic, {@code a ? b : c}, {@code min(a, b)} and {@code max(a, b)} over
 * named values. It knows no class, no method, no other function, no loop, no assignment and no regular expression; all numbers are
 * exact decimals; it runs on the thread that asks and ends itself after {@value #MOST_MILLIS} ms of work. Thread-safe.
 */
public final class Expression {

    /** The most characters of one. */
    public static final int LONGEST = 2_000;
    /** How long it may run, in milliseconds of its thread's own time: what else the machine does is none of its business. */
    public static final long MOST_MILLIS = 200;

    private static final int DEEPEST = 40;
    private static final Deadline DEADLINE = new Deadline(System::nanoTime,
        ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    private static final JexlEngine ENGINE = engine(DEADLINE);

    static {
        // loads the classes of the engine: that is not the time of the first expression
        ENGINE.createExpression("1.0B < 2.0B and true ? 1.0B + 2.0B : 2.0B").evaluate(new MapContext());
    }

    private final String text;
    private final Set<String> used;
    private final List<String> names;
    private final JexlExpression script;
    private final Deadline deadline;

    private Expression(String text, Set<String> used, List<String> names, JexlExpression script, Deadline deadline) {
        this.text = text;
        this.used = Set.copyOf(used);
        this.names = names;
        this.script = script;
        this.deadline = deadline;
    }

    private static JexlEngine engine(Deadline deadline) {
        return new JexlBuilder().features(JexlFeatures.createNone().comparatorNames(true))
            .permissions(JexlPermissions.NONE).arithmetic(new ExactArithmetic(deadline)).strict(true).silent(false)
            .safe(false).antish(false).cache(0).create();
    }

    /** Whether columns may be called so: no word of the language. */
    public static boolean isFree(String name) {
        return !Tokens.isWord(name);
    }

    /**
     * Reads an expression.
     *
     * @param names the values that it may use
     */
    public static Outcome<Expression> read(String text, Collection<String> names) {
        return read(text, names, ENGINE, DEADLINE);
    }

    /** The same by another clock, for tests. */
    static Outcome<Expression> read(String text, Collection<String> names, Deadline deadline) {
        return read(text, names, engine(deadline), deadline);
    }

    private static Outcome<Expression> read(String text, Collection<String> names, JexlEngine engine,
        Deadline deadline) {
        List<String> known = List.copyOf(names);
        Tokens tokens = new Tokens(text, known, LONGEST, DEEPEST);
        Optional<Refusal> problem = tokens.problem();
        if (problem.isPresent()) {
            return Outcome.refused(problem.get());
        }
        try {
            return Outcome.done(new Expression(text, tokens.used(), known,
                engine.createExpression(tokens.engineText()), deadline));
        } catch (JexlException e) {
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_EXPRESSION, text)
                .hint("Look for an operator or a bracket that is missing or too many."));
        }
    }

    /** As it was typed. */
    public String text() {
        return text;
    }

    /** The values that it uses. */
    public Set<String> used() {
        return used;
    }

    /**
     * Its number.
     *
     * @param values by name: {@link BigDecimal}, {@link String}, {@link Boolean} or {@link java.time.LocalDate}
     */
    public Outcome<BigDecimal> number(Map<String, Object> values) {
        return run(values).then(result -> result instanceof BigDecimal number ? Outcome.done(number)
            : Outcome.refused(Refusal.of(ServiceRefusal.NOT_A_NUMBER, text, result)
                .hint("Let both sides of each : be numbers.")));
    }

    /** Whether it holds. */
    public Outcome<Boolean> holds(Map<String, Object> values) {
        return run(values).then(result -> result instanceof Boolean truth ? Outcome.done(truth)
            : Outcome.refused(Refusal.of(ServiceRefusal.NOT_YES_OR_NO, text, result)
                .hint("Compare it with something, as in score > 5.")));
    }

    private Outcome<Object> run(Map<String, Object> values) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (used.contains(names.get(i)) && values.get(names.get(i)) != null) {
                variables.put(Tokens.variable(i), values.get(names.get(i)));
            }
        }
        deadline.begin(TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS));
        try {
            return Outcome.done(script.evaluate(new MapContext(variables)));
        } catch (Deadline.Passed e) {
            return tooSlow();
        } catch (JexlException | ArithmeticException e) {
            // the engine wraps what arithmetic throws in some places and not in others
            return e.getCause() instanceof Deadline.Passed ? tooSlow()
                : Outcome.refused(Refusal.of(ServiceRefusal.EXPRESSION_FAILED, text)
                    .hint("Check that nothing is divided by zero and that no word is taken for a number."));
        } finally {
            deadline.end();
        }
    }

    private Outcome<Object> tooSlow() {
        return Outcome.refused(Refusal.of(ServiceRefusal.EXPRESSION_TOO_SLOW, text, MOST_MILLIS)
            .hint("Make it shorter, or split it."));
    }

}
