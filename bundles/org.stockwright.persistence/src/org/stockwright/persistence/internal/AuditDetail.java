package org.stockwright.persistence.internal;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.base.Sha256;

/** The fields of an event as JSON: {@code {"name": ["before", "after"], …}}, {@code null} for nothing. */
final class AuditDetail {

    private static final int LONGEST = 4_000;
    private static final String SECRET = "(not shown)";

    private final StringBuilder json = new StringBuilder();

    /** All that differs between two states of a row. */
    static AuditDetail of(WatchedTable table, WatchedRows.Row before, WatchedRows.Row after) {
        AuditDetail detail = new AuditDetail();
        Set<String> columns = new LinkedHashSet<>(after.values().keySet());
        columns.addAll(before.values().keySet());
        for (String column : columns) {
            String was = before.values().get(column);
            String is = after.values().get(column);
            if (!table.isSilent(column) && !Objects.equals(was, is)) {
                boolean secret = WatchedTable.isSecret(column);
                detail.add(table.field(column), secret && was != null ? SECRET : was,
                    secret && is != null ? SECRET : is);
            }
        }
        for (WatchedParts parts : table.telling().parts()) {
            String came = without(after.parts(parts), before.parts(parts));
            String went = without(before.parts(parts), after.parts(parts));
            if (!came.isEmpty()) {
                detail.add(parts.field() + "_added", null, came);
            }
            if (!went.isEmpty()) {
                detail.add(parts.field() + "_removed", went, null);
            }
        }
        return detail;
    }

    private static String without(Set<String> all, Set<String> others) {
        return all.stream().filter(each -> !others.contains(each)).sorted().collect(Collectors.joining(", "));
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
