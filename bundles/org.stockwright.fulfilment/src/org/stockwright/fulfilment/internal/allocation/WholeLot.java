package org.stockwright.fulfilment.internal.allocation;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.fulfilment.spi.AllocationStrategy;

/** One lot at one place, or nothing: of those that are large enough, the one that expires first, then the oldest. */
@Component
public final class WholeLot implements AllocationStrategy {

    @Override
    public String id() {
        return "whole-lot";
    }

    @Override
    public String title() {
        return "Whole lot";
    }

    @Override
    public List<Pick> choose(Need need, List<Candidate> candidates) {
        return Strategies.inOrder(need,
            candidates.stream().filter(one -> one.free().compareTo(need.quantity()) >= 0).sorted(Strategies.EXPIRY)
                .limit(1).toList(),
            Strategies.EXPIRY, one -> "one lot is enough: " + Strategies.expires(one));
    }

}
