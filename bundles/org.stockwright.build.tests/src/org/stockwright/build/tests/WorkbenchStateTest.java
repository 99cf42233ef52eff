package org.stockwright.build.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the workbench remembers may be thrown away at any start, so nothing that a user wrote is kept there: no bundle of
 * ours asks for a folder of its own in it. Preferences and the window's layout are the platform's business.
 */
class WorkbenchStateTest {

    private static final List<String> PLACES = List.of("getStateLocation", "getDialogSettings", "getInstanceLocation",
        "getConfigurationLocation", "getDataFile");

    /** Looks whether what the workbench remembers can be read. */
    private static final String LOOKER = "org/stockwright/ui/internal/Application.java";

    static Stream<BundleSource> bundles() {
        return BundleSource.all().stream().filter(bundle -> !bundle.isTest());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noBundleKeepsFilesInTheWorkbenchsState(BundleSource bundle) {
        for (Path source : bundle.sources()) {
            if (!source.endsWith(Path.of(LOOKER))) {
                assertThat(PLACES).as("%s", source).noneMatch(place -> BundleSource.read(source, "").contains(place));
            }
        }
    }

}
