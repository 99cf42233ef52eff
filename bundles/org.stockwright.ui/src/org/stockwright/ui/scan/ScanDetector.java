package org.stockwright.ui.scan;

import java.util.Optional;

/**
 * Tells a scanner's burst from typing by the time between the characters. Plain state with injected time, no widgets.
 *
 * <p>A burst begins after a pause, has at least {@link Settings#shortest} characters with at most
 * {@link Settings#longestGapMillis} between them, and ends with Enter or Tab within the same time. A person who types
 * does not pause, write a whole code at that pace and hit Enter without a longer gap anywhere.
 */
@SuppressWarnings("nls")
public final class ScanDetector {

    /** Longer bursts are no codes: they are swallowed to the end and reported as garbage. */
    public static final int MAX_LENGTH = 512;

    /**
     * What a scanner does.
     *
     * @param shortest the fewest characters of a scan
     * @param longestGapMillis the longest time between two characters; slow radio scanners need 100
     * @param pauseMillis the time without keys before a scan
     * @param prefix what the scanner sends before each code, or an empty string; with one, only bursts that begin
     *            with it are scans
     * @param suffix what the scanner sends behind each code, before Enter; or an empty string
     */
    public record Settings(int shortest, int longestGapMillis, int pauseMillis, String prefix, String suffix) {

        /** Any scanner out of its box. */
        public static final Settings DEFAULT = new Settings(4, 100, 300, "", "");

    }

    /** What to do with the key that was just told. */
    public enum Verdict {
        /** It is typed: let it through. */
        TYPED,
        /** It may be the first of a burst: let it through, and remember what the field held before. */
        PERHAPS_FIRST,
        /** It may belong to a burst: let it through. */
        PERHAPS,
        /** It ended a scan: swallow it and take the burst out of the field again. */
        SCANNED,
        /** It belongs to an end that was already swallowed (Enter and line feed): swallow it. */
        SWALLOW
    }

    private final Settings settings;
    private final StringBuilder burst = new StringBuilder();
    private long last = Long.MIN_VALUE;
    private boolean candidate;
    private boolean afterScan;
    private String code = "";

    /** A detector for such scanners. */
    public ScanDetector(Settings settings) {
        this.settings = settings;
    }

    /**
     * Takes a key.
     *
     * @param character the key's character; 0 for keys without one, such as Shift, which do not matter
     * @param millis the time of the key, from any fixed origin, never going back
     */
    public Verdict key(char character, long millis) {
        if (character == 0) {
            return Verdict.TYPED;
        }
        long gap = last == Long.MIN_VALUE ? Long.MAX_VALUE : Math.max(0, millis - last);
        last = millis;
        if (isEnd(character)) {
            return end(gap);
        }
        if (character < ' ' && character != GROUP_SEPARATOR) {
            // Escape, Backspace, Ctrl+letter: somebody works with the keyboard.
            forget();
            return Verdict.TYPED;
        }
        return printable(character, gap);
    }

    /** The separator between fields of a GS1 code; scanners send it as a control character. */
    private static final char GROUP_SEPARATOR = 29;

    private static boolean isEnd(char character) {
        return character == '\r' || character == '\n' || character == '\t';
    }

    private Verdict end(long gap) {
        if (afterScan && burst.isEmpty() && gap <= settings.longestGapMillis()) {
            return Verdict.SWALLOW;
        }
        boolean scan = candidate && gap <= settings.longestGapMillis() && burst.length() >= settings.shortest()
            && burst.length() > settings.prefix().length() + settings.suffix().length()
            && startsAndEnds();
        if (scan) {
            code = burst.substring(settings.prefix().length(), burst.length() - settings.suffix().length());
        }
        forget();
        afterScan = scan;
        return scan ? Verdict.SCANNED : Verdict.TYPED;
    }

    private boolean startsAndEnds() {
        String text = burst.toString();
        return text.startsWith(settings.prefix()) && text.endsWith(settings.suffix());
    }

    private Verdict printable(char character, long gap) {
        if (gap > settings.pauseMillis() || afterScan) {
            burst.setLength(0);
            burst.append(character);
            candidate = true;
            afterScan = false;
            return Verdict.PERHAPS_FIRST;
        }
        if (!candidate || gap > settings.longestGapMillis()) {
            forget();
            return Verdict.TYPED;
        }
        burst.append(character);
        return Verdict.PERHAPS;
    }

    private void forget() {
        burst.setLength(0);
        candidate = false;
        afterScan = false;
    }

    /** How many characters of a burst went through so far. */
    public int length() {
        return burst.length();
    }

    /** The code of the scan that has just ended; empty when it was too long to be one. */
    public Optional<String> code() {
        return code.length() > MAX_LENGTH ? Optional.empty() : Optional.of(code);
    }

}
