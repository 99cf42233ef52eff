package org.stockwright.fulfilment.internal.allocation;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.fulfilment.spi.AllocationStrategy;

/** What came first is taken first. */
@Component
public final class FirstInFirstOut implements AllocationStrategy {

    @Override
    public String id() {
        return "fifo";
    }

    @Override
    public String title() {
        return "First in, first out";
    }

    @Override
    public List<Pick> choose(Need need, List<Candidate> candidates) {
        return Strategies.inOrder(need, candidates, Strategies.OLDEST, one -> "oldest: " + Strategies.came(one));
    }

}
