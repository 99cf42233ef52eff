package org.stockwright.service.internal.boundary;

import java.math.BigDecimal;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Progress;
import org.stockwright.security.Access;
import org.stockwright.security.SecurityPermission;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuationPermission;
import org.stockwright.valuation.ValueQuery;

/**
 * Current costs from the valuation area. The package of that area is imported optionally: without it this class is never
 * loaded, since its reference is never there.
 */
@Component(service = CurrentCosts.class)
public final class ValuedStock implements CurrentCosts {

    private final Valuation valuation;
    private final Access access;

    /** Lives while stock is valued. */
    @Activate
    public ValuedStock(@Reference Valuation valuation, @Reference Access access) {
        this.valuation = valuation;
        this.access = access;
    }

    @Override
    public Optional<BigDecimal> of(ItemId item) {
        if (!access.may(ValuationPermission.VIEW) || !access.may(SecurityPermission.COSTS)) {
            return Optional.empty();
        }
        return valuation.value(ValueQuery.all().of(item), Progress.NONE).stream()
            .filter(row -> row.onHand().signum() > 0).flatMap(row -> row.unitCost().stream()).findFirst();
    }

}
