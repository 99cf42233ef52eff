package org.stockwright.service;

import java.util.List;
import java.util.Map;

/**
 * What a letter says of its case: texts by name, and tables. Numbers are plain decimals, days {@code 2026-01-15}. Names are
 * letters, digits and {@code _} and begin with a letter; points group them, as in {@code customer.name}.
 *
 * @param fields texts by name
 * @param tables rows by the table's name; each row has texts by the column's name
 */
public record LetterData(Map<String, String> fields, Map<String, List<Map<String, String>>> tables) {

    /** Takes copies. */
    public LetterData {
        fields = Map.copyOf(fields);
        tables = tables.entrySet().stream().collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey,
            table -> table.getValue().stream().map(Map::copyOf).toList()));
    }

    /** Without tables. */
    public static LetterData of(Map<String, String> fields) {
        return new LetterData(fields, Map.of());
    }

}
