package org.stockwright.catalog.internal;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.spi.InventoryRole;
import org.stockwright.catalog.spi.InventoryRoles;

/** The inventory roles that items may have: the ASCM's and those of the installed modules. */
@Component(service = KnownRoles.class)
public final class KnownRoles {

    private final List<InventoryRoles> modules;
    private final Contributions contributions;
    private volatile Set<String> codes;

    @Activate
    public KnownRoles(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<InventoryRoles> modules,
        @Reference Contributions contributions) {
        this.modules = List.copyOf(modules);
        this.contributions = contributions;
    }

    /** Their codes: the ASCM's in their order, then the others by code; a module that fails adds none. */
    Set<String> codes() {
        Set<String> known = codes;
        if (known == null) {
            Set<String> all = new LinkedHashSet<>();
            AscmRoles.ALL.forEach(role -> all.add(role.code()));
            modules.stream().map(module -> contributions.ask(module, one -> List.copyOf(one.roles())))
                .filter(Outcome::isDone).flatMap(roles -> roles.value().stream()).map(InventoryRole::code).sorted()
                .forEach(all::add);
            known = Collections.unmodifiableSet(all);
            codes = known;
        }
        return known;
    }

}
