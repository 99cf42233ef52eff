package org.stockwright.persistence.spi;

import java.net.URL;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.persistence.InstalledModule;

/**
 * A module's share of the store. Register it as an OSGi service before a store is opened; contributions that come
 * later take effect at the next opening. What it answers is asked once at each opening and remembered in the store, so that
 * the store can be opened without the module: its documents are read-only then, and what it guards does not move.
 */
@ConsumerType
public interface ModuleContribution {

    /** The module's stable id, for example {@code org.stockwright.service}. The database remembers it. */
    String moduleId();

    /** The module's version, for example {@code 1.2.0}, shown to administrators. */
    String version();

    /** What people call the module, for example {@code Service inventory}. */
    default String title() {
        return moduleId();
    }

    /** The id of the feature that is installed to have the module. */
    default String feature() {
        return moduleId() + ".feature";
    }

    /**
     * Whether a store that this module has worked in is refused without it, because its work is a part of every posting. Most
     * modules are not so: without them their own part can only be read.
     */
    default boolean isIndispensable() {
        return false;
    }

    /** The kinds of documents that only this module changes. */
    default List<InstalledModule.OwnedKind> documents() {
        return List.of();
    }

    /** The stock that only moves while this module is there to check it. */
    default List<InstalledModule.Guard> guards() {
        return List.of();
    }

    /** Entity classes that join the shared persistence unit. */
    List<Class<?>> entities();

    /**
     * The SQL scripts {@code NNNN-name.sql} (for every store), {@code NNNN-name.derby.sql} or
     * {@code NNNN-name.postgresql.sql} (for one), run once each in the order of their names. A script that was
     * released is never edited.
     */
    List<URL> migrations();

}
