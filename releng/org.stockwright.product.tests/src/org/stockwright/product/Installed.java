package org.stockwright.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The installed program with a user of its own, whose home, data and cache are in one folder. Everything is done by the
 * start script, as a user does it.
 */
final class Installed {

    private static final Path PRODUCT_MODULES = Path.of(System.getProperty("stockwright.root"), "releng");
    private static final Path PRODUCT = PRODUCT_MODULES.resolve(Path.of("org.stockwright.product", "target", "products",
        "org.stockwright.product", "linux", "gtk", "x86_64", "stockwright"));
    /** A start takes some seconds, and many times that on a busy machine. */
    private static final long PATIENCE_SECONDS = 300;

    private static final Map<String, String> SHORT = Map.of("STOCKWRIGHT_JAVA_ARGS",
        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

    /** The profile of p2 that the product is installed in. */
    private static final String PROFILE = "DefaultProfile";

    private final Path folder;
    private final Path program;
    private final Path agent;

    /** A user without anything, of the program as it was built, which is only read. */
    Installed(Path folder) throws IOException {
        this(folder, PRODUCT);
    }

    private Installed(Path folder, Path program) throws IOException {
        this.folder = folder;
        this.program = program;
        this.agent = agent(folder.resolve("agent.jar"));
        assertThat(program.resolve("stockwright")).as("the product is built before").isExecutable();
    }

    /** A user without anything, of a copy of the program in which features can be installed and uninstalled. */
    static Installed copy(Path folder) throws IOException {
        Path program = folder.resolve("program");
        copy(PRODUCT, program);
        return new Installed(folder, program);
    }

    /** The p2 repository that a module of {@code releng} has built. */
    static String repository(String module) {
        Path place = PRODUCT_MODULES.resolve(module).resolve("target").resolve("repository");
        assertThat(place).as("the repository is built before").isDirectory();
        return place.toUri().toString();
    }

    /** Installs features by the p2 director, as an administrator does it. */
    Ran install(List<String> repositories, List<String> features) throws IOException, InterruptedException {
        return director("-repository", String.join(",", repositories), "-installIU", groups(features));
    }

    /** Takes features away. */
    Ran uninstall(List<String> features) throws IOException, InterruptedException {
        return director("-uninstallIU", groups(features));
    }

    private static String groups(List<String> features) {
        return String.join(",", features.stream().map(feature -> feature + ".feature.group").toList());
    }

    private Ran director(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-application", "org.eclipse.equinox.p2.director"));
        all.addAll(List.of(words));
        all.addAll(List.of("-destination", program.toString(), "-profile", PROFILE));
        return run(Map.of(), all.toArray(String[]::new));
    }

    /**
     * What became of a command, or of the workbench from its start to its end.
     *
     * @param status of the script
     * @param out what it said
     * @param err what it complained of
     * @param report what {@link WindowAgent} told
     */
    record Ran(int status, String out, String err, List<String> report) {

        /** How many virtual machines there were. */
        long starts() {
            return report.stream().filter(WindowAgent.STARTED::equals).count();
        }

        /** The perspective and the views of the windows that were there. */
        List<String> windows() {
            return report.stream().filter(line -> line.startsWith(WindowAgent.WINDOW)).toList();
        }

        @Override
        public String toString() {
            return "status " + status + ", " + report + "\n" + out + err;
        }

    }

    /** The user's data: workbench and framework state, and the books that are nowhere else. */
    Path home() {
        return folder.resolve("data");
    }

    /** What headless commands and Java remember. */
    Path cache() {
        return folder.resolve("cache");
    }

    /** What the workbench remembers. */
    Path metadata() {
        return home().resolve("workbench").resolve(".metadata");
    }

    /** All that is remembered from one start to the next. */
    List<Path> state() {
        return List.of(home().resolve("workbench"), home().resolve("installations"), home().resolve("headless"),
            cache());
    }

    /** Runs a headless command. */
    Ran command(String... words) throws IOException, InterruptedException {
        return run(Map.of(), words);
    }

    /** Runs a headless command of little work with the compiler for such, whatever it is: that takes half the time. */
    Ran shortCommand(String... words) throws IOException, InterruptedException {
        return run(SHORT, words);
    }

    /** Starts the workbench, and closes it so many milliseconds after its window appeared. */
    Ran workbench(long stays, Map<String, String> environment) throws IOException, InterruptedException {
        Path report = Files.createTempFile(folder, "report", ".txt");
        Map<String, String> all = new HashMap<>(environment);
        // an archive of classes is made in the first start, and used in the others, with the agent among them
        all.put("STOCKWRIGHT_JAVA_ARGS", "-XX:+UnlockDiagnosticVMOptions -XX:+AllowArchivingWithJavaAgent -javaagent:"
            + agent + '=' + report + ',' + stays);
        Ran ran = run(all);
        return new Ran(ran.status(), ran.out(), ran.err(), Files.readAllLines(report));
    }

    private Ran run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.resolve("stockwright").toString()));
        command.addAll(List.of(words));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HOME", Files.createDirectories(folder.resolve("user")).toString());
        builder.environment().put("STOCKWRIGHT_HOME", home().toString());
        builder.environment().put("XDG_CACHE_HOME", cache().toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new AssertionError("no end within " + PATIENCE_SECONDS + " s: " + Files.readString(out)
                + Files.readString(err));
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err), List.of());
    }

    /** Keeps a copy of all that is remembered. */
    void keepState(Path copy) throws IOException {
        for (Path each : state()) {
            copy(each, copy.resolve(folder.relativize(each).toString()));
        }
    }

    /** Brings the copy back in the place of all that is remembered. */
    void restoreState(Path copy) throws IOException {
        for (Path each : state()) {
            delete(each);
            copy(copy.resolve(folder.relativize(each).toString()), each);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException failure) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }

        });
    }

    private static Path agent(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", WindowAgent.class.getName());
        String name = WindowAgent.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
            JarOutputStream out = new JarOutputStream(file, manifest);
            InputStream in = WindowAgent.class.getResourceAsStream("WindowAgent.class")) {
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }

}
