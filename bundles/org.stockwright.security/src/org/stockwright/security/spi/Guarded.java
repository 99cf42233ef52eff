package org.stockwright.security.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A component whose services are offered behind the check of permissions. It registers itself as an OSGi service of this
 * type only, with the property {@value #SERVICES} naming the interfaces that it implements:
 *
 * <pre>{@code
 * @Component(service = Guarded.class, property = Guarded.SERVICES + "=org.example.cranes.Cranes")
 * public final class CranesComponent implements Cranes, Guarded {
 * }</pre>
 *
 * <p>For each of them a service is registered that first looks at the method's
 * {@link org.stockwright.security.Requires}. A method that neither has one nor is
 * {@link org.stockwright.security.Unguarded} is refused to everybody.
 */
@ConsumerType
public interface Guarded {

    /** The property with the fully qualified names of the interfaces. */
    String SERVICES = "stockwright.guarded";

}
