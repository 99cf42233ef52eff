package org.stockwright.reporting.ui.internal;

import java.util.Map;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.stockwright.company.SavedTexts;
import org.stockwright.reporting.Reports;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.Work;

/** Asks for a report's parameters and opens it in a viewer. */
public final class RunReportHandler extends StockwrightHandler {

    /** The command. */
    static final String COMMAND = "org.stockwright.reporting.ui.run"; //$NON-NLS-1$
    /** The command's parameter: the report's id. */
    static final String REPORT = "org.stockwright.reporting.ui.run.report"; //$NON-NLS-1$

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        String id = String.valueOf(event.getParameter(REPORT));
        with(SavedTexts.class, window, texts -> with(Reports.class, window,
            reports -> reports.find(id).ifPresentOrElse(report -> Work
                .load(Messages.Parameters_load, progress -> LastAnswers.find(texts, id)).quietly()
                .on(window.getShell()).with(notices(window)).done(last -> ask(window, report, last)).start(),
                () -> notices(window).failed(Messages.bind(Messages.Menu_unknown, id)))));
    }

    private void ask(IWorkbenchWindow window, ReportContribution report, Map<String, String> last) {
        ParametersModel model = new ParametersModel(report, last);
        if (report.parameters().isEmpty() || new ParametersDialog(window.getShell(), model).open() == Window.OK) {
            open(window.getActivePage(), new ReportKey(report.id(), model.arguments()).input(report.title()));
        }
    }

    /** Shows the report; one that is open with the same answers is run again. */
    private static void open(IWorkbenchPage page, KeyInput input) {
        IEditorPart open = page.findEditor(input);
        try {
            page.openEditor(input, ReportViewer.ID);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
        if (open instanceof ReportViewer viewer) {
            viewer.runAgain();
        }
    }

}
