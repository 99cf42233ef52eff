package org.stockwright.service.internal.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.security.Access;

/**
 * What steps of stored work and cases need to know of the company.
 *
 * @param places the tree of places
 * @param currency the company's
 * @param zone in which its days begin
 * @param holding the places with their parts where whoever acts may hold stock; empty for all
 * @param moving the same where he may move it
 */
public record WorkTerms(PlaceTree places, Currency currency, ZoneId zone, Optional<Set<LocationId>> holding,
    Optional<Set<LocationId>> moving) {

    /**
     * The places to which whoever acts is limited by a permission; empty for none. Who has it nowhere is told so by the ledger, which
     * names the permission.
     */
    public static Optional<Set<LocationId>> sites(Access access, String permission) {
        return access.may(permission) ? access.sites(permission) : Optional.empty();
    }

    /** The day of an instant. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

}
