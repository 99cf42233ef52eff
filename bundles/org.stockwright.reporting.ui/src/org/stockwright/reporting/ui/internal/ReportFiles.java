package org.stockwright.reporting.ui.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Writes the report that is shown into files, with progress and cancel. */
@SuppressWarnings("nls")
final class ReportFiles {

    private static final String[] FORMATS = { "pdf", "xlsx", "html", "csv", "docx" };
    private static final String[] PATTERNS = { "*.pdf", "*.xlsx", "*.html", "*.csv", "*.docx" };
    private static final String[] NAMES = { "PDF (*.pdf)", "Excel (*.xlsx)", "HTML (*.html)", "CSV (*.csv)",
        "Word (*.docx)" };
    private static final Set<String> KNOWN = Set.of(FORMATS);

    private final Control owner;
    private final ShownReport shown;

    ReportFiles(Control owner, ShownReport shown) {
        this.owner = owner;
        this.shown = shown;
    }

    /** Asks for a file and writes the report into it; its extension chooses the format. */
    void export(String title, String id, IWorkbenchWindow window, Notices notices) {
        FileDialog dialog = new FileDialog(owner.getShell(), SWT.SAVE);
        dialog.setText(Messages.bind(Messages.Export_title, title));
        dialog.setFileName(id + ".pdf");
        dialog.setFilterExtensions(PATTERNS);
        dialog.setFilterNames(NAMES);
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            Path file = named(Path.of(chosen), dialog.getFilterIndex());
            if (!file.equals(Path.of(chosen)) && Files.exists(file) && !MessageDialog.openConfirm(owner.getShell(),
                Messages.bind(Messages.Export_title, title), Messages.bind(Messages.Export_replace, file))) {
                return;
            }
            write(file, window, notices, () -> notices.done(Messages.bind(Messages.Export_done, file)));
        }
    }

    /** The chosen file, with the chosen format's extension when it has none that we write. */
    static Path named(Path file, int filter) {
        String name = String.valueOf(file.getFileName());
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return KNOWN.contains(extension) || filter < 0 || filter >= FORMATS.length ? file
            : file.resolveSibling(name + '.' + FORMATS[filter]);
    }

    /** Writes a PDF into a temporary file and has the system show it. */
    void open(String title, String id, IWorkbenchWindow window, Notices notices) {
        Job job = Work.<Path>request(Messages.bind(Messages.Open_job, title), progress -> {
            Path file = temporary(id);
            return shown.export(file, progress);
        }).on(owner).with(notices).done(file -> {
            if (!Program.launch(file.toString())) {
                notices.failed(Messages.bind(Messages.Open_noProgram, file));
            }
        }).start();
        window.getWorkbench().getProgressService().showInDialog(owner.getShell(), job);
    }

    private static Path temporary(String id) {
        try {
            Path folder = Files.createTempDirectory("stockwright-pdf");
            Path file = folder.resolve(id + ".pdf");
            // the system's viewer may read it as long as the workbench runs
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(Messages.bind(Messages.Open_noFolder, e.getMessage()), e);
        }
    }

    private void write(Path file, IWorkbenchWindow window, Notices notices, Runnable done) {
        Job job = Work.<Path>request(Messages.bind(Messages.Export_job, file), progress -> shown.export(file, progress))
            .on(owner).with(notices).done(written -> done.run()).start();
        window.getWorkbench().getProgressService().showInDialog(owner.getShell(), job);
    }

}
