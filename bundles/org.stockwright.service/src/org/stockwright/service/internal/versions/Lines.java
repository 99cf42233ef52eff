package org.stockwright.service.internal.versions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Texts without control characters, kept in one column, one in a line. */
public final class Lines {

    private static final String END = "\n";

    private Lines() {
        // only functions
    }

    /** Each text with the end of its line, so that none and an empty one differ. */
    public static String of(List<String> texts) {
        return texts.stream().map(text -> text + END).collect(Collectors.joining());
    }

    /** The texts of lines. */
    public static List<String> read(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.substring(0, lines.length() - 1).split(END, -1));
    }

    /** Texts by names without {@code =}, in their order. */
    public static String of(Map<String, String> texts) {
        return of(texts.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
    }

    /** The texts of lines by name. */
    public static Map<String, String> named(String lines) {
        Map<String, String> result = new LinkedHashMap<>();
        read(lines)
            .forEach(line -> result.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return result;
    }

}
