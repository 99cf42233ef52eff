package org.stockwright.persistence.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a script into statements at semicolons, but not at those inside of quotes, comments, dollar-quoted texts or the
 * body of a trigger ({@code BEGIN ATOMIC … END}).
 */
final class SqlScript {

    private final String text;
    private final StringBuilder statement = new StringBuilder();
    private final List<String> statements = new ArrayList<>();
    private int at;
    private int depth;
    private boolean atomic;

    private SqlScript(String text) {
        this.text = text;
    }

    /** The statements of a script, without their semicolons and without comments. */
    static List<String> statements(String text) {
        SqlScript script = new SqlScript(text);
        script.run();
        return List.copyOf(script.statements);
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("--", at)) {
                at = orEnd(text.indexOf('\n', at));
            } else if (text.startsWith("/*", at)) {
                skipBlockComment();
            } else if (c == '\'' || c == '"') {
                copyTo(endOfQuote(c));
            } else if (c == '$' && dollarTag() != null) {
                copyTo(endOfDollarQuote());
            } else if (Character.isJavaIdentifierStart(c)) {
                copyWord();
            } else if (c == ';' && depth == 0) {
                at++;
                finish();
            } else {
                statement.append(c);
                at++;
            }
        }
        finish();
    }

    private void finish() {
        String found = statement.toString().strip();
        if (!found.isEmpty()) {
            statements.add(found);
        }
        statement.setLength(0);
        depth = 0;
        atomic = false;
    }

    private void copyTo(int end) {
        statement.append(text, at, end);
        at = end;
    }

    private void copyWord() {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        countBlocks(text.substring(at, end));
        copyTo(end);
    }

    /** Only BEGIN ATOMIC opens a body; inside of it CASE has an END of its own. */
    private void countBlocks(String word) {
        if (depth == 0) {
            if (atomic && word.equalsIgnoreCase("ATOMIC")) {
                depth = 1;
            }
            atomic = word.equalsIgnoreCase("BEGIN");
        } else if (word.equalsIgnoreCase("BEGIN") || word.equalsIgnoreCase("CASE")) {
            depth++;
        } else if (word.equalsIgnoreCase("END")) {
            depth--;
        }
    }

    private void skipBlockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw unclosed("comment");
        }
        statement.append(' ');
        at = end + 2;
    }

    /** A doubled quote inside of quotes reads as one quoted text after another, which comes to the same. */
    private int endOfQuote(char quote) {
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw unclosed("quote");
        }
        return end + 1;
    }

    private String dollarTag() {
        int end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '$' ? text.substring(at, end + 1) : null;
    }

    private int endOfDollarQuote() {
        String tag = dollarTag();
        int end = tag == null ? -1 : text.indexOf(tag, at + tag.length());
        if (tag == null || end < 0) {
            throw unclosed("dollar quote");
        }
        return end + tag.length();
    }

    private int orEnd(int found) {
        return found < 0 ? text.length() : found;
    }

    private IllegalArgumentException unclosed(String what) {
        return new IllegalArgumentException("A " + what + " that begins in line "
            + (text.substring(0, at).chars().filter(c -> c == '\n').count() + 1) + " never ends");
    }

}
