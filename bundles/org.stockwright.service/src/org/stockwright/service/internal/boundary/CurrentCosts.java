package org.stockwright.service.internal.boundary;

import java.math.BigDecimal;
import java.util.Optional;

import org.stockwright.base.ItemId;

/** What our stock is worth now. A service while values are kept; without it standard costs are all that is known. */
public interface CurrentCosts {

    /** What a base unit of our stock costs now; empty when there is none, or for whoever may not see values. */
    Optional<BigDecimal> of(ItemId item);

}
