package org.stockwright.base;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a text for a formula (OWASP ASVS 5, 1.2.10; CWE-1236). A text that begins with a
 * dangerous character, perhaps after apostrophes, gets one apostrophe more; reading takes exactly one off, so that every
 * text comes back as it was.
 */
public final class SpreadsheetText {

    /** With the wide forms of East Asian keyboards, which some spreadsheets take for the plain ones. */
    private static final String DANGEROUS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

    private SpreadsheetText() {
    }

    /** Whether a spreadsheet could take it for a formula, or reading would take an apostrophe off. */
    public static boolean isDangerous(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && DANGEROUS.indexOf(text.charAt(first)) >= 0;
    }

    /** The text for a cell of a CSV file or of the clipboard. */
    public static String protect(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    /** The text of such a cell. */
    public static String unprotect(String text) {
        return !text.isEmpty() && text.charAt(0) == '\'' && isDangerous(text) ? text.substring(1) : text;
    }

    /** As {@link #protect} for texts of unknown type, where a plain signed number is a number and no formula. */
    public static String protectTyped(String text) {
        return NUMBER.matcher(text).matches() ? text : protect(text);
    }

}
