package org.stockwright.documents.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;

/**
 * What becomes of a line.
 *
 * @param line whose
 * @param step which step it takes
 * @param quantity how much of it, in the item's base unit; negative to take a step back; not zero
 * @param by the line of the document that does it, if one does
 * @param effective when it happened
 */
public record Flow(LineId line, Step step, BigDecimal quantity, Optional<LineId> by, Instant effective) {
}
