package org.stockwright.persistence.spi;

import java.net.URL;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A module's share of the store. Register it as an OSGi service before a store is opened; contributions that come
 * later take effect at the next opening.
 */
@ConsumerType
public interface ModuleContribution {

    /** The module's stable id, for example {@code org.stockwright.service}. The database remembers it. */
    String moduleId();

    /** The module's version, shown to administrators. */
    String version();

    /** Entity classes that join the shared persistence unit. */
    List<Class<?>> entities();

    /**
     * The SQL scripts {@code NNNN-name.sql} (for every store), {@code NNNN-name.derby.sql} or
     * {@code NNNN-name.postgresql.sql} (for one), run once each in the order of their names. A script that was
     * released is never edited.
     */
    List<URL> migrations();

}
