package org.stockwright.reporting.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;

import org.eclipse.birt.core.exception.BirtException;
import org.eclipse.birt.core.framework.Platform;
import org.eclipse.birt.core.script.ScriptContext;
import org.eclipse.birt.report.engine.api.EngineConfig;
import org.eclipse.birt.report.engine.api.IReportEngine;
import org.eclipse.birt.report.engine.api.IReportEngineFactory;
import org.eclipse.birt.report.engine.api.IReportRunnable;
import org.eclipse.birt.report.engine.javascript.JavascriptEngineFactory;
import org.eclipse.birt.report.model.api.IResourceLocator;
import org.eclipse.birt.report.model.api.ModuleHandle;
import org.eclipse.birt.report.model.api.ModuleOption;
import org.mozilla.javascript.ContextFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/**
 * The one BIRT engine of the process, started at the first report, with the guard of scripts in place. Thread-safe.
 */
final class BirtEngine {

    private static final String LIBRARY_ENTRY = "design/" + DesignCheck.LIBRARY;
    private static final String FONTS_ENTRY = "design/fonts.xml";

    private final Bundle bundle = FrameworkUtil.getBundle(BirtEngine.class);
    private final RunLog log = new RunLog();
    private ScriptGuard guard;
    private IReportEngine engine;

    /** The engine; the first call takes a moment. */
    synchronized IReportEngine engine() throws BirtException {
        if (engine == null) {
            engine = start();
        }
        if (ContextFactory.getGlobal() != guard) {
            throw new IllegalStateException("the guard of report scripts was replaced");
        }
        return engine;
    }

    /** What BIRT logs. */
    RunLog log() {
        return log;
    }

    private IReportEngine start() throws BirtException {
        guard = installGuard();
        EngineConfig config = new EngineConfig();
        config.setLogConfig(null, Level.WARNING);
        config.setLogger(log.target());
        config.setFontConfig(bundle.getEntry(FONTS_ENTRY));
        Platform.startup(config);
        Object factory = Platform.createFactoryObject(IReportEngineFactory.EXTENSION_REPORT_ENGINE_FACTORY);
        if (!(factory instanceof IReportEngineFactory engines)) {
            throw new IllegalStateException("the bundle org.eclipse.birt.report.engine is missing or not started");
        }
        IReportEngine started = engines.createReportEngine(config);
        started.changeLogLevel(Level.WARNING);
        log.attach();
        tryCanaries();
        return started;
    }

    /**
     * BIRT's JavaScript bundle sets its own context factory when it starts and takes no other. So it is started first,
     * made to give its factory up by the method that it has for that, and ours is set.
     */
    private static ScriptGuard installGuard() {
        if (ContextFactory.getGlobal() instanceof ScriptGuard present) {
            return present;
        }
        try {
            FrameworkUtil.getBundle(JavascriptEngineFactory.class).start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            throw new IllegalStateException("BIRT's JavaScript bundle does not start", e);
        }
        JavascriptEngineFactory.destroyMyFactory();
        ScriptGuard guard = new ScriptGuard();
        ContextFactory.initGlobal(guard);
        return guard;
    }

    /** Harmless scripts that an unguarded engine would run: each must fail, and an addition must work. */
    private static void tryCanaries() throws BirtException {
        if (!"3".equals(String.valueOf(evaluate("'' + (1 + 2)")))) {
            throw new IllegalStateException("report scripts do not work");
        }
        for (String canary : new String[] { "java.lang.System.nanoTime()", "new java.io.File('.').exists()",
            "''.getClass().forName('java.lang.Runtime')", "while (true) { }" }) {
            if (!fails(canary)) {
                throw new IllegalStateException("the guard of report scripts does not hold: " + canary);
            }
        }
    }

    private static boolean fails(String script) {
        try {
            evaluate(script);
            return false;
        } catch (BirtException | ScriptGuard.Stopped e) {
            return true;
        }
    }

    private static Object evaluate(String script) throws BirtException {
        ScriptContext context = new ScriptContext();
        try {
            return context.evaluate(context.compile("javascript", "canary", 1, script));
        } finally {
            context.close();
        }
    }

    /**
     * Opens a design that was checked.
     *
     * @param home where the design lies; only for messages
     */
    IReportRunnable open(byte[] design, URL home) throws BirtException, IOException {
        Map<String, Object> options = new HashMap<>();
        options.put(ModuleOption.RESOURCE_LOCATOR_KEY, new LibraryOnly());
        try (ByteArrayInputStream in = new ByteArrayInputStream(design)) {
            return engine().openReportDesign(home.getPath(), in, options);
        }
    }

    /** Finds the common library and nothing else, wherever a design says that it lies. */
    private final class LibraryOnly implements IResourceLocator {

        @Override
        public URL findResource(ModuleHandle module, String fileName, int type) {
            return Optional.ofNullable(fileName).filter(DesignCheck.LIBRARY::equals)
                .map(name -> bundle.getEntry(LIBRARY_ENTRY)).orElse(null);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public URL findResource(ModuleHandle module, String fileName, int type, Map appContext) {
            return findResource(module, fileName, type);
        }

    }

}
