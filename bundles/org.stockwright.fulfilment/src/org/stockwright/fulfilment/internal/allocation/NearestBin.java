package org.stockwright.fulfilment.internal.allocation;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.fulfilment.spi.AllocationStrategy;

/** What comes first on the way through the bins is taken first. */
@Component
public final class NearestBin implements AllocationStrategy {

    @Override
    public String id() {
        return "nearest-bin";
    }

    @Override
    public String title() {
        return "Nearest bin";
    }

    @Override
    public List<Pick> choose(Need need, List<Candidate> candidates) {
        return Strategies.inOrder(need, candidates, Strategies.PATH, one -> one.pickSequence()
            .map(sequence -> "first on the way: sequence " + sequence).orElse("first on the way: no sequence is set"));
    }

}
