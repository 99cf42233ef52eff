package org.stockwright.persistence.internal;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The fields of an event as JSON: {@code {"name": ["before", "after"], …}}, {@code null} for nothing. */
final class AuditDetail {

    private static final int LONGEST = 4_000;
    private static final String SECRET = "(not shown)";

    private final StringBuilder json = new StringBuilder();

    /** All that differs between two states of a row. */
    static AuditDetail of(WatchedTable table, Map<String, String> before, Map<String, String> after) {
        AuditDetail detail = new AuditDetail();
        Set<String> columns = new LinkedHashSet<>(after.keySet());
        columns.addAll(before.keySet());
        for (String column : columns) {
            String was = before.get(column);
            String is = after.get(column);
            if (!table.isSilent(column) && !Objects.equals(was, is)) {
                boolean secret = WatchedTable.isSecret(column);
                detail.add(table.field(column), secret && was != null ? SECRET : was,
                    secret && is != null ? SECRET : is);
            }
        }
        return detail;
    }

    /** Adds a field. */
    void add(String name, String before, String after) {
        json.append(json.isEmpty() ? "" : ",");
        text(name);
        json.append(":[");
        value(before);
        json.append(',');
        value(after);
        json.append(']');
    }

    private void value(String value) {
        if (value == null) {
            json.append("null");
        } else if (value.length() <= LONGEST) {
            text(value);
        } else {
            text(value.substring(0, LONGEST) + "… (" + value.length() + " characters, SHA-256 "
                + Sha256.of(value) + ")");
        }
    }

    private void text(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", Integer.valueOf(c)));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    /** Whether nothing differs. */
    boolean isEmpty() {
        return json.isEmpty();
    }

    /** As it is stored. */
    String text() {
        return "{" + json + "}";
    }

}
