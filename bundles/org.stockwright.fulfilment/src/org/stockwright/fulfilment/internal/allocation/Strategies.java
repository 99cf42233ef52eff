package org.stockwright.fulfilment.internal.allocation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.stockwright.fulfilment.spi.AllocationStrategy.Candidate;
import org.stockwright.fulfilment.spi.AllocationStrategy.Need;
import org.stockwright.fulfilment.spi.AllocationStrategy.Pick;

/** What the installed strategies have in common. */
final class Strategies {

    /** When nothing else decides: by pick sequence (places without one last), then by code, lot and number. */
    static final Comparator<Candidate> PATH = Comparator
        .comparing((Candidate one) -> one.pickSequence().orElse(Integer.MAX_VALUE))
        .thenComparing(Candidate::locationCode).thenComparing(Candidate::lot).thenComparing(Candidate::balance);
    /** What came first comes first. */
    static final Comparator<Candidate> OLDEST = Comparator.comparing(Candidate::received).thenComparing(PATH);
    /** What expires first comes first; what does not expire comes last. */
    static final Comparator<Candidate> EXPIRY = Comparator
        .comparing((Candidate one) -> one.expires().orElse(LocalDate.MAX)).thenComparing(OLDEST);

    private Strategies() {
        // only functions
    }

    /** Takes one after the other until there is enough. */
    static List<Pick> inOrder(Need need, List<Candidate> candidates, Comparator<Candidate> order,
        Function<Candidate, String> why) {
        List<Pick> result = new ArrayList<>();
        BigDecimal left = need.quantity();
        for (Candidate candidate : candidates.stream().sorted(order).toList()) {
            if (left.signum() > 0) {
                BigDecimal part = candidate.free().min(left);
                result.add(new Pick(candidate, part, why.apply(candidate)));
                left = left.subtract(part);
            }
        }
        return result;
    }

    /** When it came, as a person reads it. */
    static String came(Candidate candidate) {
        return candidate.received().equals(Instant.EPOCH) ? "the only stock"
            : "came " + candidate.received().toString().substring(0, "2026-01-15".length());
    }

    /** When it expires, as a person reads it. */
    static String expires(Candidate candidate) {
        Optional<LocalDate> day = candidate.expires();
        return day.isPresent() ? "expires " + day.get() : "does not expire, " + came(candidate);
    }

}
