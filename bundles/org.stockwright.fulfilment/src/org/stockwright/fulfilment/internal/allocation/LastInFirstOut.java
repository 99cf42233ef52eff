package org.stockwright.fulfilment.internal.allocation;

import java.util.Comparator;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.fulfilment.spi.AllocationStrategy;

/** What came last is taken first. */
@Component
public final class LastInFirstOut implements AllocationStrategy {

    @Override
    public String id() {
        return "lifo";
    }

    @Override
    public String title() {
        return "Last in, first out";
    }

    @Override
    public List<Pick> choose(Need need, List<Candidate> candidates) {
        return Strategies.inOrder(need, candidates,
            Comparator.comparing(Candidate::received).reversed().thenComparing(Strategies.PATH),
            one -> "newest: " + Strategies.came(one));
    }

}
