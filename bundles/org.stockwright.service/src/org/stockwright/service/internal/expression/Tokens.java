package org.stockwright.service.internal.expression;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.Refusal;
import org.stockwright.service.ServiceRefusal;

/**
 * Reads an expression's text into the few signs and words that there are, before the engine sees any of it. Names become
 * {@code v0}, {@code v1} and so on: whatever a text holds, the engine gets nothing but numbers, quoted words, operators, brackets
 * and names that were given to it. For one text.
 */
final class Tokens {

    /** Words that are operators or values, as the engine reads them. */
    private static final Set<String> WORDS = Set.of("and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge", "div",
        "mod",
        "true", "false");
    private static final List<String> OPERATORS = List.of("<=", ">=", "==", "!=", "&&", "||", "<", ">", "!", "+", "-",
        "*",
        "/", "%", "(", ")", "?", ":", Functions.SEPARATOR);
    private static final int MOST_TOKENS = 400;
    private static final int MOST_DIGITS = 40;

    private final String text;
    private final List<String> names;
    private final int longest;
    private final int deepest;
    private List<String> tokens = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> unknown = new TreeSet<>();

    Tokens(String text, List<String> names, int longest, int deepest) {
        this.text = Normalizer.normalize(text, Normalizer.Form.NFC);
        this.names = names;
        this.longest = longest;
        this.deepest = deepest;
    }

    /** Whether a name would be taken for a word of the language. */
    static boolean isWord(String name) {
        return WORDS.contains(name) || name.equals("yes") || name.equals("no");
    }

    /** Why it is none; empty when the engine may see it. */
    Optional<Refusal> problem() {
        if (text.isBlank() || text.length() > longest) {
            return Optional.of(Refusal.of(ServiceRefusal.EXPRESSION_TOO_LONG, longest)
                .hint("Write one, or split it."));
        }
        int i = 0;
        while (i < text.length()) {
            int end = next(i);
            if (end < 0) {
                return Optional.of(Refusal.of(ServiceRefusal.BAD_EXPRESSION, text).hint(hint(i)));
            }
            i = end;
        }
        Optional<List<String>> written = Functions.written(tokens, MOST_TOKENS);
        if (written.isEmpty()) {
            return Optional.of(Refusal.of(ServiceRefusal.BAD_EXPRESSION, text)
                .hint("Commas stand between the values of min and max, which have two or more: min(a, b)."));
        }
        tokens = written.get();
        if (tooDeep()) {
            return Optional.of(Refusal.of(ServiceRefusal.EXPRESSION_TOO_DEEP, deepest)
                .hint("Split it, or use a decision table."));
        }
        return unknown.isEmpty() ? Optional.empty()
            : Optional.of(Refusal.of(ServiceRefusal.UNKNOWN_NAME, String.join(", ", unknown))
                .hint("Known are: " + String.join(", ", new TreeSet<>(names)) + "."));
    }

    private String hint(int at) {
        String sign = new String(Character.toChars(text.codePointAt(at)));
        return switch (sign) {
            case "=" -> "Write == to compare.";
            case "'", "\"" -> "Words stand between two quotes of the same kind, without \\ in them.";
            default -> Character.isISOControl(text.codePointAt(at)) ? "It has a sign in it that nobody sees."
                : "At '" + sign + "': use numbers, words in quotes, + - * / %, comparisons, and, or, not, brackets, "
                    + "a ? b : c, min and max; nothing else.";
        };
    }

    /** Takes the token at a place and yields where it ends; -1 when there is none. */
    private int next(int at) {
        char c = text.charAt(at);
        if (c == ' ' || c == '\t') {
            return at + 1;
        }
        if (c == '"' || c == '\'') {
            return quoted(at);
        }
        if (c >= '0' && c <= '9') {
            return number(at);
        }
        if (Character.isLetter(text.codePointAt(at))) {
            return word(at);
        }
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                tokens.add(operator);
                return at + operator.length();
            }
        }
        return -1;
    }

    private int quoted(int at) {
        int end = text.indexOf(text.charAt(at), at + 1);
        String inside = end < 0 ? "" : text.substring(at + 1, end);
        if (end < 0 || inside.chars().anyMatch(c -> c == '\\' || c == '`' || Character.isISOControl(c))) {
            return -1;
        }
        tokens.add(text.substring(at, end + 1));
        return end + 1;
    }

    private int number(int at) {
        int end = digits(at);
        boolean whole = end == text.length() || text.charAt(end) != '.';
        if (!whole) {
            int decimals = digits(end + 1);
            if (decimals == end + 1) {
                return -1;
            }
            end = decimals;
        }
        boolean glued = end < text.length()
            && (Character.isLetterOrDigit(text.codePointAt(end)) || "._".indexOf(text.charAt(end)) >= 0);
        if (glued || end - at > MOST_DIGITS) {
            return -1;
        }
        tokens.add(text.substring(at, end) + (whole ? ".0B" : "B"));
        return end;
    }

    private int digits(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private int word(int at) {
        int end = at;
        while (end < text.length()
            && (Character.isLetterOrDigit(text.codePointAt(end)) || text.charAt(end) == '_')) {
            end += Character.charCount(text.codePointAt(end));
        }
        String word = text.substring(at, end);
        int known = names.indexOf(word);
        if (known >= 0) {
            used.add(word);
            tokens.add(variable(known));
        } else if (WORDS.contains(word)) {
            tokens.add(word);
        } else if (Functions.isOne(word) && text.substring(end).stripLeading().startsWith("(")) {
            tokens.add(word);
        } else if (word.equals("yes") || word.equals("no")) {
            tokens.add(word.equals("yes") ? "true" : "false");
        } else {
            unknown.add(word);
            // nobody runs it: it stands where a value is
            tokens.add(variable(names.size()));
        }
        return end;
    }

    /** Brackets, signs before a value and choices that stand inside each other, and the whole. */
    private boolean tooDeep() {
        int depth = 0;
        int choices = 0;
        int before = 0;
        for (String token : tokens) {
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            choices += token.equals("?") ? 1 : 0;
            before = token.equals("-") || token.equals("+") || token.equals("!") || token.equals("not") ? before + 1
                : 0;
            if (depth + choices + before > deepest) {
                return true;
            }
        }
        return tokens.size() > MOST_TOKENS;
    }

    /** How the engine calls the name with this number. */
    static String variable(int number) {
        return "v" + number;
    }

    /** The names that stand in it, in the order in which they were given. */
    Set<String> used() {
        return used;
    }

    /** What the engine gets: tokens with blanks between them, so that no two make a third. */
    String engineText() {
        return String.join(" ", tokens);
    }

}
