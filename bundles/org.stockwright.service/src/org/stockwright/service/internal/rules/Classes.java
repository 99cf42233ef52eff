package org.stockwright.service.internal.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Type;

/**
 * The classes into which the conditions of a column part the values of its input: each condition fits all values of a class or
 * none, so that a table is checked by looking at one representative of each. An expression may fit any of them.
 */
final class Classes {

    private Classes() {
    }

    /**
     * A class of values.
     *
     * @param text how people read it
     * @param fitting by condition, whether it fits
     */
    record Class(String text, boolean[] fitting) {
    }

    /** The classes of a column. */
    static List<Class> of(Input input, List<Condition> column) {
        return switch (input.type()) {
            case NUMBER, DATE -> intervals(column);
            case YES_NO -> named(column, List.of(Value.of(Type.YES_NO, "yes").orElseThrow(),
                Value.of(Type.YES_NO, "no").orElseThrow()), false);
            case TEXT -> input.choices().isEmpty() ? named(column, List.copyOf(mentioned(column)), true)
                : named(column, input.choices().stream().map(choice -> new Value(Type.TEXT, choice)).toList(), false);
        };
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

    private static List<Class> named(List<Condition> column, List<Value> values, boolean others) {
        List<Class> result = new ArrayList<>();
        values.forEach(value -> result.add(new Class(value.text(), fitting(column, value))));
        if (others) {
            boolean[] fitting = new boolean[column.size()];
            for (int i = 0; i < fitting.length; i++) {
                fitting[i] = !(column.get(i) instanceof Condition.OneOf some) || some.negated();
            }
            result.add(new Class(values.isEmpty() ? "anything" : "anything else", fitting));
        }
        return result;
    }

    private static boolean[] fitting(List<Condition> column, Value value) {
        boolean[] fitting = new boolean[column.size()];
        for (int i = 0; i < fitting.length; i++) {
            fitting[i] = column.get(i).mayFit(value);
        }
        return fitting;
    }

    /** Values between two ends, each of which may be missing and may belong to it, and what fits all of them. */
    private record Span(Optional<Value> low, boolean lowIn, Optional<Value> high, boolean highIn, boolean[] fitting) {

        Span upTo(Span next) {
            return new Span(low, lowIn, next.high, next.highIn, fitting);
        }

        String text() {
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
    private static List<Class> intervals(List<Condition> column) {
        List<Span> spans = new ArrayList<>();
        Optional<Value> before = Optional.empty();
        for (Value value : mentioned(column)) {
            if (before.filter(last -> last.isJustBefore(value)).isEmpty()) {
                add(spans, gap(column, before, Optional.of(value)));
            }
            add(spans, new Span(Optional.of(value), true, Optional.of(value), true, fitting(column, value)));
            before = Optional.of(value);
        }
        add(spans, gap(column, before, Optional.empty()));
        return spans.stream().map(span -> new Class(span.text(), span.fitting())).toList();
    }

    private static void add(List<Span> spans, Span next) {
        if (!spans.isEmpty() && Arrays.equals(spans.getLast().fitting(), next.fitting())) {
            spans.set(spans.size() - 1, spans.getLast().upTo(next));
        } else {
            spans.add(next);
        }
    }

    private static Span gap(List<Condition> column, Optional<Value> low, Optional<Value> high) {
        boolean[] fitting = new boolean[column.size()];
        for (int i = 0; i < fitting.length; i++) {
            fitting[i] = switch (column.get(i)) {
                case Condition.Any any -> true;
                case Condition.Formula formula -> true;
                case Condition.OneOf some -> some.negated();
                case Condition.Between between ->
                    (between.low().isEmpty() || low.isPresent() && between.low().get().compareTo(low.get()) <= 0)
                        && (between.high().isEmpty()
                            || high.isPresent() && between.high().get().compareTo(high.get()) >= 0);
            };
        }
        return new Span(low, false, high, false, fitting);
    }

}
