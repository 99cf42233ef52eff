package org.stockwright.build.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.osgi.launch.EquinoxFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts a framework of its own with the bundles of the core feature and nothing else: they must resolve and start
 * without a workbench. The framework that the tests run in has more, because the test runner adds the workbench.
 */
class HeadlessCoreTest {

    private static final Pattern PLUGIN = Pattern.compile("<plugin id=\"([^\"]+)\"");

    private static final Pattern INCLUDED = Pattern.compile("<includes id=\"([^\"]+)\"");

    /** What the product starts by itself, in this order. */
    private static final List<String> STARTED = List.of("org.apache.aries.spifly.dynamic.bundle",
        "org.apache.felix.scr", "org.eclipse.equinox.common", "org.eclipse.equinox.event", "slf4j.simple",
        "org.eclipse.core.runtime");

    @TempDir
    private static Path folder;

    private static Framework framework;

    private static Set<String> listed;

    @BeforeAll
    static void startTheCore() throws BundleException {
        listed = plugins("org.stockwright.core.feature");
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, folder.resolve("storage").toString());
        configuration.put("osgi.configuration.area", folder.resolve("configuration").toUri().toString());
        configuration.put("osgi.instance.area", "@none");
        configuration.put("osgi.user.area", "@none");
        framework = new EquinoxFactory().newFramework(configuration);
        framework.init();
        BundleContext own = FrameworkUtil.getBundle(HeadlessCoreTest.class).getBundleContext();
        for (Bundle bundle : own.getBundles()) {
            if (listed.contains(bundle.getSymbolicName()) && bundle.getBundleId() != 0) {
                framework.getBundleContext().installBundle(location(bundle));
            }
        }
        framework.start();
        for (String name : STARTED) {
            bundle(name).start();
        }
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            if (bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY) != null
                && bundle.getSymbolicName().startsWith("org.stockwright.")) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        }
    }

    @AfterAll
    static void stopTheCore() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(30));
    }

    @Test
    void itIsWholeAndHasNothingOfTheWorkbench() {
        assertThat(framework.getBundleContext().getBundles()).extracting(Bundle::getSymbolicName)
            .doesNotHaveDuplicates().containsAll(listed)
            .contains("org.stockwright.ledger", "org.stockwright.cli")
            .noneMatch(name -> name.matches("org\\.eclipse\\.(swt|jface|ui|e4|nebula|swtchart)(\\..*)?")
                || name.matches("org\\.stockwright\\.(.+\\.)?ui"));
    }

    @Test
    void everyBundleResolves() {
        List<Bundle> bundles = Arrays.asList(framework.getBundleContext().getBundles());
        framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
        assertThat(bundles).filteredOn(bundle -> bundle.getState() == Bundle.INSTALLED)
            .extracting(HeadlessCoreTest::whyNot).isEmpty();
    }

    @Test
    void thereIsExactlyOneDerby() {
        assertThat(framework.getBundleContext().getBundles())
            .filteredOn(bundle -> bundle.getHeaders().get(Constants.EXPORT_PACKAGE) != null
                && bundle.getHeaders().get(Constants.EXPORT_PACKAGE).contains("org.apache.derby.jdbc"))
            .extracting(Bundle::getSymbolicName).containsExactly("org.stockwright.derby");
        assertThat(BundleSource.read(BundleSource.root().resolve("releng/platform/coordinates.txt"), ""))
            .as("the target platform, and so everything else that the product can ship")
            .doesNotContain("org.apache.derby:");
    }

    @Test
    void theServicesOfTheCoreAreThere() {
        assertThat(framework.getBundleContext().getServiceReference("org.stockwright.persistence.Stores")).isNotNull();
        assertThat(framework.getBundleContext().getServiceReference("org.stockwright.company.Companies")).isNotNull();
    }

    private static Bundle bundle(String name) {
        return Arrays.stream(framework.getBundleContext().getBundles())
            .filter(bundle -> bundle.getSymbolicName().equals(name)).findFirst().orElseThrow();
    }

    private static String whyNot(Bundle bundle) {
        try {
            bundle.start();
            return bundle.getSymbolicName();
        } catch (BundleException e) {
            return e.getMessage();
        }
    }

    private static String location(Bundle bundle) {
        return "reference:" + FileLocator.getBundleFileLocation(bundle).orElseThrow().toURI();
    }

    private static Set<String> plugins(String feature) {
        String xml = BundleSource.read(BundleSource.root().resolve("features/" + feature + "/feature.xml"), "");
        Set<String> names = new TreeSet<>();
        find(PLUGIN, xml).forEach(names::add);
        find(INCLUDED, xml).forEach(included -> names.addAll(plugins(included)));
        return names;
    }

    private static List<String> find(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
