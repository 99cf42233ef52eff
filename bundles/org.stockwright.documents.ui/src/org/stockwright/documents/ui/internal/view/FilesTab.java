package org.stockwright.documents.ui.internal.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentPermission;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.Words;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;

/** The files of a document: one is attached, or one that is there is saved as. */
final class FilesTab {

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
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 4).applyTo(bar);
        Button attach = button(bar, Messages.Files_attach, this::attach);
        Allowed.guard(attach, DocumentPermission.EDIT);
        button(bar, Messages.Files_save, this::save);
        Composite rows = new Composite(body, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        grid = new Grid<>(rows, "documents.files", columns(), Attachment::id); //$NON-NLS-1$
        grid.onOpen(file -> save());
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

    private void attach() {
        String chosen = new FileDialog(body.getShell(), SWT.OPEN).open();
        if (chosen != null) {
            Path file = Path.of(chosen);
            host.documents().ifPresent(documents -> Work
                .request(Messages.Files_attaching, progress -> attached(documents, host.document(), file)).on(body)
                .with(host.told()).done(done -> {
                    host.told().done(NLS.bind(Messages.Files_attached, done.name()));
                    host.again();
                }).start());
        }
    }

    private static Outcome<Attachment> attached(Documents documents, DocumentId id, Path file) {
        try {
            long size = Files.size(file);
            String name = String.valueOf(file.getFileName());
            if (size > Documents.MAX_ATTACHMENT) {
                return Outcome.refused(Refusal.of(DocumentRefusal.BAD_ATTACHMENT, name, size,
                    Documents.MAX_ATTACHMENT));
            }
            String type = Objects.requireNonNullElse(Files.probeContentType(file), "application/octet-stream"); //$NON-NLS-1$
            return documents.attach(id, name, type, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save() {
        List<Attachment> selected = grid.selection();
        if (selected.size() != 1) {
            host.told().failed(Messages.Files_select);
            return;
        }
        Attachment file = selected.getFirst();
        FileDialog dialog = new FileDialog(body.getShell(), SWT.SAVE);
        dialog.setFileName(file.name());
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            host.documents().ifPresent(documents -> Work
                .load(Messages.Files_saving, progress -> write(documents.content(file.id()), Path.of(chosen)))
                .on(body).with(host.told())
                .done(path -> host.told().done(NLS.bind(Messages.Files_saved, file.name()))).start());
        }
    }

    private static Path write(Optional<byte[]> content, Path file) {
        try {
            return Files.write(file, content.orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

}
