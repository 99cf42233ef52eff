package org.stockwright.ledger;

/** What a location is. */
public enum LocationKind {
    /** A place of business. */
    SITE(true, true),
    /** A building or yard. */
    WAREHOUSE(true, true),
    /** A part of a warehouse. */
    ZONE(true, true),
    /** A lane between racks. */
    AISLE(true, true),
    /** Where stock lies. */
    BIN(true, true),
    /** Goods that are being made. */
    PRODUCTION(true, false),
    /** Goods on their way. */
    TRANSIT(true, false),
    /** Our goods at a partner's place. */
    PARTNER(true, false),
    /** Where goods come from. */
    SUPPLIER(false, false),
    /** Where goods go to. */
    CUSTOMER(false, false),
    /** Goods that were thrown away. */
    SCRAP(false, false),
    /** What counts found more or less. */
    COUNT_DIFFERENCE(false, false),
    /** Where components become products: what a production order consumes goes there, what it makes comes from there. */
    CONVERSION(false, false);

    private final boolean kept;
    private final boolean pickable;

    LocationKind(boolean kept, boolean pickable) {
        this.kept = kept;
        this.pickable = pickable;
    }

    /** Whether what lies there is our stock: its balances are kept and cannot go negative unless a policy allows it. */
    public boolean isKept() {
        return kept;
    }

    /** Whether what lies there is available for use. */
    public boolean isPickable() {
        return pickable;
    }

    /** The word of files and commands, for example {@code count-difference}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

}
