package org.stockwright.reporting.internal;

import java.util.Set;

import org.mozilla.javascript.Callable;
import org.mozilla.javascript.ClassShutter;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Scriptable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes every JavaScript context of this process harmless: scripts see the Java classes of an exact list and no other,
 * and a script that goes on for too many instructions is stopped. What it does not bound is memory.
 */
final class ScriptGuard extends ContextFactory implements ClassShutter {

    /** An expression of a report takes hundreds of instructions; a loop that never ends takes this many in seconds. */
    static final long MAX_INSTRUCTIONS = 20_000_000;

    private static final int OBSERVED_EVERY = 50_000;
    private static final Logger LOG = LoggerFactory.getLogger(ScriptGuard.class);

    /**
     * Exact names, never prefixes: values of cells, what designs may call, and the objects that BIRT itself puts into
     * the scope of each report. Most of what the latter hand out is not in the list. They are rich all the same, which
     * is why {@link ExpressionCheck} lets no design name them.
     */
    private static final Set<String> VISIBLE = Set.of(
        "java.lang.Boolean", "java.lang.Double", "java.lang.Integer", "java.lang.Long", "java.lang.Number",
        "java.lang.Object", "java.lang.String", "java.math.BigDecimal", "java.sql.Date", "java.sql.Time",
        "java.sql.Timestamp", "java.util.Date",
        "org.eclipse.birt.chart.internal.log.JavaUtilLoggerImpl",
        "org.eclipse.birt.core.script.BirtHashMap",
        "org.eclipse.birt.data.engine.script.JSDataSetImpl",
        "org.eclipse.birt.data.engine.script.JSDataSourceImpl",
        "org.eclipse.birt.report.engine.api.DefaultStatusHandler",
        "org.eclipse.birt.report.engine.api.impl.RenderTask",
        "org.eclipse.birt.report.engine.api.impl.RunAndRenderTask",
        "org.eclipse.birt.report.engine.api.impl.RunTask",
        "org.eclipse.birt.report.engine.executor.ExecutionContext",
        "org.eclipse.birt.report.engine.executor.ExecutionContext$ReportObject",
        "org.eclipse.birt.report.engine.javascript.JavascriptEngine$1",
        "org.eclipse.birt.report.engine.script.internal.ReportContextImpl",
        "org.eclipse.birt.report.engine.script.internal.instance.DataSetInstance",
        RowSource.class.getName(), HeadingValues.class.getName());

    /** A script was stopped. An error, so that no {@code catch} of a script gets hold of it. */
    static final class Stopped extends Error {

        private static final long serialVersionUID = 1;

        Stopped() {
            super("a script went on for more than " + MAX_INSTRUCTIONS + " instructions");
        }

    }

    private static final class GuardedContext extends Context {

        private long instructions;

        GuardedContext(ScriptGuard guard) {
            super(guard);
            setClassShutter(guard);
            setGenerateObserverCount(true);
            setInstructionObserverThreshold(OBSERVED_EVERY);
        }

        /** A script begins. Once one was stopped, no other may begin: BIRT goes on with the next row otherwise. */
        void begin() {
            if (instructions > MAX_INSTRUCTIONS) {
                throw new Stopped();
            }
            instructions = 0;
        }

        @Override
        protected void observeInstructionCount(int count) {
            instructions += count;
            if (instructions > MAX_INSTRUCTIONS) {
                throw new Stopped();
            }
        }

    }

    @Override
    public boolean visibleToScripts(String className) {
        boolean visible = VISIBLE.contains(className);
        if (!visible) {
            LOG.debug("a script asked for {}", className);
        }
        return visible;
    }

    @Override
    protected Context makeContext() {
        return new GuardedContext(this);
    }

    @Override
    protected boolean hasFeature(Context context, int feature) {
        // BIRT shares its root scope between engines
        return feature == Context.FEATURE_DYNAMIC_SCOPE || super.hasFeature(context, feature);
    }

    @Override
    protected Object doTopCall(Callable callable, Context context,
        Scriptable scope, Scriptable self, Object[] arguments) {
        if (context instanceof GuardedContext guarded) {
            guarded.begin();
        }
        return super.doTopCall(callable, context, scope, self, arguments);
    }

}
