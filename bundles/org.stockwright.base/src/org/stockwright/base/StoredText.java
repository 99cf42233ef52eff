package org.stockwright.base;

/**
 * What every supported database keeps as it is: any text of Unicode characters but NUL. A half of a surrogate pair is no
 * character.
 */
public final class StoredText {

    private static final char REPLACEMENT = '\uFFFD';

    private StoredText() {
    }

    /** Whether the text has no NUL and no half of a surrogate pair. */
    public static boolean isSound(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnsound(text, i)) {
                return false;
            }
        }
        return true;
    }

    /** The text with U+FFFD for each NUL and each half of a surrogate pair. */
    public static String mended(String text) {
        if (isSound(text)) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isUnsound(text, i)) {
                mended.setCharAt(i, REPLACEMENT);
            }
        }
        return mended.toString();
    }

    private static boolean isUnsound(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return c == 0 || Character.isLowSurrogate(c)
            && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

}
