package org.stockwright.company.ui.internal;

import java.nio.file.Path;
import java.time.LocalDate;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.company.Companies;
import org.stockwright.company.SavedTexts;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.Work;

/** Writes a backup of the open book into a file that the user names. */
public final class BackupHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(SavedTexts.class, window, open -> with(Companies.class, window, companies -> {
            FileDialog dialog = new FileDialog(window.getShell(), SWT.SAVE);
            dialog.setText(Messages.Backup_title);
            dialog.setFileName("stockwright-" + LocalDate.now() + ".backup"); //$NON-NLS-1$ //$NON-NLS-2$
            String file = dialog.open();
            if (file != null) {
                write(window, companies, Path.of(file));
            }
        }));
    }

    private void write(IWorkbenchWindow window, Companies companies, Path file) {
        Job job = Work.request(Messages.Backup_job, progress -> companies.backup(file, progress))
            .on(window.getShell()).with(notices(window))
            .done(path -> notices(window).done(Messages.bind(Messages.Backup_done, path))).start();
        window.getWorkbench().getProgressService().showInDialog(window.getShell(), job);
    }

}
