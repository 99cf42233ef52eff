package org.stockwright.base.gs1;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of an element's value, as the General Specifications write its format: {@code N6} is six digits, {@code X..20} up
 * to twenty characters, {@code [N..12]} may be missing. A letter behind it says what else holds.
 *
 * @param numeric digits only; else characters of the character set 82
 * @param least the fewest characters, if it is there
 * @param most the most characters
 * @param optional whether it may be missing
 * @param rule what else holds
 */
record Part(boolean numeric, int least, int most, boolean optional, Rule rule) {

    /** What holds for a part besides its length and characters. */
    enum Rule {
        /** Nothing more. */
        FREE,
        /** The last digit is a check digit (modulo 10, weights 3 and 1). */
        CHECK_DIGIT,
        /** YYMMDD; the day 00 is the last of the month. */
        MONTH_OR_DAY,
        /** YYMMDD. */
        DAY,
        /** HHMM. */
        TIME
    }

    private static final Pattern FORMAT = Pattern.compile("(\\[)?([NX])(\\.\\.)?(\\d+)([kmdt])?]?");

    /** The part that is written so. */
    static Part of(String format) {
        Matcher matcher = FORMAT.matcher(format);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(format);
        }
        int most = Integer.parseInt(matcher.group(4));
        Rule rule = switch (matcher.group(5)) {
            case "k" -> Rule.CHECK_DIGIT;
            case "m" -> Rule.MONTH_OR_DAY;
            case "d" -> Rule.DAY;
            case "t" -> Rule.TIME;
            case null, default -> Rule.FREE;
        };
        return new Part(matcher.group(2).equals("N"), matcher.group(3) == null ? most : 1, most,
            matcher.group(1) != null, rule);
    }

    boolean isDate() {
        return rule == Rule.MONTH_OR_DAY || rule == Rule.DAY;
    }

    /** Whether only this part can be wrong by accident: a check digit or a date. */
    boolean isVerified() {
        return rule == Rule.CHECK_DIGIT || isDate();
    }

    boolean isFixed() {
        return least == most && !optional;
    }

    /** Whether this character may stand in the part. */
    boolean allows(char c) {
        return numeric ? c >= '0' && c <= '9' : isInCharacterSet82(c);
    }

    /** GS1 General Specifications, figure 7.11-1: letters, digits and twenty more characters. */
    static boolean isInCharacterSet82(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
            || "!\"%&'()*+,-./:;<=>?_".indexOf(c) >= 0;
    }

}
