package org.stockwright.valuation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/**
 * What production orders cost. An order is the reference of the postings that use goods up and make goods for it; it
 * collects what they cost and gives it to what is made. Thread-safe.
 */
@ProviderType
@Requires(ValuationPermission.VIEW)
public interface ProductionOrders {

    /**
     * Work and overhead of an order.
     *
     * @param key made by the sender, at most 128 characters: sending the same again is harmless
     * @param order the reference of the order
     * @param effective when it counts: what is made from then on takes it
     * @param amount how much; negative to take back
     * @param reason why, or empty
     */
    record Charge(String key, String order, Instant effective, Cost amount, String reason) {
    }

    /**
     * An order that holds cost.
     *
     * @param order its reference
     * @param holds what it has collected and not given to what it made; negative where it gave more
     */
    record Holding(String order, BigDecimal holds) {
    }

    /** Charges it: debits the orders in progress, credits what is absorbed. Answers what the order holds then. */
    @Requires(ValuationPermission.COSTS)
    Outcome<Holding> charge(Charge charge);

    /**
     * Closes an order: what it holds at that instant is a cost variance, and so is what comes later to what it held. What
     * is used up for it afterwards is collected again.
     *
     * @param key made by the sender
     * @param order the reference of the order
     * @param reason why, or empty
     * @return what it held
     */
    @Requires(ValuationPermission.COSTS)
    Outcome<BigDecimal> close(String key, String order, Instant effective, String reason);

    /** The orders that hold something, by reference. */
    List<Holding> open();

}
