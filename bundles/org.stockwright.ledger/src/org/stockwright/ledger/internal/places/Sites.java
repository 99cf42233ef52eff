package org.stockwright.ledger.internal.places;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.Location;
import org.stockwright.security.Access;
import org.stockwright.security.SecurityPermission;
import org.stockwright.security.SecurityRefusal;

/**
 * The places to which whoever acts is limited in what he does. Only places that keep stock count: suppliers, customers
 * and scrap belong to no site.
 *
 * @param user who acts
 * @param permission what he does
 * @param roots places whose parts are allowed too; empty when all are allowed
 * @param costs why costs are neither shown nor taken; empty when they are
 */
public record Sites(String user, String permission, Optional<Set<LocationId>> roots, Optional<Refusal> costs) {

    /** The limits of now. */
    public static Sites of(Access access, String permission) {
        return new Sites(access.user(), permission, access.sites(permission),
            access.refusal(SecurityPermission.COSTS));
    }

    /** Why one of these places is out of bounds; empty when none is. */
    public Optional<Refusal> refusal(LocationTree tree, Location... places) {
        if (roots.isPresent()) {
            for (Location place : places) {
                if (place.kind().isKept() && !allows(tree, place)) {
                    return Optional.of(Refusal.of(SecurityRefusal.NOT_AT_THIS_SITE, user, permission, place.code())
                        .hint("Ask an administrator for a role that is not limited to other sites."));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a place is one of the allowed ones or part of one. */
    public boolean allows(LocationTree tree, Location place) {
        if (roots.isEmpty()) {
            return true;
        }
        Optional<Location> at = Optional.of(place);
        while (at.isPresent() && !roots.get().contains(at.get().id())) {
            at = at.get().parent().flatMap(tree::get);
        }
        return at.isPresent();
    }

    /** The codes of all allowed places; nothing when all are allowed. */
    public Optional<Set<String>> codes(LocationTree tree) {
        if (roots.isEmpty()) {
            return Optional.empty();
        }
        Set<String> codes = new HashSet<>();
        tree.list().stream().filter(place -> allows(tree, place)).forEach(place -> codes.add(place.code()));
        return Optional.of(codes);
    }

}
