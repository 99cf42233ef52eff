package org.stockwright.purchasing.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

/** What roles are made of, in the words of a person. */
@Component
public final class PurchasingPermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(PurchasingPermission.VIEW, "See purchasing",
                "Requisitions, purchase orders, suppliers' invoices and suppliers' figures are shown.", false),
            new Permission(PurchasingPermission.REQUEST, "Submit requisitions",
                "Requisitions are submitted, and taken back.", false),
            new Permission(PurchasingPermission.ORDER, "Order from suppliers",
                "Purchase orders are placed, revised, sent, confirmed, closed and cancelled.", false),
            new Permission(PurchasingPermission.APPROVE, "Approve purchases",
                "Requisitions and purchase orders are approved, up to the limit of whoever does it.", false),
            new Permission(PurchasingPermission.OVERRIDE, "Override checks of purchasing",
                "Findings of approval and matching are let through with a reason, and approved orders are taken over.",
                false),
            new Permission(PurchasingPermission.INVOICE, "Enter suppliers' invoices",
                "Suppliers' invoices are entered, matched and reversed.", false),
            new Permission(PurchasingPermission.SETTINGS, "Set rules of purchasing",
                "Approval limits and tolerances are set.", false));
    }

}
