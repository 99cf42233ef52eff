package org.stockwright.valuation.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.security.Access;
import org.stockwright.security.AccessDenied;
import org.stockwright.security.SecurityPermission;
import org.stockwright.valuation.ValuationPermission;

/** Values are costs: whoever may not see those sees nothing here. */
@Component(service = CostGate.class)
public final class CostGate {

    private final Access access;

    /** Asks who acts. */
    @Activate
    public CostGate(@Reference Access access) {
        this.access = access;
    }

    /**
     * Goes on only for those who may see costs.
     *
     * @throws AccessDenied for others
     */
    public void check() {
        check(SecurityPermission.COSTS);
    }

    /**
     * Goes on only for those who may see values, for what begins long before it asks a service.
     *
     * @throws AccessDenied for others
     */
    public void checkView() {
        check(ValuationPermission.VIEW);
        check();
    }

    private void check(String permission) {
        access.refusal(permission).ifPresent(refusal -> {
            throw new AccessDenied(refusal);
        });
    }

}
