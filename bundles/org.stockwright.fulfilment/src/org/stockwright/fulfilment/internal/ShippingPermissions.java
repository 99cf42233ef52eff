package org.stockwright.fulfilment.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

/** What roles are made of for those who pick, pack, ship and take returns. */
@Component
public final class ShippingPermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(FulfilmentPermission.PICK, "Pick",
                "Pick lists are made, released and confirmed; what was picked is put back.", true),
            new Permission(FulfilmentPermission.APPROVE, "Approve orders for picking",
                "Orders above the limit are approved for picking.", false),
            new Permission(FulfilmentPermission.PACK, "Pack",
                "Goods are verified by scanning and packed.", true),
            new Permission(FulfilmentPermission.OVERRIDE, "Override packing errors",
                "An order is closed at the packing table although something does not match.", false),
            new Permission(FulfilmentPermission.SHIP, "Ship",
                "Goods are shipped and transfers received.", true),
            new Permission(FulfilmentPermission.RETURN, "Take returns of customers",
                "What customers send back is announced, received and decided about.", true),
            new Permission(FulfilmentPermission.RULES, "Change packing rules",
                "Packing rules, the GS1 company prefix and the staging place are changed.", false));
    }

}
