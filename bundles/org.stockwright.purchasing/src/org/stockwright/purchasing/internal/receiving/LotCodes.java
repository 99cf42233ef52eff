package org.stockwright.purchasing.internal.receiving;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes lots and serial numbers by a pattern. */
final class LotCodes {

    /** The pattern when nobody set one. */
    static final String STANDARD = "{receipt}-{line}-{n}";

    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)\\}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private final String pattern;

    LotCodes(String pattern) {
        this.pattern = pattern;
    }

    /** Whether a text is a pattern whose codes never come twice. */
    static boolean isPattern(String text) {
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            switch (field.group(1)) {
                case "receipt", "line", "item", "date", "n":
                    break;
                default:
                    return false;
            }
        }
        String rest = FIELD.matcher(text).replaceAll("");
        return text.contains("{receipt}") && text.contains("{line}") && rest.equals(rest.strip())
            && rest.chars().noneMatch(c -> c == '{' || c == '}' || Character.isISOControl(c));
    }

    /**
     * The code of a piece.
     *
     * @param piece from 1 for serial numbers, which always stand in the code; 0 for a lot
     */
    String make(String receipt, int line, String item, Instant day, int piece) {
        String code = pattern.replace("{receipt}", receipt).replace("{line}", Integer.toString(line))
            .replace("{item}", item).replace("{date}", DAY.format(day));
        if (piece == 0) {
            return code.replace("-{n}", "").replace("{n}", "");
        }
        return code.contains("{n}") ? code.replace("{n}", Integer.toString(piece)) : code + "-" + piece;
    }

}
