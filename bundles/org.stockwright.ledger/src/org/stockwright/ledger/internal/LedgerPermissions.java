package org.stockwright.ledger.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

/** What roles are made of, in the words of a person. */
@Component
public final class LedgerPermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(LedgerPermission.VIEW, "See stock",
                "Stock, reservations and movements are shown.", true),
            new Permission(LedgerPermission.POST, "Post movements",
                "Movements are posted: receipts, issues, transfers, scrap, returns.", true),
            new Permission(LedgerPermission.REVERSE, "Reverse postings",
                "What was posted is reversed.", true),
            new Permission(LedgerPermission.RESERVE, "Reserve stock",
                "Stock is held for somebody, and given back.", true),
            new Permission(LedgerPermission.PLACES, "Change places",
                "Locations are made, changed and locked.", false),
            new Permission(LedgerPermission.POLICIES, "Change stock policies",
                "It is decided where stock may become negative.", false),
            new Permission(LedgerPermission.VERIFY, "Verify the book",
                "The book is proven to be sound.", false),
            new Permission(LedgerPermission.REBUILD, "Rebuild balances",
                "Balances are computed again from the movements.", false));
    }

}
