package org.stockwright.valuation;

import java.math.BigDecimal;
import java.util.List;

import org.stockwright.ledger.MovementView;

/**
 * Why a movement cost what it did.
 *
 * @param movement the movement
 * @param method how cost flowed then
 * @param cost what it cost altogether, with what came later
 * @param rule in words: where the cost came from
 * @param layers the goods that it took, each with its cost, in the order in which they were taken
 * @param lines its rows of the journal, with later corrections, in the order in which they were recorded; for goods that a
 *            production order made, behind them those of what it had used up until then
 */
public record CostReasons(MovementView movement, CostMethod method, BigDecimal cost, String rule,
    List<CostLayer> layers, List<JournalLine> lines) {

    /** Takes copies of the lists. */
    public CostReasons {
        layers = List.copyOf(layers);
        lines = List.copyOf(lines);
    }

}
