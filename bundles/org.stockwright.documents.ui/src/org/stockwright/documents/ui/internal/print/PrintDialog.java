package org.stockwright.documents.ui.internal.print;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.documents.LabelPrinter;
import org.stockwright.documents.Printing;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.print.Target.Way;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Asks which form of documents is printed, and where it goes; stays open until it was printed. */
final class PrintDialog extends EntryDialog {

    private final Printing printing;
    private final List<Chosen> documents;
    private final List<Printing.Form> forms;
    private final Optional<LastTarget> memory;
    private final Notices notices;
    private final List<Target> targets = new ArrayList<>();
    private List<String> printers = List.of();
    private List<List<Printing.Print>> prints = List.of();
    private Combo form;
    private Combo to;
    private Label fileLabel;
    private Text file;
    private Text address;
    private Text terms;
    private boolean isFileTyped;
    private boolean isOffering;
    private boolean isTargetChosen;

    /** What the dialog shows when it opens. */
    private record Known(List<String> printers, List<List<Printing.Print>> prints, Target last) {
    }

    /**
     * A dialog that is not open yet.
     *
     * @param documents what is printed, at least one
     * @param forms those that fit all of them, the one to begin with first
     * @param memory what was chosen the last time
     * @param notices where to tell what became of it
     */
    PrintDialog(Shell shell, Printing printing, List<Chosen> documents, List<Printing.Form> forms,
        Optional<LastTarget> memory, Notices notices) {
        super(shell, Messages.Print_title, title(documents), Messages.Print_button);
        this.printing = printing;
        this.documents = List.copyOf(documents);
        this.forms = List.copyOf(forms);
        this.memory = memory;
        this.notices = notices;
    }

    private static String title(List<Chosen> documents) {
        return documents.size() == 1 ? documents.getFirst().number()
            : NLS.bind(Messages.Print_several, Integer.valueOf(documents.size()));
    }

    @Override
    protected boolean isLong() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        form = combo(parent, Messages.Print_form);
        form.setItems(forms.stream().map(Printing.Form::title).toArray(String[]::new));
        form.select(0);
        form.addListener(SWT.Selection, event -> formChosen());
        to = combo(parent, Messages.Print_to);
        to.addListener(SWT.Selection, event -> {
            isTargetChosen = true;
            targetChosen();
        });
        fileLabel = new Label(parent, SWT.NONE);
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        file = new Text(row, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
            .applyTo(file);
        file.addListener(SWT.Modify, event -> isFileTyped |= !isOffering);
        Button browse = new Button(row, SWT.PUSH);
        browse.setText(Messages.Print_browse);
        browse.addListener(SWT.Selection, event -> browse());
        address = field(parent, Messages.Print_address, SWT.NONE);
        address.setMessage(Messages.Print_addressHint);
        terms = field(parent, Messages.Print_terms, SWT.NONE);
        terms.setMessage(Messages.Print_termsHint);
        fileLabel.setText(documents.size() == 1 ? Messages.Print_file : Messages.Print_folder);
        formChosen();
        Work.load(Messages.Print_look, progress -> new Known(SystemPrinters.names(),
            documents.stream().map(one -> printing.prints(one.id())).toList(),
            memory.map(LastTarget::find).orElse(LastTarget.NONE)))
            .on(parent).quietly().done(this::known).start();
    }

    private static Combo combo(Composite parent, String label) {
        new Label(parent, SWT.NONE).setText(label);
        Combo combo = new Combo(parent, SWT.READ_ONLY);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    private void known(Known known) {
        printers = known.printers();
        prints = known.prints();
        Way way = known.last().way();
        if (way == Way.LABEL_PRINTER) {
            address.setText(known.last().where());
        }
        formChosen();
        for (int i = 0; i < targets.size() && !isTargetChosen; i++) {
            Target one = targets.get(i);
            if (one.way() == way && (way != Way.PRINTER || one.where().equals(known.last().where()))) {
                to.select(i);
            }
        }
        if (way.isFile() && !isFileTyped) {
            folder(Path.of(known.last().where()));
        }
        targetChosen();
    }

    private Printing.Form form() {
        return forms.get(Math.max(0, form.getSelectionIndex()));
    }

    private Target target() {
        return targets.get(Math.max(0, to.getSelectionIndex()));
    }

    /** Labels go to label printers, too; whether it will be the original depends on the form. */
    private void formChosen() {
        String before = to.getText();
        targets.clear();
        Stream.of(Way.values()).filter(way -> way != Way.PRINTER && (form().isLabel() || !way.isForLabels()))
            .forEach(way -> targets.add(new Target(way, ""))); //$NON-NLS-1$
        printers.forEach(printer -> targets.add(new Target(Way.PRINTER, printer)));
        to.setItems(targets.stream().map(PrintDialog::label).toArray(String[]::new));
        to.select(Math.max(0, to.indexOf(before)));
        setMessage(told());
        targetChosen();
    }

    private static String label(Target target) {
        return switch (target.way()) {
            case VIEWER -> Messages.Print_viewer;
            case FILE -> Messages.Print_saved;
            case ZPL_FILE -> Messages.Print_zpl;
            case LABEL_PRINTER -> Messages.Print_labelPrinter;
            case PRINTER -> NLS.bind(Messages.Print_printer, target.where());
        };
    }

    /** Whether originals will be made, as the trails say now. */
    private String told() {
        if (prints.isEmpty()) {
            return title(documents);
        }
        long copies = prints.stream().filter(ofOne -> ofOne.stream()
            .anyMatch(print -> print.form().equals(form().id()) && print.isOriginal() && !print.isFailed())).count();
        boolean isOne = documents.size() == 1;
        String which = copies == 0 ? isOne ? Messages.Print_willBeOriginal : Messages.Print_willBeOriginals
            : copies == documents.size() ? isOne ? Messages.Print_willBeCopy : Messages.Print_willBeCopies
                : NLS.bind(Messages.Print_willBeBoth, Long.valueOf(documents.size() - copies), Long.valueOf(copies));
        return NLS.bind(Messages.Print_message, title(documents), which);
    }

    private void targetChosen() {
        Way way = target().way();
        show(file.getParent(), way.isFile());
        show(address, way == Way.LABEL_PRINTER);
        show(terms, form().hasTerms());
        if (way.isFile() && !isFileTyped) {
            folder(file.getText().isEmpty() || documents.size() > 1 ? Path.of(file.getText())
                : Objects.requireNonNullElse(Path.of(file.getText()).getParent(), Path.of(""))); //$NON-NLS-1$
        }
        if (getShell().isVisible()) {
            Point size = getShell().getSize();
            getShell().layout(true, true);
            getShell().setSize(size.x, Math.max(size.y, getShell().computeSize(size.x, SWT.DEFAULT).y));
        }
    }

    /** Shows a field with the label in front of it, or neither: only what matters for what was chosen is there. */
    private static void show(Control field, boolean isShown) {
        Control[] all = field.getParent().getChildren();
        Control label = all[List.of(all).indexOf(field) - 1];
        for (Control one : List.of(label, field)) {
            one.setVisible(isShown);
            GridData data = one.getLayoutData() instanceof GridData known ? known : new GridData();
            data.exclude = !isShown;
            one.setLayoutData(data);
        }
    }

    /** Offers a file in a folder. */
    private void folder(Path folder) {
        Path chosen = folder.toString().isEmpty() ? Path.of(System.getProperty("user.home", "")) : folder; //$NON-NLS-1$ //$NON-NLS-2$
        String name = new PrintRun(form(), numbers(), Map.of(), target()).fileName(documents.getFirst().number());
        isOffering = true;
        file.setText((documents.size() == 1 ? chosen.resolve(name) : chosen).toString());
        isOffering = false;
    }

    private void browse() {
        String chosen;
        if (documents.size() == 1) {
            FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
            dialog.setFileName(file.getText());
            chosen = dialog.open();
        } else {
            DirectoryDialog dialog = new DirectoryDialog(getShell());
            dialog.setFilterPath(file.getText());
            chosen = dialog.open();
        }
        if (chosen != null) {
            file.setText(chosen);
        }
    }

    private List<String> numbers() {
        return documents.stream().map(Chosen::number).toList();
    }

    @Override
    protected String problem() {
        Way way = target().way();
        if (way == Way.LABEL_PRINTER) {
            return Notices.text(LabelPrinter.of(address.getText()).refusals());
        }
        if (!way.isFile()) {
            return ""; //$NON-NLS-1$
        }
        Path path;
        try {
            path = Path.of(file.getText().strip());
        } catch (InvalidPathException e) {
            return NLS.bind(Messages.Print_badFile, file.getText());
        }
        if (!path.isAbsolute()) {
            return NLS.bind(Messages.Print_badFile, file.getText());
        }
        boolean several = documents.size() > 1;
        if (several && !Files.isDirectory(path)) {
            return NLS.bind(Messages.Print_noFolder, path);
        }
        boolean isThere = several ? numbers().stream().anyMatch(number -> Files.exists(
            path.resolve(new PrintRun(form(), numbers(), Map.of(), target()).fileName(number)))) : Files.exists(path);
        return !isThere || MessageDialog.openConfirm(getShell(), Messages.Print_title,
            NLS.bind(Messages.Print_replace, path)) ? "" : NLS.bind(Messages.Print_otherName, path); //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        Way way = target().way();
        Target chosen = new Target(way, switch (way) {
            case VIEWER -> ""; //$NON-NLS-1$
            case FILE, ZPL_FILE -> file.getText().strip();
            case LABEL_PRINTER -> address.getText().strip();
            case PRINTER -> target().where();
        });
        Map<String, String> answers = form().hasTerms() && !terms.getText().isBlank()
            ? Map.of("terms", terms.getText().strip()) : Map.of(); //$NON-NLS-1$
        PrintRun run = new PrintRun(form(), numbers(), answers, chosen);
        return Work.request(NLS.bind(Messages.Print_job, form().title(), title(documents)), progress -> run
            .with(printing, progress).map(result -> {
                memory.ifPresent(one -> one.keep(chosen, documents.size() > 1));
                return result;
            })).done(result -> {
                finish();
                tell(run, result);
            });
    }

    private void tell(PrintRun run, PrintRun.Result result) {
        boolean opened = run.target().way() != Way.VIEWER || result.printed().stream()
            .map(one -> Program.launch(one.file().toString())).reduce(true, Boolean::logicalAnd);
        String sentence = sentence(run, result);
        if (!opened) {
            notices.failed(NLS.bind(Messages.Print_noViewer, sentence, result.printed().getFirst().file()));
        } else if (result.refusals().isEmpty()) {
            notices.done(sentence);
        } else {
            notices.failed(sentence + '\n' + Notices.text(result.refusals()));
        }
    }

    private String sentence(PrintRun run, PrintRun.Result result) {
        String where = switch (run.target().way()) {
            case VIEWER -> documents.size() == 1 ? Messages.Print_isShown : Messages.Print_areShown;
            case FILE, ZPL_FILE -> NLS.bind(documents.size() == 1 ? Messages.Print_isSaved : Messages.Print_areSaved,
                run.target().where());
            case LABEL_PRINTER, PRINTER -> NLS.bind(documents.size() == 1 ? Messages.Print_isSent
                : Messages.Print_areSent, run.target().where());
        };
        if (documents.size() > 1) {
            return NLS.bind(Messages.Print_doneSeveral, new Object[] { run.form().title(),
                Integer.valueOf(result.printed().size()), Integer.valueOf(documents.size()),
                Integer.valueOf(result.originals()), where });
        }
        Printing.Printed one = result.printed().getFirst();
        return NLS.bind(one.isOriginal() ? Messages.Print_doneOriginal : Messages.Print_doneCopy,
            new Object[] { run.form().title(), documents.getFirst().number(), where, Integer.valueOf(one.print()) });
    }

    @Override
    protected void again() {
        if (file.isVisible()) {
            file.setFocus();
        } else if (address.isVisible()) {
            address.setFocus();
        } else {
            to.setFocus();
        }
    }

}
