package org.stockwright.valuation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Quantity;

/**
 * Goods that came in together and are still there.
 *
 * @param pool what they are: {@code stock}, {@code transit} or {@code production}; {@code supplier-transit} or
 *            {@code customer-transit} when they are on their way and not ours
 * @param place the code of the site, or of the place of transit or production; empty when the company is one pool
 * @param since when they came into our stock
 * @param movement the {@code seq} of the movement by which they did
 * @param document the number, or else the key, of its posting
 * @param lot the lot or serial number, or empty
 * @param quantity what is left of them; negative when they left although they were not there
 * @param value what that is worth
 * @param unitCost value by quantity, with four more decimals than amounts; empty without quantity
 */
public record CostLayer(String pool, String place, Instant since, long movement, String document, String lot,
    Quantity quantity, Cost value, Optional<BigDecimal> unitCost) {

    private static final Set<String> OTHERS = Set.of("supplier-transit", "customer-transit");

    /** Whether the goods are ours: the others are no value of our stock. */
    public boolean isOurs() {
        return !OTHERS.contains(pool);
    }

}
