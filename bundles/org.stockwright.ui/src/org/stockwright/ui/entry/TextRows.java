package org.stockwright.ui.entry;

import java.util.ArrayList;
import java.util.List;

/**
 * What is being entered as a text, for a draft: rows of fields, one row a line, fields apart by tabs, with backslash escapes.
 * By convention the first field of the first row is the draft's key.
 */
@SuppressWarnings("nls")
public final class TextRows {

    private final StringBuilder text = new StringBuilder();

    /** Adds a row. */
    public void row(String... fields) {
        row(List.of(fields));
    }

    /** Adds a row. */
    public void row(List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : "\t").append(escape(fields.get(i)));
        }
        text.append('\n');
    }

    /** All rows as a text. */
    @Override
    public String toString() {
        return text.toString();
    }

    private static String escape(String field) {
        return field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    /** The rows of a text that was written here; a text without anything is one row with one empty field. */
    public static List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (String row : text.split("\n")) {
            rows.add(fields(row));
        }
        return rows;
    }

    /** The key of a draft that was written here: the first field of the first row. */
    public static String key(String text) {
        return read(text).getFirst().getFirst();
    }

    private static List<String> fields(String row) {
        List<String> fields = new ArrayList<>();
        for (String part : row.split("\t", -1)) {
            fields.add(unescape(part));
        }
        return fields;
    }

    private static String unescape(String part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '\\' && i + 1 < part.length()) {
                char next = part.charAt(++i);
                text.append(switch (next) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> next;
                });
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

}
