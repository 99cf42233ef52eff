package org.stockwright.catalog.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partner.Role;

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

    /** Finds, at the field that has the role's name, why a partner cannot be what something needs of it. */
    void requireRole(PartnerId id, Role role, Findings findings) {
        String word = role.name().toLowerCase(Locale.ROOT);
        Optional<Partner> partner = get(id);
        if (partner.isEmpty()) {
            findings.add(word, Refusal.of(CatalogRefusal.UNKNOWN_PARTNER, id).hint("Make the partner first."));
        } else if (!partner.get().roles().contains(role)) {
            findings.add(word, Refusal.of(CatalogRefusal.PARTNER_ROLE_MISSING, partner.get().code(), word)
                .hint("Add the role " + word + " to it first."));
        }
    }

    /** The state that a change of a stored partner starts from. */
    long version(String code) {
        return versions.getOrDefault(code, 0L);
    }

}
