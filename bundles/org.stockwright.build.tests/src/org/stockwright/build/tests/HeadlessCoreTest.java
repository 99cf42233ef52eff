package org.stockwright.build.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Runs in a framework that holds the core feature and nothing else: it must resolve and start without a workbench.
 */
class HeadlessCoreTest {

    private static final BundleContext CONTEXT = FrameworkUtil.getBundle(HeadlessCoreTest.class).getBundleContext();

    @BeforeAll
    static void startAsTheProductDoes() throws BundleException {
        for (Bundle bundle : CONTEXT.getBundles()) {
            if (isOurs(bundle) && bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY) != null) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        }
    }

    @Test
    void noBundleOfTheWorkbenchComesAlong() {
        assertThat(CONTEXT.getBundles()).extracting(Bundle::getSymbolicName)
            .contains("org.stockwright.ledger", "org.stockwright.cli")
            .noneMatch(name -> name.matches("org\\.eclipse\\.(swt|jface|ui|e4|nebula|swtchart)(\\..*)?")
                || name.matches("org\\.stockwright\\.(.+\\.)?ui"));
    }

    @Test
    void everyBundleResolves() {
        List<Bundle> bundles = Arrays.asList(CONTEXT.getBundles());
        CONTEXT.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class).resolveBundles(bundles);
        assertThat(bundles).filteredOn(bundle -> bundle.getState() == Bundle.INSTALLED).isEmpty();
    }

    @Test
    void everyBundleIsThereOnce() {
        assertThat(CONTEXT.getBundles()).extracting(Bundle::getSymbolicName).doesNotHaveDuplicates();
    }

    @Test
    void thereIsExactlyOneDerby() {
        assertThat(CONTEXT.getBundles())
            .filteredOn(bundle -> bundle.getHeaders().get(Constants.EXPORT_PACKAGE) != null
                && bundle.getHeaders().get(Constants.EXPORT_PACKAGE).contains("org.apache.derby.jdbc"))
            .extracting(Bundle::getSymbolicName).containsExactly("org.stockwright.derby");
        assertThat(BundleSource.read(BundleSource.root().resolve("releng/platform/coordinates.txt"), ""))
            .as("the target platform").doesNotContain("org.apache.derby:");
    }

    @Test
    void everyComponentOfOursIsSatisfied() {
        ServiceReference<ServiceComponentRuntime> reference = CONTEXT
            .getServiceReference(ServiceComponentRuntime.class);
        ServiceComponentRuntime runtime = CONTEXT.getService(reference);
        List<String> unsatisfied = new ArrayList<>();
        int components = 0;
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            if (description.bundle.symbolicName.startsWith("org.stockwright.")) {
                components++;
                for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(description)) {
                    if (configuration.state != ComponentConfigurationDTO.SATISFIED
                        && configuration.state != ComponentConfigurationDTO.ACTIVE) {
                        unsatisfied.add(description.name + " misses "
                            + Arrays.stream(configuration.unsatisfiedReferences).map(missing -> missing.name).toList());
                    }
                }
            }
        }
        CONTEXT.ungetService(reference);
        assertThat(components).as("components of ours").isPositive();
        assertThat(unsatisfied).isEmpty();
    }

    private static boolean isOurs(Bundle bundle) {
        return bundle.getSymbolicName().startsWith("org.stockwright.")
            && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null;
    }
}
