package org.stockwright.fulfilment.internal.allocation;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.fulfilment.spi.AllocationStrategy;

/** What expires first is taken first; what does not expire comes after it, the oldest first. */
@Component
public final class FirstExpiredFirstOut implements AllocationStrategy {

    @Override
    public String id() {
        return "fefo";
    }

    @Override
    public String title() {
        return "First expired, first out";
    }

    @Override
    public List<Pick> choose(Need need, List<Candidate> candidates) {
        return Strategies.inOrder(need, candidates, Strategies.EXPIRY,
            one -> "expires first: " + Strategies.expires(one));
    }

}
