package org.stockwright.fulfilment.internal.allocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.stockwright.fulfilment.spi.AllocationStrategy;

/**
 * As few places and lots as can be: the largest are taken first, and the last part comes from the smallest one that is
 * enough for it. No choice has fewer parts.
 */
@Component
public final class FewestPackages implements AllocationStrategy {

    private static final Comparator<Candidate> LARGEST = Comparator.comparing(Candidate::free).reversed()
        .thenComparing(Strategies.OLDEST);

    @Override
    public String id() {
        return "fewest-packages";
    }

    @Override
    public String title() {
        return "Fewest packages";
    }

    @Override
    public List<Pick> choose(Need need, List<Candidate> candidates) {
        List<Candidate> left = new ArrayList<>(candidates.stream().sorted(LARGEST).toList());
        List<Candidate> chosen = new ArrayList<>();
        BigDecimal missing = need.quantity();
        while (missing.signum() > 0 && !left.isEmpty()) {
            BigDecimal wanted = missing;
            Optional<Candidate> enough = left.stream().filter(one -> one.free().compareTo(wanted) >= 0)
                .min(Comparator.comparing(Candidate::free).thenComparing(Strategies.OLDEST));
            Candidate next = enough.orElse(left.getFirst());
            left.remove(next);
            chosen.add(next);
            missing = missing.subtract(next.free());
        }
        String why = chosen.size() == 1 ? "one place is enough" : chosen.size() + " places, as few as can be";
        List<Pick> result = new ArrayList<>();
        BigDecimal open = need.quantity();
        for (Candidate one : chosen) {
            BigDecimal part = one.free().min(open);
            result.add(new Pick(one, part, why));
            open = open.subtract(part);
        }
        return result;
    }

}
