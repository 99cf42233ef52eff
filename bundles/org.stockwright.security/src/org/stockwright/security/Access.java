package org.stockwright.security;

import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.LocationId;
import org.stockwright.base.Refusal;

/**
 * What the user of this program may do now. Always present; answers come from memory, on any thread. While no book is
 * open, and on a book without users, everything is allowed.
 */
@ProviderType
public interface Access {

    /** Who acts: the signed-in user, or the operating system's on a book without users. */
    String user();

    /** Whether this permission is given, at one site at least. */
    boolean may(String permission);

    /** Why it is not given; empty when it is. */
    Optional<Refusal> refusal(String permission);

    /**
     * The places, with all their parts, to which the permission is limited.
     *
     * @return empty when it holds everywhere; an empty set when it is not given at all
     */
    Optional<Set<LocationId>> sites(String permission);

}
