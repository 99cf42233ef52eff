package org.stockwright.catalog.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.PartnerId;
import org.stockwright.catalog.Partner;

/** All partners, the company itself among them. */
final class PartnerBook {

    private final Map<String, Partner> byCode = new LinkedHashMap<>();
    private final Map<PartnerId, Partner> byId = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();

    /** Adds the next partner in the order of their codes. */
    void add(Partner partner, long version) {
        byCode.put(partner.code(), partner);
        byId.put(partner.id(), partner);
        versions.put(partner.code(), version);
    }

    /** In the order of the codes. */
    Map<String, Partner> byCode() {
        return byCode;
    }

    Optional<Partner> get(PartnerId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The state that a change of a stored partner starts from. */
    long version(String code) {
        return versions.getOrDefault(code, 0L);
    }

}
