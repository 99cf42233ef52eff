package org.stockwright.security.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.security.AuditEvent.Field;

/** Reads the details of an event as persistence writes them: {@code {"name":["before","after"],…}}. */
final class AuditFields {

    /** Columns of master data that are costs, prices or values. */
    private static final Set<String> COSTS = Set.of("standard_cost", "list_price", "price", "unit_cost");

    private final String json;
    private final boolean costs;
    private int at;

    private AuditFields(String json, boolean costs) {
        this.json = json;
        this.costs = costs;
    }

    /**
     * The fields.
     *
     * @param costs whether costs are shown
     */
    static List<Field> of(String json, boolean costs) {
        return new AuditFields(json, costs).read();
    }

    private List<Field> read() {
        List<Field> fields = new ArrayList<>();
        expect('{');
        while (json.charAt(at) != '}') {
            if (!fields.isEmpty()) {
                expect(',');
            }
            String name = text();
            expect(':');
            expect('[');
            Optional<String> before = value();
            expect(',');
            Optional<String> after = value();
            expect(']');
            boolean hidden = !costs && COSTS.contains(name);
            fields.add(hidden ? new Field(name, Optional.empty(), Optional.empty(), true)
                : new Field(name, before, after, false));
        }
        return fields;
    }

    private void expect(char c) {
        if (json.charAt(at) != c) {
            throw new IllegalStateException(
                "Not the details of an event: " + c + " is missing at " + at + " of " + json);
        }
        at++;
    }

    private Optional<String> value() {
        if (json.startsWith("null", at)) {
            at += "null".length();
            return Optional.empty();
        }
        return Optional.of(text());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        expect('"');
        while (json.charAt(at) != '"') {
            char c = json.charAt(at);
            if (c != '\\') {
                text.append(c);
                at++;
            } else if (json.charAt(at + 1) == 'u') {
                text.append((char) Integer.parseInt(json, at + 2, at + 6, 16));
                at += 6;
            } else {
                text.append(json.charAt(at + 1));
                at += 2;
            }
        }
        at++;
        return text.toString();
    }

}
