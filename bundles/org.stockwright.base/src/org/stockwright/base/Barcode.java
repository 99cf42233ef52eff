package org.stockwright.base;

/**
 * A barcode as it stands on an item or a pack. GTINs (EAN-8, UPC-A, EAN-13, GTIN-14) are kept with their verified check
 * digit; other texts of printable ASCII characters are kept as they are (Code 128).
 *
 * @param text the characters that a scanner sends, without symbology prefix
 * @param symbology what it is
 */
public record Barcode(String text, Symbology symbology) {

    /** The longest barcode that is accepted. */
    public static final int MAX_LENGTH = 48;

    /** The kinds of barcodes, told apart by their length. */
    public enum Symbology {
        /** Eight digits with a check digit. */
        EAN_8,
        /** Twelve digits with a check digit. */
        UPC_A,
        /** Thirteen digits with a check digit. */
        EAN_13,
        /** Fourteen digits with a check digit, on packs. */
        GTIN_14,
        /** Any other printable text. */
        CODE_128
    }

    /** Why a barcode was refused. */
    public enum Code implements RefusalCode {
        /** Nothing, too long, or with characters that no barcode has. */
        NOT_A_BARCODE("''{0}'' is no barcode"),
        /** The last digit does not fit the others. */
        WRONG_CHECK_DIGIT("The last digit of {0} should be {1}");

        private final String sentence;

        Code(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public String sentence() {
            return sentence;
        }
    }

    /**
     * Reads a barcode: 8, 12, 13 or 14 digits must carry the right check digit (modulo 10 with weights 3 and 1, GS1
     * General Specifications, section 7.9).
     */
    public static Outcome<Barcode> parse(String input) {
        String text = input.strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH || !text.chars().allMatch(c -> c > 32 && c < 127)) {
            String shown = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
            return Outcome.refused(Refusal.of(Code.NOT_A_BARCODE, shown.replaceAll("\\p{Cntrl}", "?"))
                .hint("Scan it again, or type the digits under the bars."));
        }
        Symbology symbology = symbologyOf(text);
        if (symbology != Symbology.CODE_128) {
            char expected = checkDigit(text.substring(0, text.length() - 1));
            if (text.charAt(text.length() - 1) != expected) {
                return Outcome.refused(Refusal.of(Code.WRONG_CHECK_DIGIT, text, expected)
                    .hint("Scan it again, or compare it with the digits under the bars."));
            }
        }
        return Outcome.done(new Barcode(text, symbology));
    }

    private static Symbology symbologyOf(String text) {
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Symbology.CODE_128;
        }
        return switch (text.length()) {
            case 8 -> Symbology.EAN_8;
            case 12 -> Symbology.UPC_A;
            case 13 -> Symbology.EAN_13;
            case 14 -> Symbology.GTIN_14;
            default -> Symbology.CODE_128;
        };
    }

    /** The check digit that belongs behind these digits. */
    public static char checkDigit(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += (digits.charAt(i) - '0') * weight;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /**
     * The form that two spellings of one GTIN share: fourteen digits with leading zeros, so that a UPC-A and the EAN-13
     * with a leading zero are found as the same; other texts as they are.
     */
    public String normalised() {
        return symbology == Symbology.CODE_128 ? text : "0".repeat(14 - text.length()) + text;
    }

    @Override
    public String toString() {
        return text;
    }

}
