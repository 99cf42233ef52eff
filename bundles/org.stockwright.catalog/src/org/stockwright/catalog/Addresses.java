package org.stockwright.catalog;

import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.security.Requires;

/** Where partners and our own sites are. Thread-safe; never called on the user interface's thread. */
@ProviderType
@Requires(CatalogPermission.VIEW)
public interface Addresses {

    /**
     * An address. What is not known is empty; there is at least a line or a city.
     *
     * @param partner whose; {@link PartnerId#SELF} for the company and its sites
     * @param code which of his: empty for the main one, or for example {@code SHIP-1}; the code of the location for a site
     *            of ours
     * @param name who is met there; empty for the partner's name
     * @param lines street, building and the like, at most 8
     * @param postalCode as it is written in its country
     * @param city the city
     * @param region state, province or county
     * @param country two letters of ISO 3166
     * @param phone a telephone number
     * @param email an e-mail address
     */
    record Address(PartnerId partner, String code, String name, List<String> lines, String postalCode, String city,
        String region, String country, String phone, String email) {

        /** Takes a copy. */
        public Address {
            lines = List.copyOf(lines);
        }

    }

    /** All addresses of a partner, the main one first, then by code. */
    List<Address> list(PartnerId partner);

    /** The address of a partner with exactly this code; an empty code is the main one. */
    Optional<Address> find(PartnerId partner, String code);

    /**
     * Stores addresses, new or changed, all or none; partner and code tell one from another. Refusals carry the index
     * (from 1) as their line.
     *
     * @return how many differed from what was stored
     */
    @Requires(CatalogPermission.EDIT)
    Outcome<Integer> saveAll(List<Address> addresses);

    /**
     * Takes addresses away and stores others, all of it or nothing: how a page stores what was changed in it.
     *
     * @return how many were taken away or differed
     */
    @Requires(CatalogPermission.EDIT)
    Outcome<Integer> change(List<Address> removed, List<Address> stored);

    /** Takes an address away, and tells whether there was one. */
    @Requires(CatalogPermission.EDIT)
    Outcome<Boolean> remove(PartnerId partner, String code);

}
