package org.stockwright.catalog.internal;

import java.util.List;

import org.stockwright.catalog.spi.InventoryRole;

/**
 * The inventory types of the ASCM that are a matter of the item. The other types (safety, decoupling, cycle, transit,
 * theoretical and excess stock) are a matter of where stock lies and how much there is: any item's stock may be of them.
 */
final class AscmRoles {

    static final List<InventoryRole> ALL = List.of(
        new InventoryRole("RAW", "Raw material"),
        new InventoryRole("PART", "Part or component"),
        new InventoryRole("WIP", "Work in progress"),
        new InventoryRole("FINISHED", "Finished product"),
        new InventoryRole("MRO", "Maintenance, repair and operating supply"),
        new InventoryRole("PACKAGING", "Packing or packaging material"),
        new InventoryRole("SERVICE", "Service"));

    private AscmRoles() {
    }

}
