package org.stockwright.reporting.ui.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Progress.Cancelled;
import org.stockwright.company.SavedTexts;
import org.stockwright.reporting.PagedReport;
import org.stockwright.reporting.Reports;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.ui.StockwrightEditor;
import org.stockwright.ui.Work;

/**
 * A report, page by page. It shows what was true when it ran; it runs again only when the user asks, so that figures do
 * not change while somebody reads them.
 */
public final class ReportViewer extends StockwrightEditor implements ReportBar.Actions {

    /** The editor's id. */
    public static final String ID = "org.stockwright.reporting.ui.viewer"; //$NON-NLS-1$

    private final ShownReport shown = new ShownReport();
    private ReportFiles files;
    private Composite content;
    private ReportBar bar;
    private PageArea area;
    private Job job;
    /** Counts the runs: one that was overtaken by another is not shown. */
    private volatile int run;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Reports.class, ReportContribution.class, SavedTexts.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of();
    }

    @Override
    protected void createContent(Composite parent) {
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        bar = new ReportBar(content, this);
        area = new PageArea(content, body -> new Browser(body, SWT.NONE), this::open, this::export);
        files = new ReportFiles(content, shown);
    }

    @Override
    protected void refresh() {
        runAgain();
    }

    @Override
    public void runAgain() {
        if (!isOpen()) {
            return;
        }
        service(Reports.class).ifPresent(reports -> service(SavedTexts.class).ifPresent(texts -> {
            stop();
            int mine = ++run;
            ReportKey key = ReportKey.of(input());
            bar.show(0, 0);
            bar.running(true);
            area.say(Messages.Viewer_preparing);
            notices().clear();
            job = Work.<PagedReport>request(Messages.bind(Messages.Viewer_run, getPartName()),
                progress -> prepare(reports, texts, key, mine, progress)).on(content).with(notices())
                .done(report -> {
                    if (mine == run) {
                        opened(report.pages());
                    }
                }).always(() -> ended(mine)).start();
        }));
    }

    private Outcome<PagedReport> prepare(Reports reports, SavedTexts texts, ReportKey key, int mine,
        Progress progress) {
        Outcome<PagedReport> made = reports.prepare(key.id(), key.answers(), progress);
        if (made instanceof Outcome.Done<PagedReport> done) {
            if (mine != run) {
                done.value().close();
                throw new Cancelled();
            }
            if (!shown.show(done.value())) {
                throw new Cancelled();
            }
            LastAnswers.keep(texts, key.id(), key.answers());
        }
        return made;
    }

    private void opened(int pages) {
        bar.show(1, pages);
        if (area.hasBrowser()) {
            page(1);
        } else {
            area.sayNoBrowser();
        }
        if (getSite().getPage().getActivePart() == this) {
            bar.setFocus();
        }
    }

    private void ended(int mine) {
        if (mine == run) {
            bar.running(false);
            if (bar.pages() == 0) {
                area.say(Messages.Viewer_stopped);
            }
        }
    }

    @Override
    public void stop() {
        if (job != null) {
            job.cancel();
        }
    }

    @Override
    public void page(int number) {
        int pages = bar.pages();
        int mine = run;
        Work.<Path>request(Messages.bind(Messages.Viewer_pageJob, number), progress -> shown.page(number)).quietly()
            .on(content).with(notices()).done(file -> {
                if (mine == run) {
                    notices().clear();
                    bar.show(number, pages);
                    area.show(file);
                }
            }).start();
    }

    @Override
    public void noPage(String typed, int pages) {
        notices().failed(Messages.bind(Messages.Viewer_noPage, typed, pages));
    }

    @Override
    public void parameters() {
        ReportKey key = ReportKey.of(input());
        service(Reports.class).flatMap(reports -> reports.find(key.id())).ifPresent(report -> {
            ParametersModel model = new ParametersModel(report, key.answers());
            if (new ParametersDialog(getSite().getShell(), model).open() == Window.OK) {
                setInputWithNotify(new ReportKey(key.id(), model.arguments()).input(report.title()));
                runAgain();
            }
        });
    }

    @Override
    public void export() {
        files.export(getPartName(), ReportKey.of(input()).id(), getSite().getWorkbenchWindow(), notices());
    }

    @Override
    public void open() {
        files.open(getPartName(), ReportKey.of(input()).id(), getSite().getWorkbenchWindow(), notices());
    }

    @Override
    protected void closed() {
        stop();
        run++;
        bar.show(0, 0);
        bar.running(false);
        area.say(""); //$NON-NLS-1$
        Work.load(Messages.Viewer_close, progress -> {
            shown.forget();
            return true;
        }).quietly().start();
    }

    @Override
    protected void focusContent() {
        bar.setFocus();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // a report is never changed
    }

    @Override
    public void dispose() {
        stop();
        if (!shown.endNow()) {
            Work.load(Messages.Viewer_close, progress -> {
                shown.end();
                return true;
            }).quietly().start();
        }
        super.dispose();
    }

}
