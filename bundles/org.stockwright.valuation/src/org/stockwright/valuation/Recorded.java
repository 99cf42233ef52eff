package org.stockwright.valuation;

import java.time.Instant;

/**
 * Something that was decided, and who recorded it when.
 *
 * @param <T> what was decided
 * @param what the decision
 * @param at when it was recorded
 * @param user who recorded it
 */
public record Recorded<T>(T what, Instant at, String user) {
}
