package org.stockwright.catalog;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.security.Requires;

/** Suppliers, customers, carriers and owners of stock. Thread-safe. */
@ProviderType
@Requires(CatalogPermission.VIEW)
public interface Partners {

    /**
     * What a partner shall be; the one with the code is changed, or made when there is none.
     *
     * @param code what people type
     * @param name what people call it
     * @param roles at least one
     * @param currency in which we deal, if not the company's
     * @param active whether new documents may name it
     */
    record Draft(String code, String name, Set<Partner.Role> roles, Optional<Currency> currency, boolean active) {
    }

    /** Stores partners, new or changed, all or none; refusals carry the index (from 1) as their line. */
    @Requires(CatalogPermission.EDIT)
    Outcome<List<PartnerId>> saveAll(List<Draft> drafts);

    /** The partner with this code. */
    Optional<Partner> byCode(String code);

    /** The partner with this identity. */
    Optional<Partner> get(PartnerId id);

    /** All partners but the company itself, by code. */
    List<Partner> list();

}
