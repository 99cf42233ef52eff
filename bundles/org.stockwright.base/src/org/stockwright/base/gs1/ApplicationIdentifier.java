package org.stockwright.base.gs1;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Barcode;
import org.stockwright.base.Refusal;

/**
 * A GS1 application identifier: two to four digits that say what the data behind them mean and how long they are. There is
 * one object for each, found by {@link #of}.
 */
public final class ApplicationIdentifier {

    /**
     * GS1 General Specifications, figure 3.2-1: code, format, title, unit. An {@code n} is the fourth digit, from 0 to the
     * digit behind it. Formats: see {@link Part}; k is a check digit, m a date whose day may be 00, d a date, t a time.
     * Units with a star say how much of an item there is, the others how large or heavy it is.
     */
    private static final String TABLE = """
        00    | N18k             | SSCC
        01    | N14k             | GTIN
        02    | N14k             | CONTENT
        10    | X..20            | BATCH/LOT
        11    | N6m              | PROD DATE
        12    | N6m              | DUE DATE
        13    | N6m              | PACK DATE
        15    | N6m              | BEST BEFORE
        16    | N6m              | SELL BY
        17    | N6m              | USE BY
        20    | N2               | VARIANT
        21    | X..20            | SERIAL
        22    | X..20            | CPV
        235   | X..28            | TPX
        240   | X..30            | ADDITIONAL ID
        241   | X..30            | CUST. PART No.
        242   | N..6             | MTO VARIANT
        243   | X..20            | PCN
        250   | X..30            | SECONDARY SERIAL
        251   | X..30            | REF. TO SOURCE
        253   | N13k [X..17]     | GDTI
        254   | X..20            | GLN EXTENSION
        255   | N13k [N..12]     | GCN
        30    | N..8             | VAR. COUNT
        310n5 | N6               | NET WEIGHT     | KG*
        311n5 | N6               | LENGTH         | M*
        312n5 | N6               | WIDTH          | M
        313n5 | N6               | HEIGHT         | M
        314n5 | N6               | AREA           | M2*
        315n5 | N6               | NET VOLUME     | L*
        316n5 | N6               | NET VOLUME     | M3*
        320n5 | N6               | NET WEIGHT     | LB*
        321n5 | N6               | LENGTH         | IN*
        322n5 | N6               | LENGTH         | FT*
        323n5 | N6               | LENGTH         | YD*
        324n5 | N6               | WIDTH          | IN
        325n5 | N6               | WIDTH          | FT
        326n5 | N6               | WIDTH          | YD
        327n5 | N6               | HEIGHT         | IN
        328n5 | N6               | HEIGHT         | FT
        329n5 | N6               | HEIGHT         | YD
        330n5 | N6               | GROSS WEIGHT   | KG
        331n5 | N6               | LENGTH, log    | M
        332n5 | N6               | WIDTH, log     | M
        333n5 | N6               | HEIGHT, log    | M
        334n5 | N6               | AREA, log      | M2
        335n5 | N6               | VOLUME, log    | L
        336n5 | N6               | VOLUME, log    | M3
        337n5 | N6               | KG PER M2      | KG/M2
        340n5 | N6               | GROSS WEIGHT   | LB
        341n5 | N6               | LENGTH, log    | IN
        342n5 | N6               | LENGTH, log    | FT
        343n5 | N6               | LENGTH, log    | YD
        344n5 | N6               | WIDTH, log     | IN
        345n5 | N6               | WIDTH, log     | FT
        346n5 | N6               | WIDTH, log     | YD
        347n5 | N6               | HEIGHT, log    | IN
        348n5 | N6               | HEIGHT, log    | FT
        349n5 | N6               | HEIGHT, log    | YD
        350n5 | N6               | AREA           | IN2*
        351n5 | N6               | AREA           | FT2*
        352n5 | N6               | AREA           | YD2*
        353n5 | N6               | AREA, log      | IN2
        354n5 | N6               | AREA, log      | FT2
        355n5 | N6               | AREA, log      | YD2
        356n5 | N6               | NET WEIGHT     | OZT*
        357n5 | N6               | NET VOLUME     | FLOZ*
        360n5 | N6               | NET VOLUME     | QT*
        361n5 | N6               | NET VOLUME     | GAL*
        362n5 | N6               | VOLUME, log    | QT
        363n5 | N6               | VOLUME, log    | GAL
        364n5 | N6               | VOLUME         | IN3*
        365n5 | N6               | VOLUME         | FT3*
        366n5 | N6               | VOLUME         | YD3*
        367n5 | N6               | VOLUME, log    | IN3
        368n5 | N6               | VOLUME, log    | FT3
        369n5 | N6               | VOLUME, log    | YD3
        37    | N..8             | COUNT
        390n9 | N..15            | AMOUNT
        391n9 | N3 N..15         | AMOUNT
        392n9 | N..15            | PRICE
        393n9 | N3 N..15         | PRICE
        394n3 | N4               | PRCNT OFF
        395n5 | N6               | PRICE/UoM
        400   | X..30            | ORDER NUMBER
        401   | X..30            | GINC
        402   | N17k             | GSIN
        403   | X..30            | ROUTE
        410   | N13k             | SHIP TO LOC
        411   | N13k             | BILL TO
        412   | N13k             | PURCHASE FROM
        413   | N13k             | SHIP FOR LOC
        414   | N13k             | LOC No.
        415   | N13k             | PAY TO
        416   | N13k             | PROD/SERV LOC
        417   | N13k             | PARTY
        420   | X..20            | SHIP TO POST
        421   | N3 X..9          | SHIP TO POST
        422   | N3               | ORIGIN
        423   | N..15            | COUNTRY - INITIAL PROCESS
        424   | N3               | COUNTRY - PROCESS
        425   | N..15            | COUNTRY - DISASSEMBLY
        426   | N3               | COUNTRY - FULL PROCESS
        427   | X..3             | ORIGIN SUBDIVISION
        7001  | N13              | NSN
        7002  | X..30            | MEAT CUT
        7003  | N6d N4t          | EXPIRY TIME
        7004  | N..4             | ACTIVE POTENCY
        7005  | X..12            | CATCH AREA
        7006  | N6d              | FIRST FREEZE DATE
        7007  | N6d [N6d]        | HARVEST DATE
        7008  | X..3             | AQUATIC SPECIES
        7009  | X..10            | FISHING GEAR TYPE
        7010  | X..2             | PROD METHOD
        7011  | N6d [N4t]        | TEST BY DATE
        7020  | X..20            | REFURB LOT
        7021  | X..20            | FUNC STAT
        7022  | X..20            | REV STAT
        7023  | X..30            | GIAI - ASSEMBLY
        703n9 | N3 X..27         | PROCESSOR
        710   | X..20            | NHRN PZN
        711   | X..20            | NHRN CIP
        712   | X..20            | NHRN CN
        713   | X..20            | NHRN DRN
        714   | X..20            | NHRN AIM
        715   | X..20            | NHRN NDC
        716   | X..20            | NHRN AIC
        723n9 | X2 X..28         | CERT
        7240  | X..20            | PROTOCOL
        8001  | N14              | DIMENSIONS
        8002  | X..20            | CMT No.
        8003  | N1 N13k [X..16]  | GRAI
        8004  | X..30            | GIAI
        8005  | N6               | PRICE PER UNIT
        8006  | N14k N4          | ITIP
        8007  | X..34            | IBAN
        8008  | N8 [N..4]        | PROD TIME
        8012  | X..20            | VERSION
        8013  | X..25            | GMN
        8017  | N18k             | GSRN - PROVIDER
        8018  | N18k             | GSRN - RECIPIENT
        8019  | N..10            | SRIN
        8020  | X..25            | REF No.
        8026  | N14k N4          | ITIP CONTENT
        8110  | X..70            | COUPON
        8200  | X..70            | PRODUCT URL
        90    | X..30            | INTERNAL
        91    | X..90            | INTERNAL
        92    | X..90            | INTERNAL
        93    | X..90            | INTERNAL
        94    | X..90            | INTERNAL
        95    | X..90            | INTERNAL
        96    | X..90            | INTERNAL
        97    | X..90            | INTERNAL
        98    | X..90            | INTERNAL
        99    | X..90            | INTERNAL
        """;

    /** General Specifications, figure 5.10.1-2: the first two digits of those that need no FNC1 behind them. */
    private static final Set<String> PREDEFINED = Set.of("00", "01", "02", "03", "04", "11", "12", "13", "14", "15",
        "16", "17", "18", "19", "20", "31", "32", "33", "34", "35", "36", "41");

    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;
    private static final int UNIT = 3;
    private static final String FOURTH_DIGIT = "n";

    private static final Map<String, ApplicationIdentifier> KNOWN = read();

    /** Serial shipping container code. */
    public static final ApplicationIdentifier SSCC = KNOWN.get("00");
    /** Global trade item number. */
    public static final ApplicationIdentifier GTIN = KNOWN.get("01");
    /** Global trade item number of what is contained. */
    public static final ApplicationIdentifier CONTENT = KNOWN.get("02");
    /** Batch or lot number. */
    public static final ApplicationIdentifier LOT = KNOWN.get("10");
    /** Date of production. */
    public static final ApplicationIdentifier PRODUCED = KNOWN.get("11");
    /** Due date of an amount to be paid. */
    public static final ApplicationIdentifier DUE = KNOWN.get("12");
    /** Date of packing. */
    public static final ApplicationIdentifier PACKED = KNOWN.get("13");
    /** Best before date. */
    public static final ApplicationIdentifier BEST_BEFORE = KNOWN.get("15");
    /** Sell by date. */
    public static final ApplicationIdentifier SELL_BY = KNOWN.get("16");
    /** Expiration date. */
    public static final ApplicationIdentifier EXPIRES = KNOWN.get("17");
    /** Serial number. */
    public static final ApplicationIdentifier SERIAL = KNOWN.get("21");
    /** How many items a trade item of variable measure contains. */
    public static final ApplicationIdentifier VARIABLE_COUNT = KNOWN.get("30");
    /** How many trade items a logistic unit contains. */
    public static final ApplicationIdentifier COUNT = KNOWN.get("37");
    /** Expiration date and time. */
    public static final ApplicationIdentifier EXPIRES_AT = KNOWN.get("7003");

    private final String code;
    private final String family;
    private final String title;
    private final List<Part> parts;
    private final int decimals;
    private final String unit;
    private final boolean amount;

    private ApplicationIdentifier(String code, String family, String title, List<Part> parts, int decimals,
        String unit) {
        this.code = code;
        this.family = family;
        this.title = title;
        this.parts = parts;
        this.decimals = decimals;
        this.unit = unit.replace("*", "");
        amount = unit.endsWith("*");
    }

    private static Map<String, ApplicationIdentifier> read() {
        Map<String, ApplicationIdentifier> known = new LinkedHashMap<>();
        TABLE.lines().map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
            .forEach(row -> read(row, known));
        return known;
    }

    private static void read(List<String> row, Map<String, ApplicationIdentifier> known) {
        String code = row.get(0);
        List<Part> parts = Arrays.stream(row.get(1).split(" ")).map(Part::of).toList();
        String unit = row.size() > UNIT ? row.get(UNIT) : "";
        if (!code.contains(FOURTH_DIGIT)) {
            known.put(code, new ApplicationIdentifier(code, code, row.get(2), parts, 0, unit));
            return;
        }
        String family = code.substring(0, code.indexOf(FOURTH_DIGIT));
        // of processors and certificates the fourth digit only tells them apart
        boolean tells = family.startsWith("7");
        for (int digit = 0; digit <= Character.digit(code.charAt(code.length() - 1), 10); digit++) {
            String each = family + digit;
            known.put(each, new ApplicationIdentifier(each, tells ? each : family, row.get(2), parts,
                tells ? 0 : digit, unit));
        }
    }

    /** The identifier with these digits, for example {@code 3103}; empty when it is not known here. */
    public static Optional<ApplicationIdentifier> of(String code) {
        return Optional.ofNullable(KNOWN.get(code));
    }

    /** All that are known, each with its fourth digit. */
    public static Collection<ApplicationIdentifier> all() {
        return KNOWN.values();
    }

    /** The identifier that stands at a place of a text; none is the beginning of another. */
    static Optional<ApplicationIdentifier> at(String text, int from) {
        for (int length = SHORTEST; length <= LONGEST && from + length <= text.length(); length++) {
            ApplicationIdentifier found = KNOWN.get(text.substring(from, from + length));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Its digits, for example {@code 01} or {@code 3103}. */
    public String code() {
        return code;
    }

    /** The digits that it shares with those that differ in the place of the decimal point only, for example 310. */
    public String family() {
        return family;
    }

    /** Its data title in the General Specifications. */
    public String title() {
        return title;
    }

    /** How many digits of the value stand behind the decimal point, which the fourth digit says; 0 for most. */
    public int decimals() {
        return decimals;
    }

    /** The unit of what is measured, for example {@code KG}, {@code M2}; empty when nothing is. */
    public String unit() {
        return unit;
    }

    /** Whether it says how much of an item there is, and not only how large or heavy the goods are with their packing. */
    public boolean isAmount() {
        return amount;
    }

    /** Whether its length is predefined: no FNC1 has to stand between it and the next element. */
    public boolean isPredefined() {
        return PREDEFINED.contains(code.substring(0, SHORTEST));
    }

    /** Whether each value has the same length. */
    public boolean isFixed() {
        return parts.getLast().isFixed();
    }

    /** The most characters of a value. */
    public int longest() {
        return parts.stream().mapToInt(Part::most).sum();
    }

    /** The fewest characters of a value. */
    public int shortest() {
        return parts.stream().filter(part -> !part.optional()).mapToInt(Part::least).sum();
    }

    List<Part> parts() {
        return parts;
    }

    /** Whether a value that passes the checks can hardly have come about by accident. */
    boolean isConvincing() {
        return parts.getFirst().isVerified() || code.startsWith("310") || code.startsWith("320");
    }

    /** Whether a value has a check digit. */
    boolean hasCheckDigit() {
        return parts.stream().anyMatch(part -> part.rule() == Part.Rule.CHECK_DIGIT);
    }

    /** What is wrong with a value; empty when nothing is. */
    Optional<Refusal> check(String value) {
        int length = value.length();
        if (length < shortest() || length > longest()) {
            return Optional.of(wrongLength(value));
        }
        int at = 0;
        for (Part part : parts) {
            String piece = value.substring(at, Math.min(length, at + part.most()));
            at += piece.length();
            if (piece.isEmpty() && part.optional()) {
                continue;
            }
            if (piece.length() < part.least()) {
                return Optional.of(wrongLength(value));
            }
            Optional<Refusal> wrong = check(part, piece, value);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Refusal wrongLength(String value) {
        String allowed = shortest() == longest() ? Integer.toString(longest())
            : "from " + shortest() + " to " + longest();
        return Refusal.of(Gs1Refusal.WRONG_LENGTH, code, title, Shown.of(value), value.length(), allowed)
            .hint(parts.getFirst().rule() == Part.Rule.CHECK_DIGIT && value.length() < longest()
                ? "Put zeros before a shorter number. If the symbol was read, scan it again."
                : "Scan it again. " + Shown.CONFIGURE);
    }

    private Optional<Refusal> check(Part part, String piece, String value) {
        for (int i = 0; i < piece.length(); i++) {
            if (!part.allows(piece.charAt(i))) {
                return Optional.of(Refusal.of(Gs1Refusal.BAD_CHARACTER, code, title, Shown.of(value),
                    Shown.of(piece.substring(i, i + 1))).hint("Scan it again. " + Shown.CONFIGURE));
            }
        }
        return switch (part.rule()) {
            case FREE -> Optional.empty();
            case CHECK_DIGIT -> {
                char right = Barcode.checkDigit(piece.substring(0, piece.length() - 1));
                yield right == piece.charAt(piece.length() - 1) ? Optional.empty()
                    : Optional.of(Refusal.of(Gs1Refusal.WRONG_CHECK_DIGIT, code, title, Shown.of(value), right)
                        .hint("Scan it again, or compare it with the digits under the bars."));
            }
            case MONTH_OR_DAY, DAY -> ElementDate.isDate(piece, part.rule() == Part.Rule.MONTH_OR_DAY)
                ? Optional.empty() : Optional.of(badDate(value));
            case TIME -> ElementDate.isTime(piece) ? Optional.empty() : Optional.of(badDate(value));
        };
    }

    private Refusal badDate(String value) {
        return Refusal.of(Gs1Refusal.BAD_DATE, code, title, Shown.of(value))
            .hint("It has to be year, month and day, as in 261231. Scan it again, or type it as the label says.");
    }

    /** The digits in brackets. */
    @Override
    public String toString() {
        return "(" + code + ")";
    }

}
