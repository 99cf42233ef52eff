package org.stockwright.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;

/**
 * A version of a score: a formula over what is known of a client.
 *
 * @param code the score's code, the same in all versions
 * @param version from 1
 * @param name what people call it
 * @param state whether it is worked on, in use or past
 * @param from the first day on which it is used
 * @param until the last such day; empty for no end
 * @param formula an expression over the fields of client profiles
 * @param decimals to how many decimals, 0 to 9, the result is rounded, half up
 * @param validityDays how many days a score can be used, the day on which it is computed not counted; at least 1
 * @param item the item that stands in the ledger for a computed score, tracked by lot; empty when scores are no stock
 * @param place where these units lie; there when there is an item
 * @param cost what computing one costs, in the company's currency; not negative
 */
public record ScoreModel(String code, int version, String name, Template.State state, LocalDate from,
    Optional<LocalDate> until, String formula, int decimals, int validityDays, Optional<ItemId> item,
    Optional<LocationId> place, BigDecimal cost) {
}
