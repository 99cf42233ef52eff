package org.stockwright.catalog.spi;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Roles that a module adds to those of the ASCM. Register it as an OSGi service; items may name the roles while it is
 * there, and items that have them keep them when it is gone.
 */
@ConsumerType
public interface InventoryRoles {

    /** The roles; always the same ones. */
    List<InventoryRole> roles();

}
