package org.stockwright.service.internal.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The functions {@code min} and {@code max} of two values or more. The engine knows none: they are written out as choices before
 * it sees anything, {@code min(a, b)} as {@code (a < b ? a : b)}. What is written out may be longer than an expression can be: it
 * is cut off soon behind that length.
 */
final class Functions {

    /** What stands between the values of a function. */
    static final String SEPARATOR = ",";
    private static final String OPEN = "(";
    private static final String CLOSE = ")";
    /** By function, the comparison that its value passes with each other one. */
    private static final Map<String, String> COMPARISONS = Map.of("min", "<", "max", ">");

    private final List<String> tokens;
    private final int most;
    private int next;

    private Functions(List<String> tokens, int most) {
        this.tokens = tokens;
        this.most = most;
    }

    /** Whether a word that an open bracket follows is one. */
    static boolean isOne(String word) {
        return COMPARISONS.containsKey(word);
    }

    /**
     * An expression without functions that means the same.
     *
     * @param tokens signs and words; behind a function stands an open bracket
     * @param most so many of them there may be
     * @return empty when a function has less than two values, or a comma stands elsewhere; more than the most when it is too long
     */
    static Optional<List<String>> written(List<String> tokens, int most) {
        return new Functions(tokens, most).run();
    }

    private Optional<List<String>> run() {
        List<String> result = new ArrayList<>();
        while (next < tokens.size() && result.size() <= most) {
            String token = tokens.get(next);
            next++;
            if (token.equals(SEPARATOR)) {
                return Optional.empty();
            }
            Optional<List<String>> one = isOne(token) ? choice(COMPARISONS.getOrDefault(token, ""), values())
                : Optional.of(List.of(token));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            result.addAll(one.get());
        }
        return Optional.of(result);
    }

    /** The values in the bracket that opens next; the last one is not finished when the bracket does not close. */
    private List<List<String>> values() {
        List<List<String>> values = new ArrayList<>(List.of(new ArrayList<>()));
        int depth = 0;
        do {
            String token = tokens.get(next);
            next++;
            depth += token.equals(OPEN) ? 1 : token.equals(CLOSE) ? -1 : 0;
            boolean isOuter = token.equals(OPEN) && depth == 1 || depth == 0;
            if (depth == 1 && token.equals(SEPARATOR)) {
                values.add(new ArrayList<>());
            } else if (!isOuter) {
                values.getLast().add(token);
            }
        } while (depth > 0 && next < tokens.size());
        if (depth > 0) {
            values.add(List.of());
        }
        return values;
    }

    private Optional<List<String>> choice(String comparison, List<List<String>> values) {
        List<String> found = List.of();
        for (List<String> value : values) {
            Optional<List<String>> written = written(value, most);
            if (values.size() < 2 || value.isEmpty() || written.isEmpty()) {
                return Optional.empty();
            }
            List<String> other = bracketed(written.get());
            found = found.isEmpty() ? other
                : bracketed(Stream.of(found, List.of(comparison), other, List.of("?"), found, List.of(":"), other)
                    .flatMap(List::stream).limit(most + 1L).toList());
        }
        return Optional.of(found);
    }

    private static List<String> bracketed(List<String> value) {
        return value.size() == 1 ? value
            : Stream.of(List.of(OPEN), value, List.of(CLOSE)).flatMap(List::stream).toList();
    }

}
