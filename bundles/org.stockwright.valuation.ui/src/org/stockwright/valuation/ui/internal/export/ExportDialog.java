package org.stockwright.valuation.ui.internal.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.ExchangeRefusal;
import org.stockwright.exchange.Exports;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.Accounts.Account;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.Journal.Export;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.ui.internal.Fields;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.PlainTable;

/** Hands the journal over to the general ledger: what, into which file, and what will be in it. */
final class ExportDialog extends TitleAreaDialog {

    private static final int WIDTH = 820;
    private static final int HEIGHT = 260;
    private static final int TYPED_MILLIS = 400;

    private final Journal journal;
    private final Exports exports;
    private final List<Recorded<String>> earlier;
    private final List<Account> accounts;
    private final Notices notices;
    private final Figures figures = Figures.current();
    private ExportFields fields;
    private Text file;
    private PlainTable<Export> lines;
    private Label total;
    private ExportSheet sheet = new ExportSheet(List.of(), Figures.PLAIN);
    private Optional<Job> running = Optional.empty();
    private int asked;

    ExportDialog(Shell shell, Journal journal, Exports exports, List<Recorded<String>> earlier,
        List<Account> accounts, Notices notices) {
        super(shell);
        this.journal = journal;
        this.exports = exports;
        this.earlier = earlier;
        this.accounts = accounts;
        this.notices = notices;
        setHelpAvailable(false);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite area) {
        getShell().setText(Messages.Export_title);
        setTitle(Messages.Export_title);
        Composite body = new Composite((Composite) super.createDialogArea(area), SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).spacing(10, 10).applyTo(body);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        fields = new ExportFields(body, earlier, figures, this::changed);
        createFile(body);
        CTabFolder tabs = new CTabFolder(body, SWT.TOP | SWT.FLAT | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(tabs);
        lines = table(tabs, Messages.Export_lines, ExportSheet.columns(() -> sheet.figures()));
        table(tabs, Messages.Export_mappingTab, ExportSheet.mapping()).show(accounts);
        tabs.setSelection(0);
        total = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(total);
        ask();
        return body;
    }

    private static <T> PlainTable<T> table(CTabFolder tabs, String title, List<Column<T>> columns) {
        Composite page = new Composite(tabs, SWT.NONE);
        page.setLayout(new FillLayout());
        CTabItem tab = new CTabItem(tabs, SWT.NONE);
        tab.setText(title);
        tab.setControl(page);
        return new PlainTable<>(page, columns, row -> false);
    }

    private void createFile(Composite body) {
        Composite line = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 6).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        Fields.label(line, Messages.Export_file);
        file = new Text(line, SWT.BORDER);
        file.setMessage(Messages.Export_fileHint);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(file);
        file.addListener(SWT.Modify, event -> setErrorMessage(null));
        Button browse = new Button(line, SWT.PUSH);
        browse.setText(Messages.Export_browse);
        browse.addListener(SWT.Selection, event -> browse());
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setText(Messages.Export_title);
        dialog.setOverwrite(false);
        dialog.setFilterExtensions(new String[] { "*.csv", "*.xlsx", "*.json" }); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
        dialog.setFileName("journal-" + fields.choice().key() + ".csv"); //$NON-NLS-1$ //$NON-NLS-2$
        String chosen = dialog.open();
        if (chosen != null) {
            file.setText(chosen);
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite bar) {
        createButton(bar, IDialogConstants.OK_ID, Messages.Export_button, true);
        createButton(bar, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    /** Asks a moment after the last key. */
    private void changed() {
        int mine = ++asked;
        getShell().getDisplay().timerExec(TYPED_MILLIS, () -> {
            if (mine == asked && getShell() != null && !getShell().isDisposed()) {
                ask();
            }
        });
    }

    private LocalDate today() {
        return LocalDate.now(figures.zone());
    }

    private void ask() {
        int mine = ++asked;
        ExportChoice choice = fields.choice();
        setErrorMessage(null);
        setMessage(switch (choice.what()) {
            case SINCE_LAST -> Messages.Export_sinceLastMessage;
            case AGAIN -> Messages.Export_againMessage;
            case DAYS -> Messages.Export_daysMessage;
        }, choice.what() == ExportChoice.What.DAYS ? IMessageProvider.WARNING : IMessageProvider.NONE);
        total.setText(Messages.Export_counting);
        running.ifPresent(Job::cancel);
        running = Optional.of(Work.request(Messages.Export_previewJob, progress -> choice.preview(journal, today()))
            .on(getShell()).done(found -> {
                if (mine == asked) {
                    show(new ExportSheet(found, figures));
                }
            }).refused(refusals -> {
                if (mine == asked) {
                    show(new ExportSheet(List.of(), figures));
                    setErrorMessage(Notices.text(refusals));
                }
            }).start());
    }

    private void show(ExportSheet found) {
        sheet = found;
        lines.show(found.first());
        total.setText(found.total());
        total.requestLayout();
    }

    @Override
    protected void okPressed() {
        ExportChoice choice = fields.choice();
        Outcome<Path> target = ExportChoice.file(file.getText());
        if (!target.isDone()) {
            refuse(target.refusals());
            file.setFocus();
            return;
        }
        if (Files.exists(target.value()) && !MessageDialog.openQuestion(getShell(), Messages.Export_title,
            NLS.bind(Messages.Export_replace, target.value().getFileName()))) {
            return;
        }
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        running.ifPresent(Job::cancel);
        running = Optional.of(Work
            .request(Messages.Export_job, progress -> choice.export(journal, today())
                .then(found -> written(found, choice, target.value(), progress)))
            .on(getShell()).with(notices).done(count -> {
                notices.done(NLS.bind(Messages.Export_done, count.toString(), target.value().getFileName()));
                super.okPressed();
            }).refused(this::refuse).always(this::enable).start());
    }

    private Outcome<Integer> written(List<Export> found, ExportChoice choice, Path target,
        Progress progress) {
        try {
            ExportChoice.write(exports, found, target, progress);
            return Outcome.done(found.size());
        } catch (IOException e) {
            return Outcome.refused(Refusal.of(ExchangeRefusal.NOT_WRITTEN, target, String.valueOf(e.getMessage()))
                .hint(choice.what() == ExportChoice.What.DAYS ? Messages.Export_otherFile
                    : NLS.bind(Messages.Export_keptHint, choice.key().strip())));
        }
    }

    private void refuse(List<Refusal> refusals) {
        setErrorMessage(Notices.text(refusals));
    }

    private void enable() {
        if (getShell() != null && !getShell().isDisposed()) {
            getButton(IDialogConstants.OK_ID).setEnabled(true);
        }
    }

    @Override
    public boolean close() {
        running.ifPresent(Job::cancel);
        return super.close();
    }

}
