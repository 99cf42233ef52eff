package org.stockwright.base.gs1;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scan without what scanners add: symbology identifier, line ends, and the many things that they send for FNC1, which
 * are all the character GS here, one between two fields and none at the ends.
 *
 * @param text the element string
 * @param gs1 whether the symbology identifier says that it is one
 * @param separated whether the scanner sent anything for FNC1: then it does so wherever there is one
 */
record ScanText(String text, boolean gs1, boolean separated) {

    static final char GS = 0x1D;

    private static final Pattern IDENTIFIER = Pattern.compile("^(?:\\][A-Za-z][0-9A-Za-z])+");
    private static final int IDENTIFIER_LENGTH = 3;
    /** General Specifications, figure 5.1.2-1: GS1-128, DataBar and composites, DataMatrix, QR Code, DotCode. */
    private static final Set<String> GS1_SYMBOLS = Set.of("]C1", "]e0", "]e1", "]e2", "]d2", "]Q3", "]J1");

    /** The names of the character that scanners send for it; the last is the picture of it. */
    private static final Pattern NAMED = Pattern.compile("(?i)\\{GS\\}|<GS>|\\[GS\\]|\\{FNC1\\}|<FNC1>|\\[FNC1\\]"
        + "|\\\\x1D|\\\\u001D|\\\\035|[<{\\[]0x1D[>}\\]]|&#29;|&#x1D;|\\^\\]|\u241D");
    private static final Pattern AROUND = Pattern.compile("^[ \\t\\r\\n\\f]+|[ \\t\\r\\n\\f]+$");
    private static final Pattern TILDES = Pattern.compile("[^~]*(?:~+1[^~]*)+");
    /** Printable characters that no value has, and the control characters beside GS. */
    private static final String SEPARATORS = " #$@[\\]^`{|}~\u001C\u001D\u001E\u001F";

    static ScanText of(String scanned) {
        return of(scanned, "~");
    }

    /** One reading, or two when each ~ has a 1 behind it: ~ as well as ~1 may stand for FNC1. */
    static List<ScanText> readings(String scanned) {
        return scanned.indexOf('~') >= 0 && TILDES.matcher(scanned).matches()
            ? List.of(of(scanned), of(scanned, "~1")) : List.of(of(scanned));
    }

    /** The text without blanks and line ends around it; a GS there is a separator. */
    static String stripped(String scanned) {
        return AROUND.matcher(scanned).replaceAll("");
    }

    private static ScanText of(String scanned, String tilde) {
        String stripped = stripped(scanned);
        Matcher identifier = IDENTIFIER.matcher(stripped);
        boolean gs1 = false;
        if (identifier.find()) {
            gs1 = GS1_SYMBOLS.contains(stripped.substring(identifier.end() - IDENTIFIER_LENGTH, identifier.end()));
            stripped = stripped.substring(identifier.end());
        }
        String named = NAMED.matcher(stripped.replace(tilde, String.valueOf(GS))).replaceAll(String.valueOf(GS));
        StringBuilder text = new StringBuilder();
        boolean separated = false;
        boolean pending = false;
        for (int i = 0; i < named.length(); i++) {
            char c = named.charAt(i);
            if (SEPARATORS.indexOf(c) >= 0) {
                separated = true;
                pending = !text.isEmpty();
                continue;
            }
            if (pending) {
                text.append(GS);
                pending = false;
            }
            text.append(c);
        }
        return new ScanText(text.toString(), gs1, separated);
    }

}
