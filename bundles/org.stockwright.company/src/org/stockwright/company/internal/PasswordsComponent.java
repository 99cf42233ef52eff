package org.stockwright.company.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stockwright.company.ServerPasswords;
import org.stockwright.persistence.spi.PasswordSource;

/** Lets the stores ask whoever knows passwords here; the environment and the like come before a person. */
@Component(property = "service.ranking:Integer=-100")
public final class PasswordsComponent implements PasswordSource {

    private final AtomicReference<ServerPasswords> passwords = new AtomicReference<>();

    /** Nobody is known yet. */
    @Activate
    public PasswordsComponent() {
        // they come and go
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addPasswords(ServerPasswords service) {
        passwords.set(service);
    }

    void removePasswords(ServerPasswords service) {
        passwords.compareAndSet(service, null);
    }

    @Override
    public Optional<char[]> password(String url, String user) {
        ServerPasswords service = passwords.get();
        return service == null ? Optional.empty() : service.password(url, user);
    }

    @Override
    public Optional<char[]> bookPassword(String folder) {
        ServerPasswords service = passwords.get();
        return service == null ? Optional.empty() : service.bookPassword(folder);
    }

}
