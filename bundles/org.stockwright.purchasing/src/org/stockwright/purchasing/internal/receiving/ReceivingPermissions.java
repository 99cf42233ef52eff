package org.stockwright.purchasing.internal.receiving;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

/** What roles are made of, in the words of a person. */
@Component
public final class ReceivingPermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(ReceivingPermission.VIEW, "See receipts",
                "Receipts, inspections, put-aways and returns to suppliers are shown.", true),
            new Permission(ReceivingPermission.RECEIVE, "Receive goods",
                "Goods are announced and received, against orders or blindly.", true),
            new Permission(ReceivingPermission.INSPECT, "Inspect goods",
                "Goods that wait for inspection are accepted or rejected.", true),
            new Permission(ReceivingPermission.PUT_AWAY, "Put goods away",
                "Goods go from the receiving area to where they are stored.", true),
            new Permission(ReceivingPermission.RETURN, "Return goods to suppliers",
                "Goods go back to the supplier who sent them, and his credits are noted.", true),
            new Permission(ReceivingPermission.REVERSE, "Reverse receipts",
                "Receipts, inspections, put-aways and returns to suppliers are taken back.", true),
            new Permission(ReceivingPermission.RULES, "Change rules of receiving",
                "Receiving areas, quality plans and put-away rules are changed.", false));
    }

}
