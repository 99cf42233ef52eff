package org.stockwright.build.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * A bundle as it stands in the source tree: its folder and its manifest.
 */
record BundleSource(Path folder, Map<String, String> headers) {

    private static final String PREFIX = "org.stockwright.";

    /** All bundles of the project, in the order of their names; what a partner has put beside them is his own. */
    static List<BundleSource> all() {
        try (Stream<Path> folders = Files.list(root().resolve("bundles"))) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                .filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF"))).sorted()
                .map(BundleSource::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's root folder. */
    static Path root() {
        return Path.of(System.getProperty("stockwright.root"));
    }

    /** The bundle in this folder. */
    static BundleSource read(Path folder) {
        try (InputStream manifest = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            return new BundleSource(folder, ManifestElement.parseBundleManifest(manifest, new HashMap<>()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BundleException e) {
            throw new IllegalArgumentException(folder + " has a manifest that cannot be read", e);
        }
    }

    /** The symbolic name, for example {@code org.stockwright.ledger}. */
    String name() {
        return elements(Constants.BUNDLE_SYMBOLICNAME).getFirst().getValue();
    }

    /** The name without what all have in common, for example {@code ledger.ui}. */
    String shortName() {
        return name().substring(PREFIX.length());
    }

    boolean isTest() {
        return name().endsWith(".tests");
    }

    /** A bundle that may use SWT, JFace and the workbench. */
    boolean isWorkbench() {
        return shortName().equals("ui") || name().endsWith(".ui");
    }

    List<ManifestElement> imports() {
        return elements(Constants.IMPORT_PACKAGE);
    }

    List<ManifestElement> exports() {
        return elements(Constants.EXPORT_PACKAGE);
    }

    List<ManifestElement> requires() {
        return elements(Constants.REQUIRE_BUNDLE);
    }

    Optional<String> activationPolicy() {
        return elements(Constants.BUNDLE_ACTIVATIONPOLICY).stream().map(ManifestElement::getValue).findFirst();
    }

    /** The Java sources below {@code src}. */
    List<Path> sources() {
        return files("src", ".java");
    }

    /** The files below {@code below} whose names end with {@code ending}. */
    List<Path> files(String below, String ending) {
        Path start = folder.resolve(below);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sources of the classes that carry the annotation {@code @Component} of Declarative Services. */
    List<Path> components() {
        return sources().stream().filter(source -> {
            String text = read(source, "");
            return text.contains("import org.osgi.service.component.annotations.Component;")
                && text.lines().anyMatch(line -> line.startsWith("@Component"));
        }).toList();
    }

    /** The text of a file, or {@code otherwise} where there is none. */
    static String read(Path file, String otherwise) {
        try {
            return Files.exists(file) ? Files.readString(file) : otherwise;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ManifestElement> elements(String header) {
        try {
            ManifestElement[] elements = ManifestElement.parseHeader(header, headers.get(header));
            return elements == null ? List.of() : Arrays.asList(elements);
        } catch (BundleException e) {
            throw new IllegalArgumentException(folder + ": " + header + " cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
