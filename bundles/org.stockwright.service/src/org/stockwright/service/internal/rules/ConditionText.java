package org.stockwright.service.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Type;

/** Reads conditions as they are written in cells; expressions are read by whoever knows all inputs. */
final class ConditionText {

    /** What an expression begins with. */
    static final String EXPRESSION = "=";

    private static final Pattern INTERVAL = Pattern
        .compile(
            "([\\[(])\\s*([+-]?[0-9]+(?:\\.[0-9]+|-[0-9]{2}-[0-9]{2})?)\\s*\\.\\.\\s*([^\\s.]+(?:\\.[0-9]+)?)\\s*([\\])])");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(\\S+)");
    private static final Pattern NEGATION = Pattern.compile("not\\s*\\((.*)\\)");

    private ConditionText() {
    }

    /** The condition of a cell; empty when nobody can tell what it says. */
    static Optional<Condition> read(Input input, String cell) {
        String text = cell.strip();
        if (text.isEmpty() || text.equals("-")) {
            return Optional.of(new Condition.Any());
        }
        if (input.type() == Type.NUMBER || input.type() == Type.DATE) {
            Matcher interval = INTERVAL.matcher(text);
            if (interval.matches()) {
                return interval(input.type(), interval);
            }
            Matcher comparison = COMPARISON.matcher(text);
            if (comparison.matches()) {
                return Value.of(input.type(), comparison.group(2)).map(value -> compared(comparison.group(1), value));
            }
        }
        Matcher negation = NEGATION.matcher(text);
        boolean negated = negation.matches();
        return values(input, negated ? negation.group(1) : text)
            .map(values -> new Condition.OneOf(new TreeSet<>(values), negated));
    }

    private static Optional<Condition> interval(Type type, Matcher interval) {
        Optional<Value> low = Value.of(type, interval.group(2));
        Optional<Value> high = Value.of(type, interval.group(3));
        boolean lowIn = interval.group(1).equals("[");
        boolean highIn = interval.group(4).equals("]");
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        int order = low.get().compareTo(high.get());
        boolean something = order < 0 && (lowIn || highIn || !low.get().isJustBefore(high.get()))
            || order == 0 && lowIn && highIn;
        return something ? Optional.of(new Condition.Between(low, lowIn, high, highIn)) : Optional.empty();
    }

    private static Condition compared(String sign, Value value) {
        boolean with = sign.length() == 2;
        return sign.startsWith("<")
            ? new Condition.Between(Optional.empty(), false, Optional.of(value), with)
            : new Condition.Between(Optional.of(value), with, Optional.empty(), false);
    }

    private static Optional<List<Value>> values(Input input, String text) {
        List<Value> result = new ArrayList<>();
        Optional<List<String>> parts = QuotedParts.split(text, ',');
        for (String part : parts.orElse(List.of())) {
            Optional<Value> value = Value.of(input.type(), QuotedParts.plain(part));
            if (value.isEmpty() || !QuotedParts.isQuoted(part) && looksLikeSomethingElse(input, part)
                || !input.choices().isEmpty() && !input.choices().contains(value.get().text())) {
                return Optional.empty();
            }
            result.add(value.get());
        }
        return result.isEmpty() ? Optional.empty() : Optional.of(result);
    }

    /** Words without quotes that somebody may have meant as a comparison, an interval or an expression. */
    private static boolean looksLikeSomethingElse(Input input, String part) {
        return input.type() == Type.TEXT && input.choices().isEmpty()
            && (part.isEmpty() || "<>=[(\"".indexOf(part.charAt(0)) >= 0 || part.equals("-"));
    }

    /** How it is said in a sentence that a value fits a condition. */
    static String sentence(Input input, String value, String cell) {
        String text = cell.strip();
        if (text.startsWith(EXPRESSION)) {
            return text.substring(1).strip() + " holds";
        }
        return input.name() + " " + fitting(input, value, text);
    }

    private static String fitting(Input input, String value, String text) {
        if (INTERVAL.matcher(text).matches()) {
            return value + " is in " + text;
        }
        if (NEGATION.matcher(text).matches()) {
            return value + " is " + text;
        }
        boolean compared = (input.type() == Type.NUMBER || input.type() == Type.DATE)
            && COMPARISON.matcher(text).matches();
        List<String> parts = QuotedParts.split(text, ',').orElse(List.of(text));
        return compared ? value + " is " + text : parts.size() > 1 ? value + " is one of " + text : "is " + value;
    }

}
