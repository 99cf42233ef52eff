package org.stockwright.documents.ui.internal.view;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentPermission;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.TemporaryFolder;
import org.stockwright.documents.ui.internal.Words;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;

/**
 * The files of a document: attached by a button, by dropping or pasting them; opened, or saved as. What is opened goes to the
 * system's program for it, so only kinds of files are opened that run nothing by themselves.
 */
final class FilesTab {

    private static final int MEGABYTE = 1_000_000;
    /** Documents, tables and pictures. */
    private static final Set<String> HARMLESS = Set.of("pdf", "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "txt", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$
        "csv", "docx", "xlsx", "odt", "ods"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$

    private final Composite body;
    private final Grid<Attachment> grid;
    private final Host host;

    /** What the tab belongs to. */
    interface Host {

        /** Whose files. */
        DocumentId document();

        /** The documents of the open book. */
        Optional<Documents> documents();

        /** Where to tell what became of it. */
        Notices told();

        /** Reads anew. */
        void again();

    }

    FilesTab(Composite parent, Host host) {
        this.host = host;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        Composite bar = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 4).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        Button attach = button(bar, Messages.Files_attach, this::choose);
        Allowed.guard(attach, DocumentPermission.EDIT);
        button(bar, Messages.Files_open, this::open);
        button(bar, Messages.Files_save, this::save);
        Label limit = new Label(bar, SWT.NONE);
        limit.setText(NLS.bind(Messages.Files_limit, Integer.valueOf(Documents.MAX_ATTACHMENT / MEGABYTE)));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).indent(8, 0).applyTo(limit);
        Composite rows = new Composite(body, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        grid = new Grid<>(rows, "documents.files", columns(), Attachment::id); //$NON-NLS-1$
        grid.onOpen(file -> open());
        takesFiles(rows);
    }

    /** Files are dropped on a control or on a part of it, or pasted into it. */
    private void takesFiles(Control control) {
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                takesFiles(child);
            }
        }
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {

            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = Allowed.may(DocumentPermission.EDIT) ? DND.DROP_COPY : DND.DROP_NONE;
            }

            @Override
            public void drop(DropTargetEvent event) {
                attach(event.data);
            }

        });
        control.addListener(SWT.KeyDown, event -> {
            if (event.stateMask == SWT.MOD1 && event.keyCode == 'v') {
                event.doit = false;
                Clipboard clipboard = new Clipboard(control.getDisplay());
                attach(clipboard.getContents(FileTransfer.getInstance()));
                clipboard.dispose();
            }
        });
    }

    @SuppressWarnings("nls")
    private static List<Column<Attachment>> columns() {
        return List.of(Column.<Attachment>text("name", Messages.Files_name, Attachment::name).width(36),
            Column.<Attachment>text("type", Messages.Files_type, Attachment::mediaType).width(22),
            Column.<Attachment>number("size", Messages.Files_size, file -> BigDecimal.valueOf(file.size()))
                .width(11),
            Column.<Attachment>text("user", Messages.Column_user, Attachment::user).width(12),
            Column.<Attachment, Instant>of("at", Messages.Column_at, Attachment::created,
                instant -> Words.minutes(instant, Zones.current())).width(17));
    }

    private static Button button(Composite bar, String label, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    Control control() {
        return body;
    }

    void show(List<Attachment> files) {
        grid.setRows(files);
    }

    private void choose() {
        FileDialog dialog = new FileDialog(body.getShell(), SWT.OPEN | SWT.MULTI);
        if (dialog.open() != null) {
            Path folder = Path.of(dialog.getFilterPath());
            attach(
                Stream.of(dialog.getFileNames()).map(name -> folder.resolve(name).toString()).toArray(String[]::new));
        }
    }

    private void attach(Object dropped) {
        Optional<String> whyNot = Allowed.whyNot(DocumentPermission.EDIT);
        if (whyNot.isPresent()) {
            host.told().failed(whyNot.get());
        } else if (dropped instanceof String[] names && names.length > 0) {
            List<Path> files = Stream.of(names).map(Path::of).toList();
            host.documents().ifPresent(documents -> Work
                .request(Messages.Files_attaching, progress -> attached(documents, host.document(), files, progress))
                .on(body).with(host.told()).done(this::told).always(host::again).start());
        } else {
            host.told().failed(Messages.Files_noFile);
        }
    }

    /** What of several was attached, and why the others were not. */
    private record Attached(List<Attachment> files, List<Refusal> refusals) {
    }

    private void told(Attached attached) {
        String names = attached.files().stream().map(Attachment::name).collect(Collectors.joining(", ")); //$NON-NLS-1$
        String sentence = NLS.bind(Messages.Files_attached, names);
        if (attached.refusals().isEmpty()) {
            host.told().done(sentence);
        } else {
            host.told().failed(sentence + '\n' + Notices.text(attached.refusals()));
        }
    }

    private static Outcome<Attached> attached(Documents documents, DocumentId id, List<Path> files,
        Progress progress) {
        progress.begin(Messages.Files_attaching, files.size());
        List<Attachment> made = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Path file : files) {
            progress.check();
            Outcome<Attachment> one = attached(documents, id, file);
            if (one.isDone()) {
                made.add(one.value());
            } else {
                refusals.addAll(one.refusals());
            }
            progress.worked(1);
        }
        return made.isEmpty() ? Outcome.refused(refusals) : Outcome.done(new Attached(made, refusals));
    }

    private static Outcome<Attachment> attached(Documents documents, DocumentId id, Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (!Files.isRegularFile(file)) {
                return Outcome.refused(Refusal.of(FileRefusal.NO_FILE, name).hint(Messages.Files_noFolder));
            }
            long size = Files.size(file);
            if (size > Documents.MAX_ATTACHMENT) {
                return Outcome.refused(Refusal.of(DocumentRefusal.BAD_ATTACHMENT, name, size,
                    Documents.MAX_ATTACHMENT).hint(Messages.Files_smaller));
            }
            String type = Objects.requireNonNullElse(Files.probeContentType(file), "application/octet-stream"); //$NON-NLS-1$
            return documents.attach(id, name, type, Files.readAllBytes(file));
        } catch (IOException e) {
            return Outcome.refused(Refusal.of(FileRefusal.NOT_READ, name, String.valueOf(e.getMessage()))
                .hint(Messages.Files_mayRead));
        }
    }

    /** The selected file; says so when none is. */
    private Optional<Attachment> selected() {
        List<Attachment> selected = grid.selection();
        if (selected.size() == 1) {
            return Optional.of(selected.getFirst());
        }
        host.told().failed(Messages.Files_select);
        return Optional.empty();
    }

    /** What it is called in a folder; a name that was typed elsewhere may have anything in it. */
    private static String fileName(Attachment file) {
        return file.name().replaceAll("[^\\p{L}\\p{N}._ -]", "_"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    private void open() {
        selected().ifPresent(file -> {
            String name = fileName(file);
            if (!HARMLESS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
                host.told().failed(NLS.bind(Messages.Files_notOpened, file.name()));
                return;
            }
            host.documents().ifPresent(documents -> Work
                .request(Messages.Files_opening,
                    progress -> write(documents.content(file.id()), TemporaryFolder.create().file(name)))
                .on(body).with(host.told()).done(path -> {
                    if (!Program.launch(path.toString())) {
                        host.told().failed(NLS.bind(Messages.Files_noProgram, file.name()));
                    }
                }).start());
        });
    }

    private void save() {
        selected().ifPresent(file -> {
            FileDialog dialog = new FileDialog(body.getShell(), SWT.SAVE);
            dialog.setFileName(fileName(file));
            dialog.setOverwrite(true);
            String chosen = dialog.open();
            if (chosen != null) {
                host.documents().ifPresent(documents -> Work
                    .request(Messages.Files_saving, progress -> write(documents.content(file.id()), Path.of(chosen)))
                    .on(body).with(host.told())
                    .done(path -> host.told().done(NLS.bind(Messages.Files_saved, file.name()))).start());
            }
        });
    }

    private static Outcome<Path> write(Optional<byte[]> content, Path file) {
        try {
            return Outcome.done(Files.write(file, content.orElseThrow()));
        } catch (IOException e) {
            return Outcome.refused(Refusal.of(FileRefusal.NOT_WRITTEN, file, String.valueOf(e.getMessage()))
                .hint(Messages.Print_otherFile));
        }
    }

}
