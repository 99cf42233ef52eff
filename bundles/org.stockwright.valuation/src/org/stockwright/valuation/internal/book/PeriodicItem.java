package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.internal.engine.PoolKind;
import org.stockwright.valuation.internal.periodic.PeriodicLayer;

/**
 * An item in a closing.
 *
 * @param row its figures
 * @param layers the goods that are left, oldest first
 * @param closing what they are worth, by what they are in the balance sheet
 */
record PeriodicItem(PeriodicRow row, List<PeriodicLayer> layers, Map<PoolKind, BigDecimal> closing) {
}
