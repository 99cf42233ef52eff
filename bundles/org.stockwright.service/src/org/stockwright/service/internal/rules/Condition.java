package org.stockwright.service.internal.rules;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.service.internal.expression.Expression;

/** What a rule asks of one input. */
sealed interface Condition {

    /** Whether a value of its input can fit; of an expression, which may look at other inputs too, nobody knows. */
    boolean mayFit(Value value);

    /** Anything fits. */
    record Any() implements Condition {

        @Override
        public boolean mayFit(Value value) {
            return true;
        }

    }

    /** One of some values, or none of them. */
    record OneOf(Set<Value> values, boolean negated) implements Condition {

        /** Takes a copy, in order. */
        public OneOf {
            values = Collections.unmodifiableSet(new TreeSet<>(values));
        }

        @Override
        public boolean mayFit(Value value) {
            return values.contains(value) != negated;
        }

    }

    /** Between two ends, each of which may be missing and may belong to it. */
    record Between(Optional<Value> low, boolean lowIn, Optional<Value> high, boolean highIn) implements Condition {

        @Override
        public boolean mayFit(Value value) {
            int below = low.map(value::compareTo).orElse(1);
            int above = high.map(value::compareTo).orElse(-1);
            return (below > 0 || below == 0 && lowIn) && (above < 0 || above == 0 && highIn);
        }

    }

    /** An expression over all inputs. */
    record Formula(Expression expression) implements Condition {

        @Override
        public boolean mayFit(Value value) {
            return true;
        }

    }

}
