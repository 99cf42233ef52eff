package org.stockwright.service.internal.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expression in a marker: names, words in quotes, numbers, comparisons, arithmetic, and a few built-ins. It is read by a
 * grammar of its own, smaller than the engine's, that knows no class, no range, no assignment, no pattern and no text made of
 * text.
 */
final class MarkerExpression {

    private static final Pattern TOKEN = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]*|\\d{1,18}(?:\\.\\d{1,9})?"
        + "|\"[^\"\\\\{]*\"|'[^'\\\\{]*'|\\?\\?|==|!=|<=|>=|&&|\\|\\||[<>!()?.,+\\-*/%])");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Set<String> RESERVED = Set.of("true", "false", "gt", "gte", "lt", "lte", "as", "in", "using");
    private static final List<Set<String>> OPERATORS = List.of(Set.of("||"), Set.of("&&"),
        Set.of("==", "!=", "<", "<=", ">", ">=", "gt", "gte", "lt", "lte"), Set.of("+", "-"), Set.of("*", "/", "%"));
    private static final Set<String> OF_ROWS = Set.of("index", "counter", "is_first", "is_last", "has_next");
    /** How many words in quotes a built-in takes, at least and at most. */
    private static final Map<String, Integer> BUILT_INS = Map.ofEntries(Map.entry("upper_case", 0),
        Map.entry("lower_case", 0), Map.entry("cap_first", 0), Map.entry("trim", 0), Map.entry("has_content", 0),
        Map.entry("length", 0), Map.entry("size", 0), Map.entry("number", 0), Map.entry("c", 0), Map.entry("date", 0),
        Map.entry("contains", 1), Map.entry("starts_with", 1), Map.entry("ends_with", 1), Map.entry("string", 1),
        Map.entry("then", 2));
    private static final int DEEPEST = 20;

    private final Fields fields;
    private final List<String> tokens = new ArrayList<>();
    private int next;
    private int depth;
    private String problem = "";

    MarkerExpression(String text, Fields fields) {
        this.fields = fields;
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length() && matcher.region(at, text.length()).lookingAt()) {
            tokens.add(matcher.group(1));
            at = matcher.end();
        }
        if (!text.substring(at).isBlank()) {
            problem = "The sign " + text.substring(at).strip().substring(0, 1) + " is not allowed there.";
        }
    }

    /** What is not right in it as a value or a condition; empty when all is. */
    String problem() {
        binary(0);
        if (problem.isEmpty() && next < tokens.size()) {
            problem = "'" + tokens.get(next) + "' is not expected there.";
        }
        return problem;
    }

    /** What is not right in it as {@code table as row}; empty when all is. */
    String list() {
        List<String> path = new ArrayList<>();
        path.add(name());
        while (take(".")) {
            path.add(name());
        }
        boolean as = take("as");
        String variable = name();
        if (problem.isEmpty() && (!as || next < tokens.size() || fields.isRow(path.getFirst()))) {
            problem = "It is written [#list table as row], for a table of the letter's data.";
        }
        if (isPath(path)) {
            fields.enter(variable, String.join(".", path));
        }
        return problem;
    }

    /** Whether it is a name that data can have. */
    private boolean isPath(List<String> path) {
        if (problem.isEmpty()
            && path.stream().mapToInt(part -> part.length() + 1).sum() > LetterModel.LONGEST_NAME + 1) {
            problem = "A name has at most " + LetterModel.LONGEST_NAME + " signs, with its points.";
        }
        return problem.isEmpty();
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private boolean take(String token) {
        if (peek().equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!take(token) && problem.isEmpty()) {
            problem = "'" + token + "' is missing.";
        }
    }

    private String name() {
        String token = peek();
        if (!NAME.matcher(token).matches() || RESERVED.contains(token)) {
            problem = problem.isEmpty() ? "A name is missing: letters, digits and _." : problem;
            return "";
        }
        next++;
        return token;
    }

    private void binary(int level) {
        if (level == OPERATORS.size()) {
            unary();
            return;
        }
        binary(level + 1);
        while (problem.isEmpty() && OPERATORS.get(level).contains(peek())) {
            next++;
            binary(level + 1);
        }
    }

    private void unary() {
        depth++;
        if (depth > DEEPEST) {
            problem = "It is more than " + DEEPEST + " levels deep.";
        } else if (take("!") || take("-")) {
            unary();
        } else {
            postfix();
        }
        depth--;
    }

    private boolean isWords(String token) {
        return token.startsWith("\"") || token.startsWith("'");
    }

    private void postfix() {
        List<String> path = List.of();
        String token = peek();
        if (take("(")) {
            binary(0);
            expect(")");
        } else if (isWords(token) || !token.isEmpty() && Character.isDigit(token.charAt(0)) || token.equals("true")
            || token.equals("false")) {
            next++;
        } else {
            path = new ArrayList<>(List.of(name()));
            while (take(".")) {
                path.add(name());
            }
            use(path);
        }
        while (problem.isEmpty() && follows()) {
            // what follows was taken
        }
    }

    private void use(List<String> path) {
        if (!isPath(!path.isEmpty() && fields.isRow(path.getFirst()) ? path.subList(1, path.size()) : path)) {
            return;
        }
        boolean builtIn = peek().equals("?") && next + 1 < tokens.size();
        String name = builtIn ? tokens.get(next + 1) : "";
        if (path.size() == 1 && fields.isRow(path.getFirst()) && !OF_ROWS.contains(name)) {
            problem = "'" + path.getFirst() + "' is a row: name one of its columns.";
        } else if (OF_ROWS.contains(name) && !(path.size() == 1 && fields.isRow(path.getFirst()))) {
            problem = "?" + name + " is for rows of lists.";
        } else if (name.equals("size") && !fields.isRow(path.getFirst())) {
            fields.count(path);
        } else {
            fields.use(path, peek().equals("??") || peek().equals("!") || peek().equals(")") && behindBracket()
                || name.equals("has_content"));
        }
    }

    /** Whether the bracket around a name is followed by what makes it forgiving: {@code (customer.name)!"unknown"}. */
    private boolean behindBracket() {
        return next + 1 < tokens.size() && (tokens.get(next + 1).equals("!") || tokens.get(next + 1).equals("??"));
    }

    private boolean follows() {
        if (take("??")) {
            return true;
        }
        if (take("!")) {
            if (isWords(peek()) || !peek().isEmpty() && Character.isDigit(peek().charAt(0))) {
                next++;
            }
            return true;
        }
        if (take("?")) {
            builtIn();
            return true;
        }
        return false;
    }

    private void builtIn() {
        String name = name();
        if (!problem.isEmpty() || OF_ROWS.contains(name)) {
            return;
        }
        Integer arguments = BUILT_INS.get(name);
        if (arguments == null) {
            problem = "There is no ?" + name + " in letters.";
            return;
        }
        if (name.equals("then")) {
            expect("(");
            binary(0);
            expect(",");
            binary(0);
            expect(")");
        } else if (arguments > 0) {
            expect("(");
            words();
            if (name.equals("string") && take(",")) {
                words();
            }
            expect(")");
        }
    }

    private void words() {
        if (isWords(peek())) {
            next++;
        } else if (problem.isEmpty()) {
            problem = "Words in quotes are missing.";
        }
    }

}
