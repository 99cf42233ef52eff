package org.stockwright.valuation.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;
import org.stockwright.valuation.ValuationPermission;

/** What roles are made of, in the words of a person. */
@Component
public final class ValuationPermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(ValuationPermission.VIEW, "See values",
                "Values, layers, journal and periods are shown to those who may see costs.", false),
            new Permission(ValuationPermission.COSTS, "Enter late costs",
                "Freight, duty and price changes are entered after the goods; write-downs are proposed.", false),
            new Permission(ValuationPermission.APPROVE, "Approve write-downs",
                "Write-downs that somebody else proposed are approved or rejected.", false),
            new Permission(ValuationPermission.POLICIES, "Change cost policies",
                "Cost methods, standard costs, accounts, posting rules, exchange rates, terms of transit, groups of lots and "
                    + "the inventory system are changed.",
                false),
            new Permission(ValuationPermission.CLOSE, "Close periods",
                "Periods of the books are closed.", false),
            new Permission(ValuationPermission.REOPEN, "Reopen periods",
                "Closed periods of the books are opened again.", false),
            new Permission(ValuationPermission.POST_IN_SOFT_CLOSED, "Post into soft-closed periods",
                "Postings are dated in periods that are closed to others.", false),
            new Permission(ValuationPermission.EXPORT, "Export the journal",
                "What was booked goes to the general ledger.", false));
    }

}
