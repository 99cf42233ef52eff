package org.stockwright.example.loans.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.catalog.spi.InventoryRole;
import org.stockwright.catalog.spi.InventoryRoles;
import org.stockwright.example.loans.Loans;

/** The inventory type of items that are lent. */
@Component
public final class LoanRole implements InventoryRoles {

    @Override
    public List<InventoryRole> roles() {
        return List.of(new InventoryRole(Loans.ROLE, "Loaned"));
    }

}
