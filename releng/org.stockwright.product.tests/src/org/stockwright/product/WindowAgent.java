package org.stockwright.product;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sits in the installed program's virtual machine as a Java agent: tells in a file of each start, waits until the script
 * would be told that the window is there, tells of perspective and views, and closes the workbench as a user does. It
 * knows the workbench by reflection only, for it is loaded before the framework.
 */
public final class WindowAgent {

    /** First word of a line: a virtual machine began. */
    static final String STARTED = "started";
    /** First word of a line: there is a window, with these views. */
    static final String WINDOW = "window";
    /** First word of a line: something went wrong here. */
    static final String FAILED = "failed";

    private static final long LOOK_MILLIS = 50;
    /** Comes and goes with the book. */
    private static final String WELCOME = "org.eclipse.ui.internal.introview";

    private WindowAgent() {
        // only premain
    }

    /** The file to tell in, a comma, and for how many milliseconds the window stays. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        String[] parts = arguments.split(",");
        Path report = Path.of(parts[0]);
        tell(report, STARTED);
        Thread thread = new Thread(() -> watch(report, Long.parseLong(parts[1]), instrumentation), "window agent");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(Path report, long stays, Instrumentation instrumentation) {
        try {
            Path mark = Path.of(System.getProperty("stockwright.starting"));
            while (Files.readString(mark).isEmpty() || Files.readString(mark).startsWith("starting")) {
                Thread.sleep(LOOK_MILLIS);
            }
            Class<?> platform = Stream.of(instrumentation.getAllLoadedClasses())
                .filter(type -> type.getName().equals("org.eclipse.ui.PlatformUI")).findFirst().orElseThrow();
            Object workbench = platform.getMethod("getWorkbench").invoke(null);
            ClassLoader loader = platform.getClassLoader();
            Object display = call(loader, "org.eclipse.ui.IWorkbench", workbench, "getDisplay");
            Thread.sleep(stays);
            Runnable end = () -> {
                try {
                    tell(report, WINDOW + ' ' + views(loader, workbench));
                    call(loader, "org.eclipse.ui.IWorkbench", workbench, "close");
                } catch (ReflectiveOperationException | RuntimeException e) {
                    tell(report, FAILED + ' ' + e);
                }
            };
            display.getClass().getMethod("asyncExec", Runnable.class).invoke(display, end);
        } catch (IOException | ReflectiveOperationException | RuntimeException | InterruptedException e) {
            tell(report, FAILED + ' ' + e);
        }
    }

    /** The perspective, a blank and the views of the one window, by their ids. */
    private static String views(ClassLoader loader, Object workbench) throws ReflectiveOperationException {
        Object[] windows = (Object[]) call(loader, "org.eclipse.ui.IWorkbench", workbench, "getWorkbenchWindows");
        Object page = call(loader, "org.eclipse.ui.IWorkbenchWindow", windows[0], "getActivePage");
        Object perspective = call(loader, "org.eclipse.ui.IWorkbenchPage", page, "getPerspective");
        Object[] references = (Object[]) call(loader, "org.eclipse.ui.IWorkbenchPage", page, "getViewReferences");
        String[] ids = new String[references.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = String.valueOf(call(loader, "org.eclipse.ui.IWorkbenchPartReference", references[i], "getId"));
        }
        return call(loader, "org.eclipse.ui.IPerspectiveDescriptor", perspective, "getId") + " "
            + Arrays.stream(ids).filter(id -> !id.equals(WELCOME)).sorted().collect(Collectors.joining(" "));
    }

    private static Object call(ClassLoader loader, String type, Object target, String method)
        throws ReflectiveOperationException {
        return loader.loadClass(type).getMethod(method).invoke(target);
    }

    private static void tell(Path report, String line) {
        try {
            Files.writeString(report, line + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

}
