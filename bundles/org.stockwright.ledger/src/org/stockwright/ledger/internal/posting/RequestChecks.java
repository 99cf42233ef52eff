package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;

/** The checks of a posting that need nothing but the posting. */
final class RequestChecks {

    /** So many that a posting touches fewer than the 5,000 rows at which Derby locks whole tables. */
    static final int MAX_LINES = 2_000;

    private static final int MAX_KEY = 128;
    private static final int MAX_CODE = 64;
    private static final int MAX_REASON = 200;
    private static final int MAX_REFERENCE = 200;
    private static final int MAX_NOTE = 1_000;
    private static final int MAX_SERIES = 16;
    private static final int COST_INTEGERS = 18;
    private static final int COST_DECIMALS = 9;
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private RequestChecks() {
    }

    /** Why this cannot be a key, if it cannot. */
    static Optional<Refusal> key(String key) {
        if (key.isBlank() || !fits(key, MAX_KEY)) {
            String shown = key.length() > MAX_KEY ? key.substring(0, MAX_KEY) + "…" : key;
            return Optional.of(Refusal.of(LedgerRefusal.BAD_KEY, shown)
                .hint("A key has 1 to " + MAX_KEY + " characters and no control characters."));
        }
        return Optional.empty();
    }

    /** Why this instant cannot be kept, if it cannot. */
    static Optional<Refusal> instant(Instant instant) {
        return instant.isBefore(FIRST) || instant.isAfter(LAST)
            ? Optional.of(Refusal.of(LedgerRefusal.BAD_INSTANT, instant).hint("It keeps the years 1900 to 9999."))
            : Optional.empty();
    }

    /** What is wrong with the frame of a posting: number of lines, instant, texts. */
    static List<Refusal> frame(PostingRequest request) {
        List<Refusal> refusals = new ArrayList<>();
        if (request.lines().isEmpty()) {
            refusals.add(Refusal.of(LedgerRefusal.NO_LINES));
        }
        if (request.lines().size() > MAX_LINES) {
            refusals.add(Refusal.of(LedgerRefusal.TOO_MANY_LINES, request.lines().size(), MAX_LINES)
                .hint("Split it into several postings."));
        }
        if (!refusals.isEmpty()) {
            return refusals;
        }
        instant(request.effective()).ifPresent(refusals::add);
        text(refusals, 0, "reference", request.reference(), MAX_REFERENCE);
        text(refusals, 0, "note", request.note(), MAX_NOTE);
        text(refusals, 0, "series", request.series(), MAX_SERIES);
        int number = 0;
        for (MovementLine line : request.lines()) {
            number++;
            text(refusals, number, "lot", line.lot(), MAX_CODE);
            text(refusals, number, "handling unit", line.fromHandlingUnit(), MAX_CODE);
            text(refusals, number, "handling unit", line.toHandlingUnit(), MAX_CODE);
            text(refusals, number, "reason", line.reason(), MAX_REASON);
        }
        return refusals;
    }

    /** Whether a cost is not negative and fits its column. */
    static boolean isCost(BigDecimal cost) {
        BigDecimal plain = cost.stripTrailingZeros();
        return plain.signum() >= 0 && plain.scale() <= COST_DECIMALS
            && plain.precision() - plain.scale() <= COST_INTEGERS;
    }

    private static void text(List<Refusal> refusals, int line, String what, String text, int most) {
        if (!fits(text, most)) {
            refusals.add(Refusal.of(LedgerRefusal.BAD_TEXT, what, most).at(Refusal.Place.line(line)));
        }
    }

    /** Whether a text is short enough and has neither control characters nor halves of characters. */
    static boolean fits(String text, int most) {
        return text.isEmpty()
            || text.length() <= most && text.chars().noneMatch(Character::isISOControl) && StoredText.isSound(text);
    }

    /** Why this reason is too long, if it is. */
    static Optional<Refusal> reason(String reason) {
        return fits(reason, MAX_REASON) ? Optional.empty()
            : Optional.of(Refusal.of(LedgerRefusal.BAD_TEXT, "reason", MAX_REASON));
    }

}
