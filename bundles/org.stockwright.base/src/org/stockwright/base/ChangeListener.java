package org.stockwright.base;

import java.util.Set;

/**
 * Hears what was changed by a committed unit of work, of this process or of another one on the same database. Register
 * it as an OSGi service; it is called on a background thread and returns at once.
 */
public interface ChangeListener {

    /** The kinds of things that views show and that change. */
    enum Topic {
        /** Movements, balances and reservations. */
        STOCK,
        /** Items, packs, barcodes, categories and units. */
        ITEMS,
        /** Locations, their locks and policies. */
        LOCATIONS,
        /** Suppliers, customers, carriers and owners. */
        PARTNERS,
        /** Company, settings, saved views, mappings. */
        SETTINGS,
        /** Drafts of documents. */
        DRAFTS,
        /** Orders, receipts, shipments and all other documents; messages of channels, which become some. */
        DOCUMENTS,
        /** Backups, verification runs, sealing. */
        UPKEEP,
        /** Users, roles, and who is signed in here. */
        ACCESS
    }

    /** Something of these kinds was changed. */
    void changed(Set<Topic> topics);

}
