package org.stockwright.build.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The wiring of the components of the core as the runtime sees it.
 */
class ComponentsTest {

    /** The services that come and go with an open book; without one, what needs them waits. */
    private static final Set<String> OF_AN_OPEN_BOOK = Set.of("org.stockwright.persistence.UnitOfWork",
        "org.stockwright.persistence.AcknowledgementJournal", "org.stockwright.persistence.ChainAnchor");
    /** The property by which a component says what is offered behind the check of permissions in its place. */
    private static final String GUARDED = "stockwright.guarded";

    private static final BundleContext CONTEXT = FrameworkUtil.getBundle(ComponentsTest.class).getBundleContext();

    private ServiceReference<ServiceComponentRuntime> reference;

    private ServiceComponentRuntime runtime;

    private List<ComponentDescriptionDTO> components;

    @BeforeEach
    void startAsTheProductDoes() throws BundleException {
        for (Bundle bundle : CONTEXT.getBundles()) {
            if (bundle.getSymbolicName().startsWith("org.stockwright.")
                && bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY) != null) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        }
        reference = CONTEXT.getServiceReference(ServiceComponentRuntime.class);
        runtime = CONTEXT.getService(reference);
        components = runtime.getComponentDescriptionDTOs().stream()
            .filter(component -> component.bundle.symbolicName.startsWith("org.stockwright.")).toList();
    }

    @AfterEach
    void giveBack() {
        CONTEXT.ungetService(reference);
    }

    @Test
    void whatAComponentNeedsIsOfferedByAnotherOrByAnOpenBook() {
        Set<String> offered = new TreeSet<>(OF_AN_OPEN_BOOK);
        for (ComponentDescriptionDTO component : components) {
            offered.addAll(List.of(component.serviceInterfaces));
            switch (component.properties.get(GUARDED)) {
                case String service -> offered.add(service);
                case String[] services -> offered.addAll(List.of(services));
                case null, default -> {
                    // not guarded
                }
            }
        }
        List<String> missing = new ArrayList<>();
        for (ComponentDescriptionDTO component : components) {
            for (ReferenceDTO needed : component.references) {
                if (needed.cardinality.startsWith("1") && !offered.contains(needed.interfaceName)
                    && CONTEXT.getServiceReference(needed.interfaceName) == null) {
                    missing.add(component.name + " needs " + needed.interfaceName);
                }
            }
        }
        assertThat(components).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    @Test
    void noComponentHasFailed() {
        assertThat(components).allSatisfy(component -> assertThat(runtime.getComponentConfigurationDTOs(component))
            .allSatisfy(configuration -> assertThat(configuration.state).as("%s: %s", component.name,
                configuration.failure).isNotEqualTo(ComponentConfigurationDTO.FAILED_ACTIVATION)));
    }
}
