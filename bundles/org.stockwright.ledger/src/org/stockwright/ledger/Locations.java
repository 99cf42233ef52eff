package org.stockwright.ledger;

import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.security.Requires;

/** The tree of places. Thread-safe; answers come from memory. */
@ProviderType
@Requires(LedgerPermission.VIEW)
public interface Locations {

    /** The codes that every company has from the start; movement types imply them. */
    enum Standard {
        /** Where receipts come from. */
        SUPPLIER(LocationKind.SUPPLIER),
        /** Where issues go to. */
        CUSTOMER(LocationKind.CUSTOMER),
        /** Goods that are being made. */
        PRODUCTION(LocationKind.PRODUCTION),
        /** Goods between two sites. */
        TRANSIT(LocationKind.TRANSIT),
        /** Where scrap goes to. */
        SCRAP(LocationKind.SCRAP),
        /** The other side of adjustments. */
        COUNT_DIFFERENCE(LocationKind.COUNT_DIFFERENCE),
        /** The first warehouse. */
        MAIN(LocationKind.WAREHOUSE),
        /** Where components become products. */
        CONVERSION(LocationKind.CONVERSION);

        private final LocationKind kind;

        Standard(LocationKind kind) {
            this.kind = kind;
        }

        /** What it is. */
        public LocationKind kind() {
            return kind;
        }

        /** Its code, for example {@code COUNT-DIFFERENCE}. */
        public String code() {
            return name().replace('_', '-');
        }
    }

    /**
     * What a location shall be; the one with the code is changed, or made when there is none.
     *
     * @param parent the code of the place it is part of, or empty
     * @param partner whose place it is; the other parts are as in {@link Location}
     */
    record Draft(String code, String name, String parent, LocationKind kind, PartnerId partner,
        Optional<Integer> pickSequence, Optional<NegativePolicy> negativePolicy, boolean active) {

        /** One of our places, with a code and a kind. */
        public static Draft of(String code, String name, String parent, LocationKind kind) {
            return new Draft(code, name, parent, kind, PartnerId.SELF, Optional.empty(), Optional.empty(), true);
        }

    }

    /**
     * Stores locations, new or changed, all or none; parents may stand anywhere in the list. Refusals carry the index
     * (from 1) as their line.
     */
    @Requires(LedgerPermission.PLACES)
    Outcome<List<LocationId>> saveAll(List<Draft> drafts);

    /** What {@link #saveAll} would answer now: how many it would store, or the same refusals. Nothing is stored. */
    @Requires(LedgerPermission.PLACES)
    Outcome<Integer> rehearse(List<Draft> drafts);

    /** Makes the standard locations that are missing. */
    @Requires(LedgerPermission.PLACES)
    void createStandard();

    /** The location with this code. */
    Optional<Location> byCode(String code);

    /** The location with this identity. */
    Optional<Location> get(LocationId id);

    /** All locations, parents before children, siblings by pick sequence and code. */
    List<Location> list();

    /** Refuses postings from and to a location and its parts until it is unlocked; an empty reason unlocks. */
    @Requires(LedgerPermission.PLACES)
    Outcome<Location> lock(LocationId id, String reason);

    /** The policy for a kind of location. */
    NegativePolicy policy(LocationKind kind);

    /**
     * Sets the policy for a kind of location, and what follows from it for existing balances; refused when stricter
     * than what already is negative.
     */
    @Requires(LedgerPermission.POLICIES)
    Outcome<LocationKind> setPolicy(LocationKind kind, NegativePolicy policy);

    /**
     * Sets or takes away the policy of an item category and its parts. It comes before that of the kind of location;
     * a location's own policy comes before it. Refused when stricter than what already is negative.
     */
    @Requires(LedgerPermission.POLICIES)
    Outcome<String> setCategoryPolicy(String categoryPath, Optional<NegativePolicy> policy);

}
