package org.stockwright.build.tests;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.osgi.util.ManifestElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Constants;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which bundle may use which: the arrows of docs/architecture. Tests may use everything.
 */
class ArrowsTest {

    /** What a bundle is, seen from the others. The areas and their workbench bundles are open sets. */
    private enum Role {
        BASE, MODEL, DERBY, PERSISTENCE, SECURITY, EXCHANGE, REPORTING, AREA, COMPANY, CLI, AREA_CLI, UI, AREA_UI,
        TESTKIT, TESTKIT_UI, EXAMPLE
    }

    private static final Set<Role> API = Set.of(Role.BASE, Role.SECURITY, Role.EXCHANGE, Role.REPORTING, Role.AREA,
        Role.COMPANY);

    private static final Map<Role, Set<Role>> MAY_USE = Map.ofEntries(
        Map.entry(Role.BASE, Set.of()),
        Map.entry(Role.DERBY, Set.of()),
        Map.entry(Role.MODEL, Set.of(Role.BASE)),
        Map.entry(Role.PERSISTENCE, Set.of(Role.BASE, Role.MODEL)),
        Map.entry(Role.SECURITY, Set.of(Role.BASE, Role.MODEL, Role.PERSISTENCE)),
        Map.entry(Role.EXCHANGE, Set.of(Role.BASE, Role.MODEL, Role.PERSISTENCE, Role.SECURITY)),
        Map.entry(Role.REPORTING, Set.of(Role.BASE, Role.MODEL, Role.PERSISTENCE, Role.SECURITY)),
        Map.entry(Role.AREA,
            Set.of(Role.BASE, Role.MODEL, Role.PERSISTENCE, Role.SECURITY, Role.EXCHANGE, Role.REPORTING, Role.AREA)),
        Map.entry(Role.COMPANY,
            Set.of(Role.BASE, Role.PERSISTENCE, Role.SECURITY, Role.EXCHANGE, Role.REPORTING, Role.AREA)),
        // the edge turns refusals and exceptions of the store into words and exit codes
        Map.entry(Role.CLI, with(API, Role.PERSISTENCE)),
        // commands of a module come through the door of the command line
        Map.entry(Role.AREA_CLI, with(API, Role.CLI)),
        Map.entry(Role.UI, Set.of(Role.BASE, Role.SECURITY)),
        Map.entry(Role.AREA_UI, with(API, Role.UI, Role.AREA_UI)),
        Map.entry(Role.TESTKIT, with(API, Role.PERSISTENCE)),
        Map.entry(Role.TESTKIT_UI, with(API, Role.PERSISTENCE, Role.TESTKIT, Role.UI, Role.AREA_UI)),
        Map.entry(Role.EXAMPLE, with(API, Role.MODEL, Role.PERSISTENCE, Role.CLI, Role.UI)));

    private static final List<String> WORKBENCH = List.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.ui",
        "org.eclipse.e4.ui", "org.eclipse.nebula", "org.eclipse.swtchart");

    private static final List<String> STORES = List.of("jakarta.persistence", "org.eclipse.persistence",
        "org.apache.derby", "org.postgresql", "com.zaxxer.hikari");

    static Stream<BundleSource> bundles() {
        return BundleSource.all().stream().filter(bundle -> !bundle.isTest());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleUsesOnlyWhatItsRoleMayUse(BundleSource bundle) {
        Set<String> wrong = new TreeSet<>();
        for (ManifestElement imported : bundle.imports()) {
            Optional<BundleSource> owner = owner(imported.getValue());
            if (owner.isPresent() && !owner.get().equals(bundle)
                && !MAY_USE.get(role(bundle)).contains(role(owner.get()))) {
                wrong.add(imported.getValue());
            }
        }
        assertThat(wrong).as("%s is a bundle of the kind %s and may not import", bundle, role(bundle)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noBundleReachesAnothersInternals(BundleSource bundle) {
        assertThat(bundle.imports()).extracting(ManifestElement::getValue)
            .noneMatch(name -> name.startsWith("org.stockwright.") && name.contains(".internal"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void ourPackagesAreImportedWithAVersionRange(BundleSource bundle) {
        assertThat(bundle.imports()).filteredOn(element -> element.getValue().startsWith("org.stockwright."))
            .allSatisfy(element -> assertThat(element.getAttribute(Constants.VERSION_ATTRIBUTE))
                .as("version range of %s", element.getValue()).matches("[\\[(].+,.+[\\])]"));
        assertThat(bundle.requires()).extracting(ManifestElement::getValue)
            .as("our bundles are used by Import-Package").noneMatch(name -> name.startsWith("org.stockwright."));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void onlyWorkbenchBundlesKnowTheWorkbench(BundleSource bundle) {
        if (!bundle.isWorkbench() && role(bundle) != Role.EXAMPLE) {
            assertThat(used(bundle)).noneMatch(name -> startsWithOneOf(name, WORKBENCH));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theWorkbenchAndTheCommandLineNeverReachTheStore(BundleSource bundle) {
        if (bundle.isWorkbench() || role(bundle) == Role.CLI || role(bundle) == Role.AREA_CLI) {
            assertThat(used(bundle)).noneMatch(name -> startsWithOneOf(name, STORES));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void derbyIsKnownToThePersistenceOnly(BundleSource bundle) {
        if (role(bundle) != Role.PERSISTENCE) {
            assertThat(used(bundle)).noneMatch(name -> name.startsWith("org.apache.derby"));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theBaseIsPlainJava(BundleSource bundle) {
        if (role(bundle) == Role.BASE) {
            assertThat(used(bundle)).allMatch(name -> name.startsWith("org.osgi.annotation"));
        }
    }

    private static Set<String> used(BundleSource bundle) {
        Set<String> names = new TreeSet<>();
        bundle.imports().forEach(element -> names.add(element.getValue()));
        bundle.requires().forEach(element -> names.add(element.getValue()));
        return names;
    }

    private static boolean startsWithOneOf(String name, List<String> prefixes) {
        return prefixes.stream().anyMatch(prefix -> name.equals(prefix) || name.startsWith(prefix + "."));
    }

    /** The bundle that a package belongs to by its name: the longest bundle name that the package begins with. */
    private static Optional<BundleSource> owner(String packageName) {
        return BundleSource.all().stream()
            .filter(bundle -> packageName.equals(bundle.name()) || packageName.startsWith(bundle.name() + "."))
            .max(Comparator.comparingInt(bundle -> bundle.name().length()));
    }

    private static Role role(BundleSource bundle) {
        String name = bundle.shortName();
        return switch (name) {
            case "base" -> Role.BASE;
            case "model" -> Role.MODEL;
            case "derby" -> Role.DERBY;
            case "persistence" -> Role.PERSISTENCE;
            case "security" -> Role.SECURITY;
            case "exchange" -> Role.EXCHANGE;
            case "reporting" -> Role.REPORTING;
            case "company" -> Role.COMPANY;
            case "cli" -> Role.CLI;
            case "ui" -> Role.UI;
            case "testkit" -> Role.TESTKIT;
            case "testkit.ui" -> Role.TESTKIT_UI;
            default -> name.startsWith("example.") ? Role.EXAMPLE
                : name.endsWith(".ui") ? Role.AREA_UI : name.endsWith(".cli") ? Role.AREA_CLI : Role.AREA;
        };
    }

    private static Set<Role> with(Set<Role> roles, Role... more) {
        Set<Role> all = new TreeSet<>(roles);
        all.addAll(List.of(more));
        return all;
    }
}
