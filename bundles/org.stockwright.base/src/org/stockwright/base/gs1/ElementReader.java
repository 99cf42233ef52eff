package org.stockwright.base.gs1;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;

/**
 * Splits an element string into its elements. A field of variable length goes to the next separator, as the standard says.
 * Where separators may be missing, the other readings are looked for: in a <em>convincing</em> one, each field that would
 * begin without the separator before it has a check digit, is a date or a weight, so that it is hardly there by accident.
 */
final class ElementReader {

    private static final Pattern BRACKETS = Pattern.compile("\\((\\d{2,4})\\)");
    /** Longer searches for readings end without one. */
    private static final int MOST_STEPS = 2_000;
    private static final int MOST_MISSING = 4;

    private final String text;
    private Set<List<Element>> readings;
    private boolean convincingOnly;
    private int steps;

    ElementReader(String text) {
        this.text = text;
    }

    /** Whether the text is written with brackets around the identifiers, as under the bars. */
    static boolean isBracketed(String text) {
        Matcher matcher = BRACKETS.matcher(text);
        return matcher.lookingAt() && ApplicationIdentifier.of(matcher.group(1)).isPresent();
    }

    /** Reads what is written with brackets. */
    static Outcome<List<Element>> bracketed(String text) {
        List<Element> elements = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        Matcher matcher = BRACKETS.matcher(text);
        int from = matcher.find() ? matcher.end() : text.length();
        String code = text.substring(1, from - 1);
        while (refusals.isEmpty() && code != null) {
            String next = null;
            int end = text.length();
            while (next == null && matcher.find()) {
                // brackets around other digits belong to the value
                if (ApplicationIdentifier.of(matcher.group(1)).isPresent()) {
                    next = matcher.group(1);
                    end = matcher.start();
                }
            }
            Outcome<Element> element = Element.of(code, trimmed(text.substring(from, end)));
            refusals.addAll(element.refusals());
            if (element.isDone()) {
                elements.add(element.value());
            }
            code = next;
            from = next == null ? end : matcher.end();
        }
        return refusals.isEmpty() ? Outcome.done(elements) : Outcome.refused(refusals);
    }

    private static String trimmed(String value) {
        int from = value.indexOf(ScanText.GS) == 0 ? 1 : 0;
        int end = value.lastIndexOf(ScanText.GS) == value.length() - 1 ? value.length() - 1 : value.length();
        return value.substring(from, Math.max(from, end));
    }

    /** The reading of the standard: what is of variable length ends at a separator. */
    Outcome<List<Element>> regular() {
        List<Element> elements = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == ScanText.GS) {
                at++;
                continue;
            }
            Optional<ApplicationIdentifier> found = ApplicationIdentifier.at(text, at);
            if (found.isEmpty()) {
                return Outcome.refused(unknown(text.substring(at)));
            }
            ApplicationIdentifier identifier = found.get();
            int from = at + identifier.code().length();
            int end = fieldEnd(identifier, from);
            Outcome<Element> element = Element.of(identifier, text.substring(from, end));
            if (!element.isDone()) {
                return Outcome.refused(element.refusals());
            }
            elements.add(element.value());
            at = end;
        }
        return Outcome.done(elements);
    }

    static Refusal unknown(String rest) {
        return Refusal.of(Gs1Refusal.UNKNOWN_IDENTIFIER, Shown.of(rest))
            .hint("Scan it again. " + Shown.CONFIGURE);
    }

    private int segmentEnd(int from) {
        int end = text.indexOf(ScanText.GS, from);
        return end < 0 ? text.length() : end;
    }

    private int fieldEnd(ApplicationIdentifier identifier, int from) {
        int end = segmentEnd(from);
        return identifier.isFixed() ? Math.min(end, from + identifier.longest()) : end;
    }

    /**
     * The readings in which at least one separator is missing and no identifier stands twice: two at most, more do not
     * matter.
     *
     * @param convincing whether only convincing ones count
     */
    List<List<Element>> withMissingSeparators(boolean convincing) {
        readings = new LinkedHashSet<>();
        convincingOnly = convincing;
        steps = 0;
        search(0, List.of(), 0);
        return steps > MOST_STEPS ? List.of() : List.copyOf(readings);
    }

    private void search(int start, List<Element> before, int missing) {
        if (++steps > MOST_STEPS || readings.size() > 1 || missing > MOST_MISSING) {
            return;
        }
        int at = start < text.length() && text.charAt(start) == ScanText.GS ? start + 1 : start;
        if (at >= text.length()) {
            if (missing > 0) {
                readings.add(before);
            }
            return;
        }
        Optional<ApplicationIdentifier> found = ApplicationIdentifier.at(text, at);
        if (found.isEmpty()
            || before.stream().anyMatch(other -> other.identifier().family().equals(found.get().family()))) {
            return;
        }
        ApplicationIdentifier identifier = found.get();
        int from = at + identifier.code().length();
        int end = fieldEnd(identifier, from);
        take(identifier, from, end, before, missing);
        if (!identifier.isFixed()) {
            int longest = Math.min(end - 1, from + identifier.longest());
            for (int to = longest; to >= from + identifier.shortest(); to--) {
                if (ApplicationIdentifier.at(text, to).filter(this::mayBeGuessed).isPresent()) {
                    take(identifier, from, to, before, missing + 1);
                }
            }
        }
    }

    /** A company's own identifiers are any two digits from 90: they say nothing about a missing separator. */
    private boolean mayBeGuessed(ApplicationIdentifier identifier) {
        return convincingOnly ? identifier.isConvincing() : identifier.code().charAt(0) != '9';
    }

    private void take(ApplicationIdentifier identifier, int from, int end, List<Element> before, int missing) {
        if (Element.of(identifier, text.substring(from, end)) instanceof Outcome.Done<Element> element) {
            List<Element> more = new ArrayList<>(before);
            more.add(element.value());
            search(end, List.copyOf(more), missing);
        }
    }

}
