package org.stockwright.fulfilment.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

/** What roles are made of, in the words of a person. */
@Component
public final class FulfilmentPermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(FulfilmentPermission.VIEW, "See orders",
                "Customer, internal and transfer orders, what is held for them, availability and promise dates are shown.",
                true),
            new Permission(FulfilmentPermission.ORDER, "Place orders",
                "Orders are placed, revised, split, cancelled and closed.", true),
            new Permission(FulfilmentPermission.ALLOCATE, "Allocate stock",
                "Stock is held for orders and given back.", true),
            new Permission(FulfilmentPermission.EXPIRED, "Allocate expired stock",
                "Expired stock, or stock with too little shelf life left, is held for an order all the same.", false),
            new Permission(FulfilmentPermission.POLICIES, "Change allocation policies",
                "It is decided how stock is chosen for orders.", false),
            new Permission(FulfilmentPermission.KITS, "Define kits",
                "It is decided what kits are made of.", false),
            new Permission(FulfilmentPermission.ASSEMBLE, "Assemble kits",
                "Kits are assembled from their components and taken apart.", true),
            new Permission(FulfilmentPermission.CHANNELS, "Run sales channels",
                "Channels are set up; their orders are placed, their sales posted, and what they may sell is told to them.",
                false));
    }

}
