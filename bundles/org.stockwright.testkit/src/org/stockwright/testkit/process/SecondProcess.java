package org.stockwright.testkit.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * A second Java virtual machine with the product's own bundles, as they are in this framework, that does one
 * {@link Errand} and tells of it in lines. Closing it kills it.
 */
public final class SecondProcess implements AutoCloseable {

    private static final String OURS = "org.stockwright.";
    /** Found by nobody's wires: they look for their users themselves. */
    private static final Set<String> ALSO = Set.of("org.apache.felix.scr", "org.apache.aries.spifly.dynamic.bundle",
        "slf4j.simple", "org.eclipse.collections.impl", "org.eclipse.equinox.event", "org.objectweb.asm",
        "org.objectweb.asm.commons", "org.objectweb.asm.tree", "org.objectweb.asm.tree.analysis",
        "org.objectweb.asm.util", "org.eclipse.core.runtime");
    private static final List<String> HANDED_ON = List.of("org.osgi.framework.bootdelegation",
        "osgi.compatibility.bootdelegation", "org.apache.aries.spifly.auto.consumers",
        "org.apache.aries.spifly.auto.providers");
    private static final int EARLY = 2;
    private static final int USUAL = 4;

    private final Process process;
    private final BufferedReader said;

    private SecondProcess(Process process) {
        this.process = process;
        this.said = process.inputReader();
    }

    /**
     * Starts one.
     *
     * @param home an empty or new folder for the framework's own files
     * @param properties system properties of the new virtual machine
     * @param errand the errand's name and what it needs
     */
    public static SecondProcess start(Path home, Map<String, String> properties, String... errand)
        throws IOException {
        return startIn(Map.of(), home, properties, errand);
    }

    /**
     * Starts one with more variables in its environment.
     *
     * @param environment variables by name
     * @param home an empty or new folder for the framework's own files
     * @param properties system properties of the new virtual machine
     * @param errand the errand's name and what it needs
     */
    public static SecondProcess startIn(Map<String, String> environment, Path home, Map<String, String> properties,
        String... errand) throws IOException {
        Files.createDirectories(home);
        Path list = Files.write(home.resolve("bundles.txt"), lines());
        List<String> command = new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m", "-Duser.timezone=UTC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"));
        BundleContext context = FrameworkUtil.getBundle(SecondProcess.class).getBundleContext();
        for (String name : HANDED_ON) {
            String text = context.getProperty(name);
            if (text != null) {
                command.add("-D" + name + "=" + text);
            }
        }
        properties.forEach((name, text) -> command.add("-D" + name + "=" + text));
        command.addAll(List.of("-cp", framework() + File.pathSeparator + file(context.getBundle()),
            ProcessMain.class.getName(), list.toString(), home.resolve("framework").toString()));
        command.addAll(Arrays.asList(errand));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return new SecondProcess(builder.start());
    }

    /** Hands on what it says from now on, until it ends; a last line that was cut off by a kill is left out. */
    public void listen(Consumer<String> listener) {
        for (String line = line(); line != null; line = line()) {
            listener.accept(line);
        }
    }

    /** The next whole line that it says; null when it has ended. */
    public String line() {
        StringBuilder line = new StringBuilder();
        try {
            for (int c = said.read(); c != '\n'; c = said.read()) {
                if (c < 0) {
                    return null;
                }
                line.append((char) c);
            }
            return line.toString();
        } catch (IOException e) {
            // the pipe of a killed process
            return null;
        }
    }

    /** Lets its input end and waits until it has ended by itself; kills it after so many seconds. */
    public int end(long seconds) throws IOException, InterruptedException {
        process.outputWriter().close();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("the second process did not end within " + seconds + " s");
        }
        return process.exitValue();
    }

    /** Kills it after so many seconds if it still runs then; so nobody waits for it for ever. */
    public void within(long seconds) {
        process.onExit().orTimeout(seconds, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
    }

    /** Kills it at once, as kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** What this framework's core is made of, without tests and user interface. */
    private static List<String> lines() throws IOException {
        Deque<Bundle> open = new ArrayDeque<>();
        for (Bundle bundle : FrameworkUtil.getBundle(SecondProcess.class).getBundleContext().getBundles()) {
            String name = Objects.toString(bundle.getSymbolicName(), "");
            if (ALSO.contains(name) || isCore(name)) {
                open.add(bundle);
            }
        }
        Set<Bundle> all = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Bundle bundle = open.remove();
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (bundle.getBundleId() != 0 && wiring != null && all.add(bundle)) {
                wiring.getRequiredWires(null).stream().map(BundleWire::getProvider).forEach(
                    provider -> open.add(provider.getBundle()));
                wiring.getProvidedWires("osgi.wiring.host").stream().map(wire -> wire.getRequirer().getBundle())
                    .filter(fragment -> !fragment.getSymbolicName().endsWith(".tests")).forEach(open::add);
            }
        }
        List<String> lines = new ArrayList<>();
        for (Bundle bundle : all) {
            BundleStartLevel start = bundle.adapt(BundleStartLevel.class);
            boolean ours = bundle.getSymbolicName().startsWith(OURS);
            boolean starts = bundle.getHeaders().get("Fragment-Host") == null
                && (ours || start.isPersistentlyStarted());
            lines.add(file(bundle).toUri() + " " + (ours || start.getStartLevel() > USUAL ? USUAL
                : Math.max(EARLY, start.getStartLevel())) + " " + starts);
        }
        return lines;
    }

    private static boolean isCore(String name) {
        return name.startsWith(OURS) && !name.endsWith(".tests") && !name.contains(".ui");
    }

    private static Path file(Bundle bundle) {
        return FileLocator.getBundleFileLocation(bundle).map(File::toPath).map(Path::toAbsolutePath)
            .orElseThrow(() -> new IllegalStateException("no file of " + bundle.getSymbolicName()));
    }

    private static Path framework() {
        URL place = FrameworkUtil.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(place.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

}
