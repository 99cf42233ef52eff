package org.stockwright.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * A document in a list.
 *
 * @param id its identity
 * @param kind the id of its kind
 * @param number the number that people call it by
 * @param state where it stands
 * @param isOpen whether work is left to be done
 * @param partnerCode the partner's code, or empty for ourselves
 * @param partnerName the partner's name, or empty
 * @param placeCode our place, or empty
 * @param targetCode our place that it goes to, or empty
 * @param department who wants it within the company, or empty
 * @param reference the partner's paper, or empty
 * @param currency of its prices
 * @param total the sum of its lines' amounts, if its prices may be seen
 * @param lines how many lines it has
 * @param effective when it happened
 * @param due when it is wanted, if somebody said
 * @param priority the higher, the sooner
 * @param user who made it
 */
public record DocumentRow(DocumentId id, String kind, String number, String state, boolean isOpen, String partnerCode,
    String partnerName, String placeCode, String targetCode, String department, String reference, Currency currency,
    Optional<BigDecimal> total, int lines,
    Instant effective, Optional<LocalDate> due, int priority, String user) {
}
