package org.stockwright.fulfilment.internal.allocation;

import java.util.Comparator;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.fulfilment.spi.AllocationStrategy;

/** The smallest remainders are taken first, so that bins become empty. */
@Component
public final class ClearBin implements AllocationStrategy {

    @Override
    public String id() {
        return "clear-bin";
    }

    @Override
    public String title() {
        return "Clear the bin";
    }

    @Override
    public List<Pick> choose(Need need, List<Candidate> candidates) {
        return Strategies.inOrder(need, candidates,
            Comparator.comparing(Candidate::free).thenComparing(Strategies.OLDEST),
            one -> "smallest remainder: " + one.free().stripTrailingZeros().toPlainString() + " " + need.unit());
    }

}
