package org.stockwright.valuation.ui.internal;

import java.util.Optional;

import org.stockwright.security.SecurityPermission;
import org.stockwright.ui.Allowed;
import org.stockwright.valuation.ValuationPermission;

/** Whether the user may see values: that takes the permission to see costs besides. */
public final class ValueAccess {

    private ValueAccess() {
    }

    /** Why values are not shown, as a sentence; empty when they are. */
    public static Optional<String> whyNot() {
        return Allowed.whyNot(ValuationPermission.VIEW).or(() -> Allowed.whyNot(SecurityPermission.COSTS));
    }

}
