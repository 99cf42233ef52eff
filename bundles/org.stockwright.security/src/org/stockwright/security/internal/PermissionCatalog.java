package org.stockwright.security.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

/** The permissions that the installed areas and modules name. */
@Component(service = PermissionCatalog.class, immediate = true)
public final class PermissionCatalog {

    private final Map<String, Permission> known = new ConcurrentHashMap<>();

    /** Made by Declarative Services, which bring the sources as they come. */
    @Activate
    public PermissionCatalog() {
        // sources come by their own
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY, unbind = "remove")
    void add(PermissionSource source) {
        for (Permission permission : source.permissions()) {
            known.put(permission.id(), permission);
        }
    }

    void remove(PermissionSource source) {
        for (Permission permission : source.permissions()) {
            known.remove(permission.id(), permission);
        }
    }

    /** All, by id. */
    List<Permission> all() {
        List<Permission> all = new ArrayList<>(known.values());
        all.sort(Comparator.comparing(Permission::id));
        return all;
    }

    /** Their ids. */
    Set<String> ids() {
        return Set.copyOf(known.keySet());
    }

    /** The permission with this id. */
    Optional<Permission> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** Whether it is known that the permission holds everywhere, whatever the sites of a role. */
    boolean isEverywhere(String id) {
        Permission permission = known.get(id);
        return permission != null && !permission.bySite();
    }

}
