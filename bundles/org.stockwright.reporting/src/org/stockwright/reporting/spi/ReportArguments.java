package org.stockwright.reporting.spi;

import java.util.Map;

/**
 * The checked answers to a report's parameters.
 *
 * @param texts parameter name to text; parameters without an answer are missing
 */
public record ReportArguments(Map<String, String> texts) {

    /** Takes a copy. */
    public ReportArguments {
        texts = Map.copyOf(texts);
    }

    /** The answer, or an empty text. */
    public String get(String name) {
        return texts.getOrDefault(name, "");
    }

    /** Whether it was answered. */
    public boolean has(String name) {
        return !get(name).isEmpty();
    }

}
