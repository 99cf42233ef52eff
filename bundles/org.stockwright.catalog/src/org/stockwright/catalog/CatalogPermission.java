package org.stockwright.catalog;

/** Permissions of master data. */
public final class CatalogPermission {

    /** Items, units, partners and their terms are shown. */
    public static final String VIEW = "catalog.view";

    /** Items, units, partners and their terms are made, changed, locked and imported. */
    public static final String EDIT = "catalog.edit";

    /** The company's name, currency and time zone are changed. */
    public static final String COMPANY = "catalog.company";

    private CatalogPermission() {
        // only constants
    }

}
