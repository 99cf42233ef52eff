package org.stockwright.documents.ui.entry;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The fields of a head or line as they were typed.
 *
 * @param values by the field's id; a field that is empty is missing
 */
public record EntryRow(Map<String, String> values) {

    /** Nothing typed yet. */
    public static final EntryRow EMPTY = new EntryRow(Map.of());

    /** Takes a copy without empty fields. */
    public EntryRow {
        Map<String, String> typed = new TreeMap<>();
        values.forEach((id, value) -> {
            if (!value.isBlank()) {
                typed.put(id, value.strip());
            }
        });
        values = Map.copyOf(typed);
    }

    /** Fields and values in turn. */
    public static EntryRow of(String... fieldsAndValues) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            values.put(fieldsAndValues[i], Objects.requireNonNull(fieldsAndValues[i + 1]));
        }
        return new EntryRow(values);
    }

    /** What was typed into a field; empty when nothing was. */
    public String get(String field) {
        return values.getOrDefault(field, ""); //$NON-NLS-1$
    }

    /** The same with another value in a field. */
    public EntryRow with(String field, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(field, value);
        return new EntryRow(changed);
    }

    /** Whether nothing was typed. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

}
