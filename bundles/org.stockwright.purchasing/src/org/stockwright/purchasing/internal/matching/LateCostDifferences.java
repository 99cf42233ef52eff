package org.stockwright.purchasing.internal.matching;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.LateCosts.Basis;
import org.stockwright.valuation.LateCosts.Request;

/**
 * Posts differences as late costs of valuation. The bundle imports valuation optionally: without it nobody offers
 * {@link LateCosts}, and this class is never loaded.
 */
@Component(service = DifferencePosting.class)
public final class LateCostDifferences implements DifferencePosting {

    private final LateCosts costs;

    @Activate
    public LateCostDifferences(@Reference LateCosts costs) {
        this.costs = costs;
    }

    @Override
    public Outcome<Integer> post(List<Difference> differences) {
        return costs.postAll(differences.stream().map(LateCostDifferences::request).toList(), Progress.NONE)
            .map(List::size);
    }

    private static Request request(Difference difference) {
        return new Request(difference.key(), difference.effective(), difference.targets().stream()
            .map(target -> new LateCosts.Target(target.posting(), Optional.of(target.line()),
                Optional.of(target.quantity())))
            .toList(), new Cost(difference.amount(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
            Basis.QUANTITY, difference.reference(), difference.reason());
    }

}
