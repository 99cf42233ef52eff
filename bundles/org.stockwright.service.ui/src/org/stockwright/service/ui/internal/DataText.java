package org.stockwright.service.ui.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is known of a case as a text that people type: a line {@code name = value} for each. */
@SuppressWarnings("nls")
public final class DataText {

    private DataText() {
    }

    /** The values by name; empty when a line has no name. Lines without anything are passed over. */
    public static Optional<Map<String, String>> read(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text.split("\\R")) {
            int sign = line.indexOf('=');
            if (sign > 0 && !line.substring(0, sign).isBlank()) {
                values.put(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
            } else if (!line.isBlank()) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** The lines of values, by name. */
    public static String of(Map<String, String> values) {
        return new TreeMap<>(values).entrySet().stream().map(one -> one.getKey() + " = " + one.getValue())
            .collect(Collectors.joining("\n"));
    }

}
