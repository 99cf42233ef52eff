package org.stockwright.catalog;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.PartnerId;

/**
 * Somebody we deal with.
 *
 * @param id the identity; {@link PartnerId#SELF} is the company itself
 * @param code what people type
 * @param name what people call it
 * @param roles what it is to us
 * @param currency in which we deal, if not the company's
 * @param active whether new documents may name it
 */
public record Partner(PartnerId id, String code, String name, Set<Role> roles, Optional<Currency> currency,
    boolean active) {

    /** What a partner is to us. */
    public enum Role {
        /** Sells to us. */
        SUPPLIER,
        /** Buys from us. */
        CUSTOMER,
        /** Carries goods. */
        CARRIER,
        /** Owns stock that lies with us. */
        OWNER
    }

}
