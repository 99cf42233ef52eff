package org.stockwright.catalog;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.Unit;

/** An item as lists show it: {@link Item} without packs, barcodes and aliases. */
public record ItemRow(ItemId id, String code, String name, String category, Unit unit, Set<String> roles,
    Tracking tracking, Optional<BigDecimal> standardCost, Optional<BigDecimal> listPrice,
    Optional<BigDecimal> safetyStock, Optional<BigDecimal> reorderPoint, boolean active, String lockReason) {
}
