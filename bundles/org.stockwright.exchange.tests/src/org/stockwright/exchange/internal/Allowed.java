package org.stockwright.exchange.internal;

import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.base.Refusal;
import org.stockwright.security.Access;
import org.stockwright.security.SecurityRefusal;

/** Who may do everything but one thing. */
record Allowed(String not) implements Access {

    static final Allowed EVERYTHING = new Allowed("");

    @Override
    public String user() {
        return "anna";
    }

    @Override
    public boolean may(String permission) {
        return refusal(permission).isEmpty();
    }

    @Override
    public Optional<Refusal> refusal(String permission) {
        return permission.equals(not)
            ? Optional.of(Refusal.of(SecurityRefusal.NOT_ALLOWED, user(), permission)) : Optional.empty();
    }

    @Override
    public Optional<Set<LocationId>> sites(String permission) {
        return Optional.empty();
    }

}
