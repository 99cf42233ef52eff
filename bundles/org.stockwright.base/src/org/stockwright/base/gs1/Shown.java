package org.stockwright.base.gs1;

/** Texts of a scan in a refusal. */
final class Shown {

    /** What to do about a scanner that loses FNC1. */
    static final String CONFIGURE = "Let the scanner send FNC1 as the character GS (hexadecimal 1D).";

    private static final int LONGEST = 60;

    private Shown() {
    }

    /** The text without characters that nobody sees, and not more of it than one can read. */
    static String of(String text) {
        String visible = text.replaceAll("[\\p{Cntrl}\\p{Cn}\\p{Cs}]", "?");
        return visible.length() > LONGEST ? visible.substring(0, LONGEST) + "…" : visible;
    }

}
