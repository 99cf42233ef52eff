package org.stockwright.security.internal;

import java.util.Hashtable;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.security.Access;
import org.stockwright.security.AccessDenied;
import org.stockwright.security.Requires;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.Unguarded;
import org.stockwright.security.spi.Guarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GuardTest {

    /** A partner's area. */
    public interface Cranes {

        /** Needs the permission. */
        @Requires("cranes.drive")
        Outcome<String> drive();

        /** Needs the permission and has no outcome. */
        @Requires("cranes.drive")
        int height();

        /** Everybody's. */
        @Unguarded("The weather is no secret.")
        String wind();

        /** Forgotten. */
        Outcome<String> sell();

        /** Forgotten and without an outcome. */
        void scrap();

    }

    /** Does it all. */
    public static final class CranesComponent implements Cranes, Guarded {

        private int calls;

        @Override
        public Outcome<String> drive() {
            calls++;
            return Outcome.done("driven");
        }

        @Override
        public int height() {
            calls++;
            return 7;
        }

        @Override
        public String wind() {
            calls++;
            return "calm";
        }

        @Override
        public Outcome<String> sell() {
            calls++;
            return Outcome.done("sold");
        }

        @Override
        public void scrap() {
            calls++;
        }

    }

    /** Allows nothing, or everything. */
    private record Fixed(boolean allowed) implements Access {

        @Override
        public String user() {
            return "anna";
        }

        @Override
        public boolean may(String permission) {
            return allowed;
        }

        @Override
        public Optional<Refusal> refusal(String permission) {
            return allowed ? Optional.empty()
                : Optional.of(Refusal.of(SecurityRefusal.NOT_ALLOWED, "anna", permission));
        }

        @Override
        public Optional<Set<LocationId>> sites(String permission) {
            return Optional.empty();
        }

    }

    private final CranesComponent component = new CranesComponent();

    private Cranes behind(boolean allowed) {
        return (Cranes) Guard.of(() -> component, Cranes.class, new Fixed(allowed));
    }

    @Test
    void withoutThePermissionNothingOfTheMethodRuns() {
        Cranes cranes = behind(false);
        assertThat(cranes.drive().refusals()).extracting(Refusal::code).containsExactly(SecurityRefusal.NOT_ALLOWED);
        assertThatThrownBy(cranes::height).isInstanceOf(AccessDenied.class).hasMessageContaining("cranes.drive");
        assertThat(component.calls).isZero();
        assertThat(cranes.wind()).isEqualTo("calm");
    }

    @Test
    void withThePermissionItRuns() {
        Cranes cranes = behind(true);
        assertThat(cranes.drive().value()).isEqualTo("driven");
        assertThat(cranes.height()).isEqualTo(7);
    }

    @Test
    void aMethodThatSaysNothingIsRefusedToEverybody() {
        Cranes cranes = behind(true);
        assertThat(cranes.sell().refusals()).extracting(Refusal::code).containsExactly(SecurityRefusal.NO_RULE);
        assertThatThrownBy(cranes::scrap).isInstanceOf(AccessDenied.class);
        assertThat(component.calls).isZero();
    }

    @Test
    void aPartnersComponentIsOfferedBehindTheGuardOnly() {
        BundleContext context = FrameworkUtil.getBundle(Guard.class).getBundleContext();
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Guarded.SERVICES, Cranes.class.getName());
        ServiceRegistration<Guarded> registration = context.registerService(Guarded.class, component, properties);
        ServiceReference<Cranes> reference = context.getServiceReference(Cranes.class);
        Cranes cranes = context.getService(reference);
        assertThat(cranes).isNotSameAs(component);
        assertThat(cranes.drive().value()).as("no book is open").isEqualTo("driven");
        assertThat(cranes.sell().refusals()).extracting(Refusal::code).containsExactly(SecurityRefusal.NO_RULE);
        registration.unregister();
        assertThat(context.getServiceReference(Cranes.class)).isNull();
    }

}
