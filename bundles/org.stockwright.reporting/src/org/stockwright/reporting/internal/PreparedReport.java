package org.stockwright.reporting.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

import org.eclipse.birt.core.exception.BirtException;
import org.eclipse.birt.report.engine.api.IRenderTask;
import org.eclipse.birt.report.engine.api.IReportDocument;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.reporting.PagedReport;
import org.stockwright.reporting.ReportRefusal;

/** A run in a folder of its own: BIRT's document, the main rows as CSV, and the pages that were asked for. */
final class PreparedReport implements PagedReport {

    private final ReportRun run;
    private final Path folder;
    private final IReportDocument document;
    private final Path csv;
    private final int pages;
    private boolean closed;

    private PreparedReport(ReportRun run, Path folder, IReportDocument document, Path csv) {
        this.run = run;
        this.folder = folder;
        this.document = document;
        this.csv = csv;
        this.pages = (int) Math.max(1, document.getPageCount());
    }

    /** Runs the report into a new folder. */
    static Outcome<PagedReport> prepare(ReportRun run, Progress progress) throws IOException, BirtException {
        Path folder = Files.createTempDirectory("stockwright-report");
        boolean kept = false;
        try {
            Path file = folder.resolve("report.rptdocument");
            Path csv = folder.resolve("rows.csv");
            Outcome<Path> made;
            boolean copied;
            try (CsvFile copy = new CsvFile(csv, run.report().dataSets().getFirst(), run.heading().zone())) {
                made = run.document(file, copy, progress);
                copied = copy.isFinished();
            }
            if (!made.isDone()) {
                return made.map(unused -> null);
            }
            if (!copied) {
                run.csv(csv, progress);
            }
            PreparedReport report = new PreparedReport(run, folder,
                run.engine().engine().openReportDocument(file.toString()), csv);
            kept = true;
            return Outcome.done(report);
        } finally {
            if (!kept) {
                delete(folder);
            }
        }
    }

    @Override
    public String title() {
        return run.report().title();
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public synchronized Outcome<Path> page(int number) {
        checkOpen();
        if (number < 1 || number > pages) {
            return Outcome.refused(Refusal.of(ReportRefusal.UNKNOWN_PAGE, number)
                .hint(pages == 1 ? "It has one page." : "It has pages 1 to " + pages + "."));
        }
        Path file = folder.resolve("page-" + number + ".html");
        if (Files.exists(file)) {
            return Outcome.done(file);
        }
        try {
            IRenderTask task = run.engine().engine().createRenderTask(document);
            task.setRenderOption(Rendering.page(file));
            task.setPageNumber(number);
            return run.execute(task, null, Progress.NONE, task::render).map(unused -> file);
        } catch (BirtException e) {
            return run.failed(e);
        }
    }

    @Override
    public synchronized Outcome<Path> export(Path output, Progress progress) {
        checkOpen();
        Outcome<Format> format = ReportsComponent.format(output);
        return format.then(known -> run.told().exported(known, output).then(unused -> file(known, output, progress)));
    }

    private Outcome<Path> file(Format format, Path output, Progress progress) {
        try (TemporaryFile file = new TemporaryFile(output)) {
            Outcome<Boolean> made;
            if (format == Format.CSV) {
                Files.copy(csv, file.path(), StandardCopyOption.REPLACE_EXISTING);
                made = Outcome.done(true);
            } else {
                IRenderTask task = run.engine().engine().createRenderTask(document);
                task.setRenderOption(Rendering.option(format, file.path()));
                made = run.execute(task, null, progress, task::render);
            }
            if (made.isDone()) {
                file.complete();
            }
            return made.map(unused -> output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BirtException e) {
            return run.failed(e);
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the report was closed");
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        document.close();
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

}
