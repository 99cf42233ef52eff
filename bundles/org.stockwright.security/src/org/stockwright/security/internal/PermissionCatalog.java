package org.stockwright.security.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.StoredText;
import org.stockwright.security.Permission;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.spi.PermissionSource;

/** The permissions that the installed areas and modules name. */
@Component(service = PermissionCatalog.class, immediate = true)
public final class PermissionCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(PermissionCatalog.class);

    private final List<PermissionSource> sources = new CopyOnWriteArrayList<>();
    /** Comes and goes apart from this: what tells of everything would come in the middle of its coming otherwise. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Contributions contributions;
    /** Asked when first needed after sources came or went; null then. */
    private Map<String, Permission> known;

    /** Made by Declarative Services, which bring the sources as they come. */
    @Activate
    public PermissionCatalog() {
        // sources come by their own
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY, unbind = "remove")
    void add(PermissionSource source) {
        sources.add(source);
        forget();
    }

    void remove(PermissionSource source) {
        sources.remove(source);
        forget();
    }

    private synchronized void forget() {
        known = null;
    }

    /** What the sources name; one that fails names nothing. */
    private synchronized Map<String, Permission> known() {
        Map<String, Permission> found = known;
        if (found == null) {
            Map<String, Permission> all = new HashMap<>();
            for (PermissionSource source : sources) {
                named(source).forEach(permission -> all.merge(permission.id(), permission,
                    (first, other) -> stricter(source, first, other)));
            }
            found = all;
            known = found;
        }
        return found;
    }

    /** Of two permissions with one id the one that a role can limit to sites, whoever comes first: nobody takes that limit away. */
    private static Permission stricter(PermissionSource source, Permission known, Permission other) {
        LOG.error("{} names the permission {}, which there is", source.getClass().getName(), other.id());
        return other.bySite() ? other : known;
    }

    private List<Permission> named(PermissionSource source) {
        Contributions guard = contributions;
        Outcome<List<Permission>> answer = guard == null ? Outcome.done(complete(source))
            : guard.ask(source, PermissionCatalog::complete);
        return answer.isDone() ? answer.value() : List.of();
    }

    /** What lacks something is its source's fault, and not of whoever sorts all of them. */
    private static List<Permission> complete(PermissionSource source) {
        List<Permission> permissions = List.copyOf(source.permissions());
        for (Permission one : permissions) {
            Objects.requireNonNull(one.id(), "a permission without an id");
            Objects.requireNonNull(one.name(), one.id());
            Objects.requireNonNull(one.description(), one.id());
        }
        return permissions;
    }

    /**
     * What the sources add to the ready-made roles, by name and permissions; one that fails adds nothing, and what no book could
     * have is left out.
     */
    List<RoleDraft> readyMadeRoles() {
        Contributions guard = contributions;
        List<RoleDraft> all = new ArrayList<>();
        for (PermissionSource source : sources) {
            Outcome<List<RoleDraft>> answer = guard == null ? Outcome.done(sound(source))
                : guard.ask(source, PermissionCatalog::sound);
            answer.map(all::addAll);
        }
        all.sort(Comparator.comparing(RoleDraft::name)
            .thenComparing(role -> String.join(",", new TreeSet<>(role.permissions()))));
        return all;
    }

    private static List<RoleDraft> sound(PermissionSource source) {
        List<RoleDraft> sound = new ArrayList<>();
        for (RoleDraft role : source.readyMadeRoles()) {
            if (ReadyMadeRoles.isSound(role)) {
                sound.add(role);
            } else {
                LOG.error("{} brings a role that no book can have: {}", source.getClass().getName(),
                    StoredText.mended(role.name()));
            }
        }
        return sound;
    }

    /** All, by id. */
    List<Permission> all() {
        List<Permission> all = new ArrayList<>(known().values());
        all.sort(Comparator.comparing(Permission::id));
        return all;
    }

    /** Their ids. */
    Set<String> ids() {
        return Set.copyOf(known().keySet());
    }

    /** The permission with this id. */
    Optional<Permission> find(String id) {
        return Optional.ofNullable(known().get(id));
    }

    /** Whether it is known that the permission holds everywhere, whatever the sites of a role. */
    boolean isEverywhere(String id) {
        Permission permission = known().get(id);
        return permission != null && !permission.bySite();
    }

}
