package org.stockwright.service.internal.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Type;

/**
 * The classes into which the conditions of a column part the values of its input: each condition fits all values of a class or
 * none, so that a table is checked by looking at one representative of each. Of classes that are the same to all conditions the
 * first one stands for all. An expression may fit any of them.
 */
final class Classes {

    private Classes() {
    }

    /**
     * A class of values.
     *
     * @param text how people read it
     * @param example one of its values
     * @param fitting the conditions that fit, from 0
     */
    record Class(String text, Value example, BitSet fitting) {
    }

    /** The classes of a column. */
    static List<Class> of(Input input, List<Condition> column) {
        if (!input.choices().isEmpty()) {
            return named(column, input.choices().stream().map(choice -> Value.of(input.type(), choice).orElseThrow())
                .toList(), Optional.empty());
        }
        return switch (input.type()) {
            case NUMBER, DATE -> intervals(input.type(), column);
            case YES_NO -> named(column, List.of(Value.of(Type.YES_NO, "yes").orElseThrow(),
                Value.of(Type.YES_NO, "no").orElseThrow()), Optional.empty());
            case TEXT -> {
                SortedSet<Value> mentioned = mentioned(column);
                yield named(column, List.copyOf(mentioned), Optional.of(Value.wordsBut(mentioned)));
            }
        };
    }

    /** How often a condition is compared with a value when the classes of a column are made. */
    static long effort(Input input, List<Condition> column) {
        long values = input.choices().isEmpty() ? 2L * mentioned(column).size() + 1 : input.choices().size();
        return values * column.size();
    }

    private static TreeSet<Value> mentioned(List<Condition> column) {
        TreeSet<Value> values = new TreeSet<>();
        for (Condition condition : column) {
            switch (condition) {
                case Condition.Any any -> {
                    // mentions nothing
                }
                case Condition.Formula formula -> {
                    // whatever it mentions is looked at when it runs
                }
                case Condition.OneOf some -> values.addAll(some.values());
                case Condition.Between between -> {
                    between.low().ifPresent(values::add);
                    between.high().ifPresent(values::add);
                }
            }
        }
        return values;
    }

    /** Values by themselves and, with an example of it, whatever is none of them. */
    private static List<Class> named(List<Condition> column, List<Value> values, Optional<Value> others) {
        Map<BitSet, Class> result = new LinkedHashMap<>();
        values.forEach(value -> result.computeIfAbsent(fitting(column, value),
            fitting -> new Class(value.text(), value, fitting)));
        others.ifPresent(other -> result.computeIfAbsent(fitting(column, other),
            fitting -> new Class(values.isEmpty() ? "anything" : "anything else", other, fitting)));
        return List.copyOf(result.values());
    }

    private static BitSet fitting(List<Condition> column, Value value) {
        BitSet fitting = new BitSet(column.size());
        for (int i = 0; i < column.size(); i++) {
            fitting.set(i, column.get(i).mayFit(value));
        }
        return fitting;
    }

    /** Values between two ends, each of which may be missing and may belong to it. */
    private record Span(Optional<Value> low, boolean lowIn, Optional<Value> high, boolean highIn, Value example,
        BitSet fitting) {

        Span upTo(Span next) {
            return new Span(low, lowIn, next.high, next.highIn, example, fitting);
        }

        Class asClass() {
            return new Class(text(), example, fitting);
        }

        private String text() {
            if (low.isEmpty() || high.isEmpty()) {
                return low.map(value -> (lowIn ? ">= " : "> ") + value.text())
                    .or(() -> high.map(value -> (highIn ? "<= " : "< ") + value.text())).orElse("anything");
            }
            return low.equals(high) ? low.get().text()
                : (lowIn ? "[" : "(") + low.get().text() + ".." + high.get().text() + (highIn ? "]" : ")");
        }

    }

    /**
     * Below the least value that is mentioned, each of them, and between two that follow each other, where there is a value;
     * neighbours that are the same to all conditions are one.
     */
    private static List<Class> intervals(Type type, List<Condition> column) {
        List<Span> spans = new ArrayList<>();
        Optional<Value> before = Optional.empty();
        for (Value value : mentioned(column)) {
            add(spans, gap(type, column, before, Optional.of(value)));
            add(spans, Optional.of(
                new Span(Optional.of(value), true, Optional.of(value), true, value, fitting(column, value))));
            before = Optional.of(value);
        }
        add(spans, gap(type, column, before, Optional.empty()));
        Map<BitSet, Class> result = new LinkedHashMap<>();
        spans.forEach(span -> result.putIfAbsent(span.fitting(), span.asClass()));
        return List.copyOf(result.values());
    }

    private static void add(List<Span> spans, Optional<Span> next) {
        if (next.isEmpty()) {
            return;
        }
        if (!spans.isEmpty() && spans.getLast().fitting().equals(next.get().fitting())) {
            spans.set(spans.size() - 1, spans.getLast().upTo(next.get()));
        } else {
            spans.add(next.get());
        }
    }

    /** What lies between two values that follow each other, if anything does: an example fits as all of it. */
    private static Optional<Span> gap(Type type, List<Condition> column, Optional<Value> low, Optional<Value> high) {
        return Value.between(type, low, high)
            .map(example -> new Span(low, false, high, false, example, fitting(column, example)));
    }

}
