package org.stockwright.company.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stockwright.company.StorePasswords;
import org.stockwright.persistence.spi.PasswordSource;

/** Lets the stores ask whoever knows passwords here; the environment and the like come before a person. */
@Component(property = "service.ranking:Integer=-100")
public final class PasswordsComponent implements PasswordSource {

    private final AtomicReference<StorePasswords> passwords = new AtomicReference<>();

    /** Nobody is known yet. */
    @Activate
    public PasswordsComponent() {
        // they come and go
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addPasswords(StorePasswords service) {
        passwords.set(service);
    }

    void removePasswords(StorePasswords service) {
        passwords.compareAndSet(service, null);
    }

    @Override
    public Optional<char[]> password(String url, String user) {
        StorePasswords service = passwords.get();
        return service == null ? Optional.empty() : service.password(url, user);
    }

    @Override
    public Optional<char[]> bookPassword(String folder) {
        StorePasswords service = passwords.get();
        return service == null ? Optional.empty() : service.bookPassword(folder);
    }

}
