package org.stockwright.cli.internal;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.FrameworkUtil;

/** The headless application: its arguments are a command, its result is the exit code. */
public final class StockwrightApplication implements IApplication {

    /** What launchers put before the command, with a value behind it. */
    private static final Set<String> WITH_VALUE = Set.of("-product", "-application", "-showsplash", "-name",
        "-launcher", "-exitdata", "-startup", "-os", "-ws", "-arch", "-nl", "-install", "-configuration", "-data",
        "-vm",
        "-feature", "-keyring", "-password");

    private final Interrupt interrupt = new Interrupt();

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        Console console = Console.ofProcess();
        Thread hook = new Thread(interrupt::request, "stockwright interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        PrintStream standard = System.out;
        // libraries that print must not get between the rows of a result
        System.setOut(System.err);
        try {
            Services services = new Services(FrameworkUtil.getBundle(StockwrightApplication.class).getBundleContext());
            Object arguments = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
            String[] words = arguments instanceof String[] given ? command(given) : new String[0];
            return new CommandRun(services, console, interrupt, Passwords.ofProcess()).execute(words);
        } finally {
            System.setOut(standard);
            interrupt.ended();
        }
    }

    /** The arguments from the command on. */
    static String[] command(String... arguments) {
        List<String> words = Arrays.asList(arguments);
        int first = 0;
        while (first < words.size() && isLaunchers(words.get(first))) {
            first += WITH_VALUE.contains(words.get(first)) ? 2 : 1;
        }
        return words.subList(Math.min(first, words.size()), words.size()).toArray(new String[0]);
    }

    private static boolean isLaunchers(String word) {
        return word.startsWith("-") && !word.startsWith("--") && !word.equals("-h") && !word.equals("-V");
    }

    @Override
    public void stop() {
        interrupt.request();
    }

}
