package org.stockwright.reporting.internal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The small part of JavaScript that designs may write: cells of the row, the heading, literals, operators, and a few
 * functions. Without statements, assignments, functions and names of other objects there is nothing to loop with and
 * nothing to reach.
 */
final class ExpressionCheck {

    private static final int MAX_LENGTH = 2000;

    private static final Pattern TOKEN = Pattern.compile("""
        \\s+|(?<string>"[^"\\\\\\n]*"|'[^'\\\\\\n]*')|(?<number>\\d+(\\.\\d+)?)|(?<member>\\.[A-Za-z_]\\w*)|\
        (?<name>[A-Za-z_]\\w*)|(?<cell>\\["[A-Za-z_]\\w*"\\])|===|!==|==|!=|<=|>=|&&|\\|\\||[-+*/%<>!?:(),]""");

    private static final Set<String> NAMES = Set.of("row", "dataSetRow", "heading", "Math", "true", "false", "null");

    private static final Set<String> MEMBERS = Set.of(".company", ".title", ".scope", ".generated", ".abs", ".min",
        ".max", ".length", ".toUpperCase", ".toLowerCase", ".substring", ".indexOf", ".compareTo", ".signum");

    private ExpressionCheck() {
    }

    /** What is not allowed in the expression; empty when all is. */
    static Optional<String> objection(String expression) {
        if (expression.length() > MAX_LENGTH) {
            return Optional.of("an expression of more than " + MAX_LENGTH + " characters");
        }
        Matcher token = TOKEN.matcher(expression);
        int end = 0;
        String before = "";
        while (end < expression.length()) {
            if (!token.region(end, expression.length()).lookingAt()) {
                return Optional.of("'" + expression.charAt(end) + "' in the expression " + shown(expression));
            }
            String name = token.group("name");
            String member = token.group("member");
            boolean cell = token.group("cell") != null;
            if (name != null && !NAMES.contains(name) || member != null && !MEMBERS.contains(member)
                || cell && !before.equals("row") && !before.equals("dataSetRow")) {
                return Optional.of("'" + token.group().strip() + "' in the expression " + shown(expression));
            }
            before = token.group().isBlank() ? before : token.group();
            end = token.end();
        }
        return Optional.empty();
    }

    private static String shown(String expression) {
        String line = expression.strip().replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

}
