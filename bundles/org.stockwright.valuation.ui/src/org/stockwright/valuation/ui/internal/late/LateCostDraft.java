package org.stockwright.valuation.ui.internal.late;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.LateCosts.Basis;
import org.stockwright.valuation.LateCosts.Request;
import org.stockwright.valuation.LateCosts.Target;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Typed;

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
        Typed typed = new Typed(figures.zone(), now);
        List<Target> targets = targets(typed);
        Cost amount = new Cost(typed.amount("material", material), typed.amount("freight", freight),
            typed.amount("labour", labour), typed.amount("overhead", overhead));
        if (amount.isZero() && typed.isGood()) {
            typed.missing("The amount", "Type what the goods cost more.");
        }
        Instant when = typed.start(effective).orElse(now);
        return typed.outcome(
            () -> new Request(key, when, targets, amount, basis, reference.strip(), reason.strip()));
    }

    private List<Target> targets(Typed typed) {
        List<Target> targets = new ArrayList<>();
        for (String word : documents.split("[,;\\s]+")) {
            if (!word.isEmpty()) {
                target(word, typed).ifPresent(targets::add);
            }
        }
        if (targets.isEmpty() && typed.isGood()) {
            typed.missing("The document", "Type the number or key of the receipt, or several, apart by commas.");
        }
        return targets;
    }

    private static Optional<Target> target(String word, Typed typed) {
        Matcher matcher = TARGET.matcher(word);
        if (!matcher.matches()) {
            typed.refuse(Refusal.of(LedgerRefusal.UNKNOWN_POSTING, word)
                .hint("Write GR-0004, GR-0004/2 for its second line, or GR-0004/2=3.5 with what it weighs."));
            return Optional.empty();
        }
        Optional<BigDecimal> share = Optional.ofNullable(matcher.group(3))
            .map(text -> typed.amount("documents", text));
        return Optional
            .of(new Target(matcher.group(1), Optional.ofNullable(matcher.group(2)).map(Integer::valueOf), share));
    }

}
