package org.stockwright.service.internal.letters;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter for the report engine, which leaves the gaps around headings, lists and tables out and does not know what a heading of
 * a column is: what browsers do by themselves is written into the tags. What a tag says itself goes before.
 */
final class PrintedHtml {

    private static final String HEADING = "margin-top: 8pt; margin-bottom: 6pt";
    private static final String GAP = "margin-bottom: 8pt";
    private static final Map<String, String> STYLES = Map.ofEntries(Map.entry("h1", HEADING), Map.entry("h2", HEADING),
        Map.entry("h3", HEADING), Map.entry("h4", HEADING), Map.entry("h5", HEADING), Map.entry("h6", HEADING),
        Map.entry("ul", GAP), Map.entry("ol", GAP), Map.entry("dl", GAP), Map.entry("pre", GAP),
        Map.entry("table", "margin-top: 4pt; " + GAP),
        Map.entry("th", "font-weight: bold"), Map.entry("tr", "page-break-inside: avoid"));
    /** No value of a checked letter has a {@code >} in it. */
    private static final Pattern TAG = Pattern
        .compile("(?i)<(h[1-6]|ul|ol|dl|pre|table|th|tr)((?:\\s[^>]*)?)>");
    private static final Pattern STYLE = Pattern.compile("(?i)(\\sstyle\\s*=\\s*[\"'])");
    private static final Pattern ALIGN = Pattern.compile("(?i)\\salign\\s*=\\s*[\"'](left|right|center|justify)[\"']");

    private PrintedHtml() {
        // only functions
    }

    /** The same letter with the styles of its tags. */
    static String of(String html) {
        return TAG.matcher(html).replaceAll(tag -> Matcher.quoteReplacement(styled(tag.group(1), tag.group(2))));
    }

    private static String styled(String name, String attributes) {
        String small = name.toLowerCase(Locale.ROOT);
        Matcher align = ALIGN.matcher(attributes);
        String style = STYLES.get(small)
            + (small.equals("th") && align.find() ? "; text-align: " + align.group(1).toLowerCase(Locale.ROOT) : "");
        Matcher own = STYLE.matcher(attributes);
        return "<" + name + (own.find()
            ? attributes.substring(0, own.end()) + style + "; " + attributes.substring(own.end())
            : " style=\"" + style + "\"" + attributes) + ">";
    }

}
