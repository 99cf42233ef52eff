package org.stockwright.reporting.ui.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The answers to a report's parameters as one text, written like the query of a web address: what the book and the
 * editor's key keep.
 */
@SuppressWarnings("nls")
final class Answers {

    private Answers() {
    }

    /** The answers as a text; an empty map gives an empty text. */
    static String text(Map<String, String> answers) {
        return answers.entrySet().stream().map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    }

    /** The answers that a text holds; parts that are none are passed over. */
    static Map<String, String> parse(String text) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String part : text.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                try {
                    answers.put(decode(part.substring(0, equals)), decode(part.substring(equals + 1)));
                } catch (IllegalArgumentException e) {
                    // written by another program: the parameter has no answer then
                    continue;
                }
            }
        }
        return answers;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

}
