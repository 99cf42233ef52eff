package org.stockwright.service.internal.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.service.DecisionTable.Type;

/** Types of values as files and sentences call them. */
public final class Declarations {

    private Declarations() {
        // only functions
    }

    /** {@code number}, {@code text}, {@code yes-no} or {@code date}. */
    public static String word(Type type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type of a word. */
    public static Optional<Type> type(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        for (Type type : Type.values()) {
            if (word(type).equals(plain)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** What to write for a value of a type. */
    public static String hint(Type type, List<String> choices) {
        if (!choices.isEmpty()) {
            return "Give one of: " + String.join(", ", choices);
        }
        return switch (type) {
            case NUMBER -> "Give a number such as 12.5.";
            case DATE -> "Give a day such as 2026-01-15.";
            case YES_NO -> "Give yes or no.";
            case TEXT -> "Give at most 500 characters.";
        };
    }

}
