package org.stockwright.company.ui.internal;

import java.nio.file.Path;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.company.Companies;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.Work;

/** Makes a book from a backup, in a folder of its own, and offers to open it. */
public final class RestoreHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Companies.class, window, companies -> {
            FileDialog file = new FileDialog(window.getShell(), SWT.OPEN);
            file.setText(Messages.Restore_file);
            String chosen = file.open();
            if (chosen == null) {
                return;
            }
            DirectoryDialog folder = new DirectoryDialog(window.getShell());
            folder.setText(Messages.Restore_folder);
            folder.setMessage(Messages.Restore_folderMessage);
            String target = folder.open();
            if (target != null) {
                restore(window, companies, Path.of(chosen), target);
            }
        });
    }

    private void restore(IWorkbenchWindow window, Companies companies, Path file, String target) {
        Job job = Work.request(Messages.Restore_job, progress -> companies.restore(file, target, progress))
            .on(window.getShell()).with(notices(window)).done(location -> {
                notices(window).done(Messages.bind(Messages.Restore_done, location));
                if (MessageDialog.openQuestion(window.getShell(), Messages.Restore_title,
                    Messages.bind(Messages.Restore_open, location))) {
                    with(Books.class, window, books -> books.open(window, location));
                }
            }).start();
        window.getWorkbench().getProgressService().showInDialog(window.getShell(), job);
    }

}
