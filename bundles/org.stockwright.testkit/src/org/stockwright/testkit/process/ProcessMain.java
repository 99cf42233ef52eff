package org.stockwright.testkit.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * The main class of a second process, on a plain class path: starts a framework with the listed bundles and calls
 * {@link Errand} inside of it. The list has one line per bundle: address, start level, whether it is started.
 */
final class ProcessMain {

    private static final int LEVEL = 6;
    /** They wait for the end of the input themselves. */
    private static final Set<String> LISTENING = Set.of("OPEN", "MIGRATE", "SEAL");

    /** Kept, or it would forget its level. */
    private static final Logger WEAVER = Logger.getLogger("org.apache.aries");

    private ProcessMain() {
        // only main
    }

    /** The list of bundles, the folder of the framework, the errand and what it needs. */
    public static void main(String[] arguments) {
        int exit = 1;
        try {
            run(arguments);
            exit = 0;
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            System.out.flush();
            // no orderly stop: what an errand stored must not need one
            Runtime.getRuntime().halt(exit);
        }
    }

    private static void run(String[] arguments) throws Exception {
        if (!LISTENING.contains(arguments[2])) {
            Thread.ofPlatform().daemon().start(ProcessMain::endWithTheTest);
        }
        WEAVER.setLevel(Level.WARNING);
        Path home = Path.of(arguments[1]);
        Framework framework = framework(home);
        framework.init();
        List<Bundle> bundles = new ArrayList<>();
        List<Bundle> starting = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            String[] parts = line.split(" ");
            Bundle bundle = framework.getBundleContext().installBundle("reference:" + URI.create(parts[0]));
            bundle.adapt(BundleStartLevel.class).setStartLevel(Integer.parseInt(parts[1]));
            bundles.add(bundle);
            if (Boolean.parseBoolean(parts[2])) {
                starting.add(bundle);
            }
        }
        framework.start();
        for (Bundle bundle : starting) {
            start(bundle);
        }
        framework.adapt(FrameworkStartLevel.class).setStartLevel(LEVEL);
        Bundle testkit = bundles.stream()
            .filter(bundle -> "org.stockwright.testkit".equals(bundle.getSymbolicName())).findFirst().orElseThrow();
        String[] rest = new String[arguments.length - 2];
        System.arraycopy(arguments, 2, rest, 0, rest.length);
        testkit.loadClass(Errand.class.getName()).getMethod("run", String[].class).invoke(null, (Object) rest);
    }

    /** A process whose test was ended must not go on for ever. */
    private static void endWithTheTest() {
        try {
            while (System.in.read() >= 0) {
                // nothing that is said matters, only the end
            }
        } catch (IOException e) {
            e.printStackTrace();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void start(Bundle bundle) {
        try {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            System.err.println(bundle.getSymbolicName() + ": " + e.getMessage());
        }
    }

    private static Framework framework(Path home) {
        Map<String, String> settings = new HashMap<>();
        System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith("org.osgi.framework.")
            || name.startsWith("org.apache.aries.") || name.startsWith("osgi.compatibility."))
            .forEach(name -> settings.put(name, System.getProperty(name)));
        settings.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(LEVEL));
        settings.put("osgi.configuration.area", home.resolve("configuration").toUri().toString());
        settings.put("osgi.instance.area", home.resolve("workspace").toUri().toString());
        settings.put("osgi.install.area", home.toUri().toString());
        settings.put("eclipse.ignoreApp", "true");
        settings.put("eclipse.application.launchDefault", "false");
        return ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(settings);
    }

}
