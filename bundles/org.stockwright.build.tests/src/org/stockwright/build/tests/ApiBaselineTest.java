package org.stockwright.build.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What partners were promised stays: the exported packages are compared with {@code releng/baseline}, whose files
 * {@code releng/write-baseline} writes by the system property {@code stockwright.baseline}.
 */
class ApiBaselineTest {

    private static final String PROPERTY = "stockwright.baseline";

    private static Path baseline(BundleSource bundle) {
        return BundleSource.root().resolve("releng/baseline").resolve(bundle.name() + ".txt");
    }

    /** The bundles that promise something: those that export packages, without the kits of tests. */
    static Stream<BundleSource> bundles() {
        return BundleSource.all().stream()
            .filter(bundle -> !bundle.isTest() && !bundle.shortName().startsWith("testkit")
                && !bundle.shortName().startsWith("example"))
            .filter(bundle -> bundle.exports().stream()
                .anyMatch(exported -> exported.getValue().startsWith("org.stockwright.")));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void nothingThatWasPromisedIsGone(BundleSource bundle) throws IOException {
        assumeTrue(Files.isDirectory(ApiSignatures.classes(bundle)), "built in this run or before");
        ApiSignatures now = ApiSignatures.of(bundle);
        if ("write".equals(System.getProperty(PROPERTY))) {
            now.write(baseline(bundle));
        }
        assertThat(baseline(bundle)).as("the baseline of %s: releng/write-baseline writes it", bundle)
            .exists();
        ApiSignatures promised = ApiSignatures.read(Files.readString(baseline(bundle)));
        assertThat(promised.isEmpty()).isFalse();
        assertThat(now.broken(promised))
            .as("give the package a higher first number in manifest and package-info.java, or keep what was promised")
            .isEmpty();
    }

    @Test
    void theFilesOfTheBaselineAreThoseOfBundles() throws IOException {
        List<String> expected = bundles().map(bundle -> bundle.name() + ".txt").toList();
        try (Stream<Path> files = Files.list(BundleSource.root().resolve("releng/baseline"))) {
            assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(expected);
        }
    }

    private static final String OLDER = """
        package org.stockwright.area 1.2.0
          Part interface abstract extends java/lang/Object @ConsumerType
          Part#name abstract ()Ljava/lang/String;
          Plain class abstract extends java/lang/Object
          Plain#<init> protected ()V
          Service interface abstract extends java/lang/Object @ProviderType
          Service#ask abstract (I)I
        package org.stockwright.area.spi 1.0.0
          Kind enum final extends java/lang/Enum
          Kind#A static final Lorg/stockwright/area/spi/Kind;
        """;

    private static List<String> broken(String before, String after) {
        return ApiSignatures.read(OLDER.replace(before, after)).broken(ApiSignatures.read(OLDER));
    }

    /** A bundle as it is built, with one interface in the package that it exports, whose only method has this descriptor. */
    private static BundleSource built(Path folder, String version, int role, String method) throws IOException {
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF/MANIFEST.MF"), """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: org.stockwright.area
            Export-Package: org.stockwright.area;version="%s"
            """.formatted(version));
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V21, role | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, "org/stockwright/area/Service",
            null, "java/lang/Object", null);
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "ask", method, null, null).visitEnd();
        writer.visitEnd();
        BundleSource bundle = BundleSource.read(folder);
        Path classes = ApiSignatures.classes(bundle).resolve("org/stockwright/area");
        Files.createDirectories(classes);
        Files.write(classes.resolve("Service.class"), writer.toByteArray());
        return bundle;
    }

    @Test
    void whatIsChangedInABuiltBundleNeedsAHigherFirstNumberInItsManifest(@TempDir Path folder) throws IOException {
        BundleSource first = built(folder.resolve("first"), "1.2.0", Opcodes.ACC_PUBLIC, "(I)I");
        Path file = folder.resolve("baseline/area.txt");
        ApiSignatures.of(first).write(file);
        ApiSignatures promised = ApiSignatures.read(Files.readString(file));
        assertThat(promised.text()).isEqualTo("""
            package org.stockwright.area 1.2.0
              Service interface abstract extends java/lang/Object
              Service#ask abstract (I)I
            """);
        assertThat(ApiSignatures.of(first).broken(promised)).isEmpty();
        BundleSource changed = built(folder.resolve("changed"), "1.3.0", Opcodes.ACC_PUBLIC, "(J)I");
        assertThat(ApiSignatures.of(changed).broken(promised))
            .containsExactly("org.stockwright.area 1.3.0: gone or changed: Service#ask abstract (I)I");
        BundleSource hidden = built(folder.resolve("hidden"), "1.3.0", 0, "(I)I");
        assertThat(ApiSignatures.of(hidden).broken(promised)).hasSize(2);
        BundleSource raised = built(folder.resolve("raised"), "2.0.0", Opcodes.ACC_PUBLIC, "(J)I");
        assertThat(ApiSignatures.of(raised).broken(promised)).isEmpty();
    }

    @Test
    void whatIsThereIsReadAsItWasWritten() {
        assertThat(ApiSignatures.read(OLDER).text()).isEqualTo(OLDER);
        assertThat(broken("", "")).isEmpty();
    }

    @Test
    void aRemovedMemberAndAChangedOneAreNamed() {
        assertThat(broken("  Service#ask abstract (I)I\n", "")).containsExactly(
            "org.stockwright.area 1.2.0: gone or changed: Service#ask abstract (I)I");
        assertThat(broken("(I)I", "(J)I")).containsExactly(
            "org.stockwright.area 1.2.0: gone or changed: Service#ask abstract (I)I");
        assertThat(broken("package org.stockwright.area.spi 1.0.0\n", "package org.stockwright.area.other 1.0.0\n"))
            .containsExactly("org.stockwright.area.spi 1.0.0: the package is gone");
    }

    @Test
    void onlyAHigherFirstNumberOfTheVersionAllowsIt() {
        assertThat(broken("1.2.0\n  Part interface", "1.3.0\n  Part class")).hasSize(1);
        assertThat(broken("1.2.0\n  Part interface", "2.0.0\n  Part class")).isEmpty();
        assertThat(broken("1.2.0\n  Part interface", "0.9.0\n  Part class")).hasSize(1);
    }

    @Test
    void whatIsAddedIsFineUnlessPartnersHadToImplementIt() {
        assertThat(broken("  Service#ask", "  Service#more abstract ()V\n  Service#ask")).isEmpty();
        assertThat(broken("  Part#name", "  Part#title ()V\n  Part#name")).isEmpty();
        assertThat(broken("  Part#name", "  Part#title abstract ()V\n  Part#name"))
            .containsExactly("org.stockwright.area 1.2.0: partners would have to implement: Part#title abstract ()V");
        assertThat(broken("  Plain#<init>", "  Plain#title protected abstract ()V\n  Plain#<init>"))
            .containsExactly(
                "org.stockwright.area 1.2.0: partners would have to implement: Plain#title protected abstract ()V");
    }

}
