package org.stockwright.service.internal.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

import org.stockwright.ledger.spi.PlaceTree;

/**
 * What steps of stored work and cases need to know of the company.
 *
 * @param places the tree of places
 * @param currency the company's
 * @param zone in which its days begin
 */
public record WorkTerms(PlaceTree places, Currency currency, ZoneId zone) {

    /** The day of an instant. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

}
