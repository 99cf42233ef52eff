package org.stockwright.exchange.internal;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a text for a formula (OWASP ASVS 5, 1.2.10; CWE-1236). A text that begins with a
 * dangerous character, perhaps after apostrophes, gets one apostrophe more; reading takes exactly one off, so that every
 * text comes back as it was.
 */
final class FormulaSafety {

    private static final String DANGEROUS = "=+-@\t\r\0";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

    private FormulaSafety() {
    }

    private static int apostrophes(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(count) == '\'') {
            count++;
        }
        return count;
    }

    /** Whether a spreadsheet could take it for a formula, or reading would take an apostrophe off. */
    static boolean isDangerous(String text) {
        int first = apostrophes(text);
        return first < text.length() && DANGEROUS.indexOf(text.charAt(first)) >= 0;
    }

    /** The text for a CSV cell. */
    static String protect(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    /** The text of a CSV cell. */
    static String unprotect(String text) {
        return !text.isEmpty() && text.charAt(0) == '\'' && isDangerous(text) ? text.substring(1) : text;
    }

    /** The same for texts of unknown type, where a plain signed number is a number and no formula. */
    static String protectTyped(String text) {
        return NUMBER.matcher(text).matches() ? text : protect(text);
    }

}
