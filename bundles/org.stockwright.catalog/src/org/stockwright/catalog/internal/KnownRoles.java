package org.stockwright.catalog.internal;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.catalog.spi.InventoryRole;
import org.stockwright.catalog.spi.InventoryRoles;

/** The inventory roles that items may have: the ASCM's and those of the installed modules. */
@Component(service = KnownRoles.class)
public final class KnownRoles {

    private final Set<String> codes;

    @Activate
    public KnownRoles(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<InventoryRoles> contributions) {
        Set<String> all = new LinkedHashSet<>();
        AscmRoles.ALL.forEach(role -> all.add(role.code()));
        contributions.stream().flatMap(contribution -> contribution.roles().stream()).map(InventoryRole::code).sorted()
            .forEach(all::add);
        codes = Collections.unmodifiableSet(all);
    }

    /** Their codes: the ASCM's in their order, then the others by code. */
    Set<String> codes() {
        return codes;
    }

}
