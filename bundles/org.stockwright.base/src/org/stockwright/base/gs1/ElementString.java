package org.stockwright.base.gs1;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.base.Barcode;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;

/**
 * What a GS1 symbol says: elements in the order in which they stand, each identifier once. Dates of two digits for the year
 * are seen from a year that the caller names.
 *
 * @param elements at least one
 */
public record ElementString(List<Element> elements) {

    /** The most characters of a scan: a symbol has fewer, with room for what scanners add. */
    public static final int LONGEST = 512;

    private static final Pattern SHAPE = Pattern.compile("^(?:0[12]\\d{14}|00\\d{18})");
    private static final Pattern GTIN_AT_START = Pattern.compile("^\\(?0[12]\\)?(\\d{14})(?:\\D.*|\\d{2}.*|)$");
    private static final List<String> NET_WEIGHTS = List.of("310", "320", "356");
    private static final List<String> GROSS_WEIGHTS = List.of("330", "340");

    /**
     * Takes a copy.
     *
     * @throws IllegalArgumentException when there is none or one contradicts another: callers with data from outside use
     *             {@link #parse} or {@link #of}
     */
    public ElementString {
        elements = List.copyOf(elements);
        Optional<Refusal> wrong = contradiction(elements);
        if (elements.isEmpty() || wrong.isPresent()
            || elements.size() != elements.stream().map(Element::identifier).distinct().count()) {
            throw new IllegalArgumentException(wrong.map(Refusal::toString).orElse(elements.toString()));
        }
    }

    /** These elements, those that are there twice once, or what contradicts what. */
    public static Outcome<ElementString> of(List<Element> elements) {
        if (elements.isEmpty()) {
            return Outcome.refused(none(""));
        }
        return contradiction(elements).<Outcome<ElementString>>map(Outcome::refused)
            .orElseGet(() -> Outcome.done(new ElementString(List.copyOf(new LinkedHashSet<>(elements)))));
    }

    private static Optional<Refusal> contradiction(List<Element> elements) {
        for (int i = 0; i < elements.size(); i++) {
            Element one = elements.get(i);
            for (Element other : elements.subList(i + 1, elements.size())) {
                if (one.identifier().family().equals(other.identifier().family()) && !one.equals(other)) {
                    return Optional.of(Refusal
                        .of(Gs1Refusal.CONTRADICTION, one.identifier().family(), one.identifier().title(),
                            shown(one), shown(other))
                        .hint("The label is wrong, or two symbols were read as one. Scan one symbol after the other."));
                }
            }
        }
        return Optional.empty();
    }

    private static String shown(Element element) {
        return element.measure().map(Measure::toString).orElse(element.value());
    }

    /**
     * Whether a scan says that it is an element string: by its symbology identifier, by brackets, by a GS, or by a GTIN or
     * SSCC at its beginning. An EAN, a UPC or a code of our own does not. Says nothing about whether it can be read.
     */
    public static boolean looksLike(String scanned) {
        if (scanned.length() > LONGEST) {
            return false;
        }
        return ScanText.readings(scanned).stream().anyMatch(scan -> looksLike(scanned, scan));
    }

    private static boolean looksLike(String scanned, ScanText scan) {
        String text = scan.text();
        return scan.gs1() && !text.isEmpty() || SHAPE.matcher(text).find() || ElementReader.isBracketed(text)
            || scanned.strip().indexOf(ScanText.GS) >= 0 && ApplicationIdentifier.at(text, 0).isPresent();
    }

    /**
     * The GTIN with which a scan begins, whatever stands behind it: enough to find an item although the rest cannot be
     * read.
     *
     * @return empty when there is none, or its check digit is wrong
     */
    public static Optional<Barcode> gtinAtStart(String scanned) {
        if (scanned.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher gtin = GTIN_AT_START.matcher(ScanText.of(scanned).text());
        return gtin.matches() ? Optional.of(Barcode.parse(gtin.group(1))).filter(Outcome::isDone).map(Outcome::value)
            : Optional.empty();
    }

    /**
     * Reads a scan as any scanner may send it: with or without symbology identifier, with GS, a name of it or a character
     * that no value has for FNC1, with separators that are doubled or stand where none is needed, with line ends, written
     * with brackets, or typed through another keyboard layout (French, Belgian, German) than the scanner believes in.
     *
     * <p>Without a separator a field of variable length goes to the end. When that cannot be, or when another reading is
     * there whose fields have check digits or dates, the one reading that is left is taken; of two, none.
     *
     * @return the elements, or why there are none; never an exception
     */
    public static Outcome<ElementString> parse(String scanned) {
        if (scanned.length() > LONGEST) {
            return Outcome.refused(Refusal.of(Gs1Refusal.TOO_LONG, scanned.length(), LONGEST)
                .hint("Scan one symbol after the other."));
        }
        Outcome<ElementString> asItIs = read(scanned);
        if (asItIs.isDone() || isAmbiguous(asItIs)) {
            return asItIs;
        }
        Set<ElementString> meant = new LinkedHashSet<>();
        for (KeyboardLayout layout : KeyboardLayout.values()) {
            layout.meant(ScanText.stripped(scanned)).map(ElementString::read).filter(Outcome::isDone)
                .map(Outcome::value)
                .filter(ElementString::isVerified).ifPresent(meant::add);
        }
        return meant.isEmpty() ? asItIs : single(List.copyOf(meant), "Give the scanner the keyboard of this computer.");
    }

    private boolean isVerified() {
        return elements.stream().anyMatch(element -> element.identifier().hasCheckDigit());
    }

    private static boolean isAmbiguous(Outcome<ElementString> outcome) {
        return outcome.refusals().stream().anyMatch(refusal -> refusal.code() == Gs1Refusal.AMBIGUOUS);
    }

    private static Refusal none(String scanned) {
        return Refusal.of(Gs1Refusal.NOT_AN_ELEMENT_STRING, Shown.of(scanned))
            .hint("It begins with an application identifier such as 01 and a GTIN. Scan it again.");
    }

    private static Outcome<ElementString> single(List<ElementString> readings, String hint) {
        return readings.size() == 1 ? Outcome.done(readings.getFirst())
            : Outcome.refused(Refusal.of(Gs1Refusal.AMBIGUOUS, Shown.of(readings.get(0).toHumanReadable()),
                Shown.of(readings.get(1).toHumanReadable())).hint(hint));
    }

    private static Outcome<ElementString> read(String scanned) {
        List<Outcome<ElementString>> outcomes = ScanText.readings(scanned).stream()
            .filter(scan -> looksLike(scanned, scan)).map(ElementString::read).toList();
        if (outcomes.isEmpty()) {
            return Outcome.refused(none(scanned));
        }
        List<ElementString> done = outcomes.stream().filter(Outcome::isDone).map(Outcome::value).distinct().toList();
        return done.isEmpty() ? outcomes.getFirst() : single(done, Shown.CONFIGURE);
    }

    private static Outcome<ElementString> read(ScanText scan) {
        return ElementReader.isBracketed(scan.text()) ? ElementReader.bracketed(scan.text()).then(ElementString::of)
            : split(scan);
    }

    private static Outcome<ElementString> split(ScanText scan) {
        ElementReader reader = new ElementReader(scan.text());
        Outcome<ElementString> regular = reader.regular().then(ElementString::of);
        if (regular.isDone() && scan.separated()) {
            return regular;
        }
        List<ElementString> readings = new ArrayList<>();
        regular.map(readings::add);
        reader.withMissingSeparators(true).stream().map(ElementString::new).forEach(readings::add);
        if (readings.isEmpty()) {
            reader.withMissingSeparators(false).stream().map(ElementString::new).forEach(readings::add);
        }
        return readings.isEmpty() ? regular : single(readings, Shown.CONFIGURE);
    }

    /** The element with this identifier. */
    public Optional<Element> find(ApplicationIdentifier identifier) {
        return elements.stream().filter(element -> element.identifier().equals(identifier)).findFirst();
    }

    private Optional<String> value(ApplicationIdentifier identifier) {
        return find(identifier).map(Element::value);
    }

    private Optional<Barcode> gtin(ApplicationIdentifier identifier) {
        return value(identifier).map(digits -> Barcode.parse(digits).value());
    }

    /** The trade item that carries the symbol (AI 01). */
    public Optional<Barcode> gtin() {
        return gtin(ApplicationIdentifier.GTIN);
    }

    /** The trade item that a logistic unit contains (AI 02). */
    public Optional<Barcode> contained() {
        return gtin(ApplicationIdentifier.CONTENT);
    }

    /** The logistic unit (AI 00). */
    public Optional<Sscc> sscc() {
        return value(ApplicationIdentifier.SSCC).map(Sscc::new);
    }

    /** Batch or lot number (AI 10). */
    public Optional<String> lot() {
        return value(ApplicationIdentifier.LOT);
    }

    /** Serial number (AI 21). */
    public Optional<String> serial() {
        return value(ApplicationIdentifier.SERIAL);
    }

    /** When it expires (AI 17, or the day of AI 7003). */
    public Optional<LocalDate> expires(int thisYear) {
        return date(ApplicationIdentifier.EXPIRES, thisYear)
            .or(() -> date(ApplicationIdentifier.EXPIRES_AT, thisYear));
    }

    /** Until when it is at its best (AI 15). */
    public Optional<LocalDate> bestBefore(int thisYear) {
        return date(ApplicationIdentifier.BEST_BEFORE, thisYear);
    }

    /** Until when it may be sold (AI 16). */
    public Optional<LocalDate> sellBy(int thisYear) {
        return date(ApplicationIdentifier.SELL_BY, thisYear);
    }

    /** When it was made (AI 11). */
    public Optional<LocalDate> produced(int thisYear) {
        return date(ApplicationIdentifier.PRODUCED, thisYear);
    }

    /** When it was packed (AI 13). */
    public Optional<LocalDate> packed(int thisYear) {
        return date(ApplicationIdentifier.PACKED, thisYear);
    }

    /** A date by its identifier. */
    public Optional<LocalDate> date(ApplicationIdentifier identifier, int thisYear) {
        return find(identifier).flatMap(element -> element.date(thisYear));
    }

    /** How many (AI 30 or 37). */
    public Optional<BigDecimal> count() {
        return find(ApplicationIdentifier.VARIABLE_COUNT).or(() -> find(ApplicationIdentifier.COUNT))
            .flatMap(Element::number);
    }

    /** Net weight (AI 310n, 320n, 356n). */
    public Optional<Measure> netWeight() {
        return measure(NET_WEIGHTS);
    }

    /** Weight with the packing (AI 330n, 340n). */
    public Optional<Measure> grossWeight() {
        return measure(GROSS_WEIGHTS);
    }

    private Optional<Measure> measure(List<String> families) {
        return elements.stream().filter(element -> families.contains(element.identifier().family())).findFirst()
            .flatMap(Element::measure);
    }

    /** The measures that say how much of an item there is: net weight, net volume, length, area. */
    public List<Measure> amounts() {
        return elements.stream().filter(element -> element.identifier().isAmount())
            .flatMap(element -> element.measure().stream()).toList();
    }

    /**
     * The data of a symbol.
     *
     * @param fnc1 what stands for FNC1 between two elements, where the first has no predefined length
     */
    public String toText(String fnc1) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            text.append(element.identifier().code()).append(element.value());
            if (i < elements.size() - 1 && !element.identifier().isPredefined()) {
                text.append(fnc1);
            }
        }
        return text.toString();
    }

    /** The text under the bars: the identifiers in brackets. */
    public String toHumanReadable() {
        StringBuilder text = new StringBuilder();
        elements.forEach(text::append);
        return text.toString();
    }

    @Override
    public String toString() {
        return toHumanReadable();
    }

}
