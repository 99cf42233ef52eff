package org.stockwright.build.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A component without its descriptor in the jar is silently never there.
 */
class ComponentDescriptorsTest {

    static Stream<BundleSource> bundlesWithComponents() {
        return BundleSource.all().stream().filter(bundle -> !bundle.components().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("bundlesWithComponents")
    void eachComponentHasItsDescriptorInTheJar(BundleSource bundle) throws IOException {
        List<Path> jars = bundle.files("target", ".jar").stream()
            .filter(file -> file.getFileName().toString().equals(bundle.name() + "-0.1.0-SNAPSHOT.jar")).toList();
        assumeTrue(!jars.isEmpty(), () -> bundle + " has not been built");
        try (ZipFile jar = new ZipFile(jars.getFirst().toFile())) {
            String header = text(jar, "META-INF/MANIFEST.MF").replaceAll("\r?\n ", "");
            for (Path source : bundle.components()) {
                String type = bundle.folder().resolve("src").relativize(source).toString().replaceAll("\\.java$", "")
                    .replace('/', '.');
                String descriptor = "OSGI-INF/" + type + ".xml";
                assertThat(jar.getEntry(descriptor)).as("%s in the jar of %s", descriptor, bundle).isNotNull();
                assertThat(header).as("Service-Component of %s", bundle).contains("Service-Component:")
                    .containsAnyOf(descriptor, "OSGI-INF/*.xml");
            }
        }
    }

    private static String text(ZipFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        try (InputStream stream = jar.getInputStream(entry)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
