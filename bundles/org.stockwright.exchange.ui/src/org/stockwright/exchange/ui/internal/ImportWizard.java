package org.stockwright.exchange.ui.internal;

import org.eclipse.jface.dialogs.PageChangingEvent;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/**
 * Imports a file or pasted rows: what and where, what the columns mean, what is wrong. Finishing closes it; the import
 * goes on as a job in the status line, where it can be cancelled.
 */
final class ImportWizard extends Wizard {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 430;

    private final IWorkbenchWindow window;
    private final ImportModel model;
    private final SourcePage source;
    private final MappingPage mapping;
    private final PreviewPage preview;

    private ImportWizard(IWorkbenchWindow window, ImportModel model) {
        this.window = window;
        this.model = model;
        source = new SourcePage(model);
        mapping = new MappingPage(model);
        preview = new PreviewPage(model);
        setWindowTitle(model.isPasted() ? Messages.Import_titlePaste : Messages.Import_title);
        setNeedsProgressMonitor(true);
        addPage(source);
        addPage(mapping);
        addPage(preview);
    }

    /** Opens the wizard with what the model knows already. */
    static void open(IWorkbenchWindow window, ImportModel model) {
        ImportWizard wizard = new ImportWizard(window, model);
        WizardDialog dialog = new WizardDialog(window.getShell(), wizard);
        dialog.setPageSize(WIDTH, HEIGHT);
        dialog.addPageChangingListener(wizard::changing);
        dialog.open();
    }

    private void changing(PageChangingEvent event) {
        if (event.getCurrentPage() == source && event.getTargetPage() == mapping) {
            event.doit = source.read();
            if (event.doit) {
                mapping.fill();
            }
        }
    }

    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == preview && model.isReady();
    }

    @Override
    public boolean performFinish() {
        String name = Messages.bind(Messages.Import_job, model.kind().orElseThrow().title());
        Work.<ImportResult>request(name, model::store).on(window.getShell()).with(Notices.in(window))
            .done(stored -> Notices.in(window).done(model.report(stored)))
            .refused(refusals -> Notices.in(window).refused(refusals)).start();
        return true;
    }

}
