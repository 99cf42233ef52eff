package org.stockwright.build.tests;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.osgi.util.ManifestElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a bundle exports and how it starts.
 */
class PackagesTest {

    static Stream<BundleSource> bundles() {
        return BundleSource.all().stream().filter(bundle -> !bundle.isTest());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void anExportedPackageHasAVersionAndSaysWhatItPromises(BundleSource bundle) {
        for (ManifestElement exported : bundle.exports()) {
            if (exported.getValue().startsWith("org.stockwright.")) {
                Path file = bundle.folder()
                    .resolve("src/" + exported.getValue().replace('.', '/') + "/package-info.java");
                String text = BundleSource.read(file, "");
                assertThat(text).as("package-info.java of %s", exported.getValue()).contains("/**");
                assertThat(text).as("@Version of %s as in the manifest", exported.getValue())
                    .contains("@Version(\"" + exported.getAttribute("version") + "\")");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void internalPackagesAreNeverExported(BundleSource bundle) {
        assertThat(bundle.exports()).extracting(ManifestElement::getValue)
            .noneMatch(name -> name.endsWith(".internal") || name.contains(".internal."));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleWithComponentsIsActivatedLazily(BundleSource bundle) {
        if (!bundle.components().isEmpty()) {
            assertThat(bundle.activationPolicy())
                .as("Bundle-ActivationPolicy; without it the components never start in the product").contains("lazy");
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aComponentIsPublicBecauseTheRuntimeMakesIt(BundleSource bundle) {
        for (Path source : bundle.components()) {
            assertThat(BundleSource.read(source, "")).as(source.toString())
                .containsPattern("(?m)^public (final |sealed )?class ");
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theFolderIsNamedAsTheBundle(BundleSource bundle) {
        assertThat(bundle.folder()).hasFileName(bundle.name());
    }
}
