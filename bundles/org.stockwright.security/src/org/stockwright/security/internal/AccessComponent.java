package org.stockwright.security.internal;

import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.stockwright.base.LocationId;
import org.stockwright.base.Refusal;
import org.stockwright.security.Access;

/** Answers from the session's roles; as long as there are no users, everything is allowed. */
@Component(immediate = true)
public final class AccessComponent implements Access {

    @Override
    public String user() {
        return System.getProperty("user.name", "");
    }

    @Override
    public boolean may(String permission) {
        return refusal(permission).isEmpty();
    }

    @Override
    public Optional<Refusal> refusal(String permission) {
        return Optional.empty();
    }

    @Override
    public Optional<Set<LocationId>> sites(String permission) {
        return Optional.empty();
    }

}
