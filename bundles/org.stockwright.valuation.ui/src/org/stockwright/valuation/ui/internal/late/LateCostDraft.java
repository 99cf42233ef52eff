package org.stockwright.valuation.ui.internal.late;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.ui.TypedInstant;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.LateCosts.Basis;
import org.stockwright.valuation.LateCosts.Request;
import org.stockwright.valuation.LateCosts.Target;
import org.stockwright.valuation.ui.internal.Figures;

/**
 * A late cost as it is typed, or why it is none yet. No widgets; never changes. Documents stand apart by commas, blanks or
 * lines; {@code GR-0004/2} is the second line of a document, {@code GR-0004/2=3.5} says how much it weighs.
 *
 * @param documents the receipts that it is for
 * @param material what the goods themselves cost more
 * @param freight freight, duty and what else it took
 * @param labour work
 * @param overhead a share of what work needs
 * @param basis by what it is split
 * @param effective when it counts; empty for now
 * @param reference the paper, or empty
 * @param reason why, or empty
 */
@SuppressWarnings("nls")
record LateCostDraft(String documents, String material, String freight, String labour, String overhead, Basis basis,
    String effective, String reference, String reason) {

    private static final Pattern TARGET = Pattern.compile("([^=]+?)(?:/(\\d{1,6}))?(?:=([^=]+))?");

    /** For these documents, nothing else typed yet. */
    static LateCostDraft of(String documents) {
        return new LateCostDraft(documents, "", "", "", "", Basis.VALUE, "", "", "");
    }

    /** Whether no amount was typed at all. */
    boolean isWithoutAmount() {
        return material.isBlank() && freight.isBlank() && labour.isBlank() && overhead.isBlank();
    }

    /**
     * The request, or every reason why it is none.
     *
     * @param key what repeats of it are known by
     * @param now the current instant
     */
    Outcome<Request> request(String key, Figures figures, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        List<Target> targets = targets(refusals);
        Cost amount = new Cost(amount("material", material, refusals), amount("freight", freight, refusals),
            amount("labour", labour, refusals), amount("overhead", overhead, refusals));
        if (amount.isZero() && refusals.isEmpty()) {
            refusals.add(Refusal.of(CatalogRefusal.MISSING, "The amount").hint("Type what the goods cost more."));
        }
        Instant when = instant(figures, now, refusals);
        return refusals.isEmpty()
            ? Outcome.done(new Request(key, when, targets, amount, basis, reference.strip(), reason.strip()))
            : Outcome.refused(refusals);
    }

    private List<Target> targets(List<Refusal> refusals) {
        List<Target> targets = new ArrayList<>();
        for (String word : documents.split("[,;\\s]+")) {
            if (!word.isEmpty()) {
                target(word, refusals).ifPresent(targets::add);
            }
        }
        if (targets.isEmpty() && refusals.isEmpty()) {
            refusals.add(Refusal.of(CatalogRefusal.MISSING, "The document")
                .hint("Type the number or key of the receipt, or several, apart by commas."));
        }
        return targets;
    }

    private static Optional<Target> target(String word, List<Refusal> refusals) {
        Matcher matcher = TARGET.matcher(word);
        if (!matcher.matches()) {
            refusals.add(Refusal.of(LedgerRefusal.UNKNOWN_POSTING, word)
                .hint("Write GR-0004, GR-0004/2 for its second line, or GR-0004/2=3.5 with what it weighs."));
            return Optional.empty();
        }
        Optional<BigDecimal> share = Optional.empty();
        if (matcher.group(3) != null) {
            BigDecimal number = amount("documents", matcher.group(3), refusals);
            share = Optional.of(number);
        }
        return Optional
            .of(new Target(matcher.group(1), Optional.ofNullable(matcher.group(2)).map(Integer::valueOf), share));
    }

    private static BigDecimal amount(String column, String text, List<Refusal> refusals) {
        if (text.isBlank()) {
            return BigDecimal.ZERO;
        }
        Outcome<BigDecimal> number = Decimals.parse(text);
        number.refusals().forEach(refusal -> refusals.add(refusal.at(Place.field(0, column))));
        return number.isDone() ? number.value() : BigDecimal.ZERO;
    }

    private Instant instant(Figures figures, Instant now, List<Refusal> refusals) {
        try {
            return TypedInstant.start(effective, figures.zone(), LocalDate.ofInstant(now, figures.zone()))
                .orElse(now);
        } catch (DateTimeException e) {
            refusals.add(Refusal.of(LedgerRefusal.BAD_INSTANT, effective.strip())
                .hint("Write it as 2026-01-31 or 2026-01-31 14:30, or leave it empty for now."));
            return now;
        }
    }

}
