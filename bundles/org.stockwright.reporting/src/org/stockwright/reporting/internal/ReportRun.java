package org.stockwright.reporting.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.birt.core.exception.BirtException;
import org.eclipse.birt.report.engine.api.IEngineTask;
import org.eclipse.birt.report.engine.api.IReportRunnable;
import org.eclipse.birt.report.engine.api.IRunAndRenderTask;
import org.eclipse.birt.report.engine.api.IRunTask;
import org.eclipse.birt.report.engine.api.RenderOption;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.reporting.PagedReport;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.security.spi.AuditTeller;

import com.ibm.icu.util.TimeZone;

/**
 * One report with its checked arguments: runs BIRT's tasks on the caller's thread and finds out whether they failed.
 */
final class ReportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ReportRun.class);

    private final BirtEngine engine;
    private final ReportContribution report;
    private final Bundle bundle;
    private final ReportArguments arguments;
    private final ReportHeading heading;
    private final RunTold told;

    ReportRun(BirtEngine engine, ReportContribution report, Bundle bundle, ReportArguments arguments,
        AuditTeller audit) {
        this.told = new RunTold(audit, report.id(), arguments.texts());
        this.engine = engine;
        this.report = report;
        this.bundle = bundle;
        this.arguments = arguments;
        this.heading = report.heading(arguments);
    }

    /** The report. */
    ReportContribution report() {
        return report;
    }

    /** Its pages' heading. */
    ReportHeading heading() {
        return heading;
    }

    /** The engine that runs it. */
    BirtEngine engine() {
        return engine;
    }

    /** Makes the report into a file, which is complete or as it was before. */
    Outcome<Path> toFile(Format format, Path output, Progress progress) {
        return told.asked(format, output).then(unused -> made(format, output, progress));
    }

    /** Tells that pages are being written into a file. */
    RunTold told() {
        return told;
    }

    private Outcome<Path> made(Format format, Path output, Progress progress) {
        try (TemporaryFile file = new TemporaryFile(output)) {
            Outcome<Path> made;
            if (format == Format.CSV) {
                csv(file.path(), progress);
                made = Outcome.done(output);
            } else {
                made = render(format, file.path(), progress);
            }
            if (made.isDone()) {
                progress.check();
                file.complete();
            }
            return made.map(unused -> output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BirtException e) {
            return failed(e);
        }
    }

    /** Makes the report into pages. */
    Outcome<PagedReport> toPages(Progress progress) {
        return told.shown().then(unused -> prepared(progress));
    }

    private Outcome<PagedReport> prepared(Progress progress) {
        try {
            return PreparedReport.prepare(this, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BirtException e) {
            return failed(e);
        }
    }

    /** What BIRT threw as a refusal, with the trace in the log. */
    <T> Outcome<T> failed(BirtException e) {
        LOG.warn("{}: the report {} could not be made", ReportRefusal.FAILED, report.id(), e);
        return Outcome.refused(ReportRefusal.FAILED, report.id(), RunLog.describe(e));
    }

    /** Writes the main data set as CSV. */
    void csv(Path file, Progress progress) throws IOException {
        try (CsvFile csv = new CsvFile(file, report.dataSets().getFirst(), heading.zone())) {
            RowSource rows = new RowSource(report, arguments, progress, csv);
            String name = report.dataSets().getFirst().name();
            rows.open(name);
            while (rows.next(name)) {
                progress.check();
            }
            told.ended(rows.rows());
        }
    }

    /** Computes and lays out in one go. */
    private Outcome<Path> render(Format format, Path file, Progress progress) throws IOException, BirtException {
        Outcome<IReportRunnable> design = Design.open(engine, report, bundle, format == Format.XLSX);
        if (!design.isDone()) {
            return design.map(unused -> file);
        }
        RenderOption option = Rendering.option(format, file);
        RowSource rows = new RowSource(report, arguments, progress, null);
        IRunAndRenderTask task = engine.engine().createRunAndRenderTask(design.value());
        task.setRenderOption(option);
        Outcome<Boolean> done = execute(task, rows, progress, task::run);
        told.ended(rows.rows());
        return done.map(unused -> file);
    }

    /** Computes into a document whose pages are laid out later; the main data set's rows go into the CSV on the way. */
    Outcome<Path> document(Path document, CsvFile csv, Progress progress) throws IOException, BirtException {
        Outcome<IReportRunnable> design = Design.open(engine, report, bundle, false);
        if (!design.isDone()) {
            return design.map(unused -> document);
        }
        RowSource rows = new RowSource(report, arguments, progress, csv);
        IRunTask task = engine.engine().createRunTask(design.value());
        Outcome<Boolean> done = execute(task, rows, progress, () -> task.run(document.toString()));
        told.ended(rows.rows());
        return done.map(unused -> document);
    }

    /** What a task does. */
    @FunctionalInterface
    interface Work {

        /** Does it. */
        void run() throws BirtException;

    }

    /** Runs a task to its end, closes it, and tells whether it did what it should. */
    Outcome<Boolean> execute(IEngineTask task, RowSource rows, Progress progress, Work work)
        throws BirtException {
        task.setLocale(Locale.ENGLISH);
        task.setTimeZone(TimeZone.getTimeZone(heading.zone().getId()));
        Map<String, Object> context = new HashMap<>();
        if (rows != null) {
            context.put(Design.ROWS, rows);
        }
        context.put("heading", new HeadingValues(report.title(), heading, arguments.startedAt()));
        task.setAppContext(context);
        task.setErrorHandlingOption(IEngineTask.CANCEL_ON_ERROR);
        engine.log().begin();
        Optional<Throwable> failure = Optional.empty();
        List<?> errors;
        int status;
        try (CancelWatch watch = new CancelWatch(task, progress)) {
            work.run();
        } catch (BirtException | ScriptGuard.Stopped e) {
            failure = Optional.of(e);
        } finally {
            errors = task.getErrors();
            status = task.getStatus();
            task.close();
            Optional<Throwable> logged = engine.log().end();
            failure = failure.isPresent() || !errors.isEmpty() ? failure : logged;
        }
        progress.check();
        if (rows != null && rows.failure() != null) {
            throw rows.failure();
        }
        if (failure.isEmpty() && !errors.isEmpty() && errors.getFirst() instanceof Throwable first) {
            failure = Optional.of(first);
        }
        if (failure.isEmpty() && status == IEngineTask.STATUS_SUCCEEDED) {
            return Outcome.done(true);
        }
        String reason = failure.map(RunLog::describe).orElse("BIRT ended with status " + status);
        LOG.warn("{}: the report {} could not be made", ReportRefusal.FAILED, report.id(), failure.orElse(null));
        return Outcome.refused(Refusal.of(ReportRefusal.FAILED, report.id(), reason)
            .hint("Tell the maker of the report, with this message and the parameters."));
    }

}
