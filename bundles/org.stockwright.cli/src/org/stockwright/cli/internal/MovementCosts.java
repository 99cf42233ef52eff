package org.stockwright.cli.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.ledger.MovementView;
import org.stockwright.security.Access;
import org.stockwright.security.SecurityPermission;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.ValuationPermission;

/** What movements cost altogether, with what came later: one pass over the journal for all of them. */
final class MovementCosts {

    /** Goods went back at another cost than they lay at: that is no cost of the movement. */
    private static final String COST_VARIANCE = "cost-variance";
    /** Costs per unit are shown with so many decimals more than amounts have. */
    private static final int UNIT_DECIMALS = 4;

    private final Map<Long, BigDecimal> costs = new HashMap<>();
    private final int decimals;

    private MovementCosts(int decimals) {
        this.decimals = decimals;
    }

    /**
     * Those of movements that are effective at an instant or later; none for somebody who may not see them. What came
     * later counts whenever it did, so there is no end.
     */
    static MovementCosts read(Session session, Optional<ItemId> item, Optional<Instant> from) {
        MovementCosts costs = new MovementCosts(
            session.company().profile().currency().getDefaultFractionDigits() + UNIT_DECIMALS);
        Access access = session.service(Access.class);
        if (access.may(ValuationPermission.VIEW) && access.may(SecurityPermission.COSTS)) {
            session.service(Journal.class)
                .eachOfSubLedger(new Journal.Query(from, Optional.empty(), item, Optional.empty(),
                    Optional.empty(), Optional.empty()), costs::add);
        }
        return costs;
    }

    private void add(JournalLine line) {
        if (line.movement() != 0 && !line.kind().equals(COST_VARIANCE)) {
            costs.merge(line.movement(), line.amount(), BigDecimal::add);
        }
    }

    /** What the movement cost; empty when it moved no value. */
    Optional<BigDecimal> value(MovementView movement) {
        return Optional.ofNullable(costs.get(movement.seq()));
    }

    /** The cost per unit that it was posted with, or else what it cost by quantity. */
    Optional<BigDecimal> unitCost(MovementView movement) {
        return movement.unitCost().or(() -> value(movement)
            .map(value -> value.divide(movement.quantity().amount(), decimals, RoundingMode.HALF_UP))
            .map(cost -> cost.signum() == 0 ? BigDecimal.ZERO : cost.stripTrailingZeros()));
    }

}
