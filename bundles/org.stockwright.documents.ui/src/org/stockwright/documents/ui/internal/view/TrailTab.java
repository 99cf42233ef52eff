package org.stockwright.documents.ui.internal.view;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.DocumentPermission;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.grid.Grid;

/** Who did what to a document; Enter behind a note adds it. */
final class TrailTab {

    private final Composite body;
    private final Text note;
    private final Grid<DocumentEvent> grid;

    TrailTab(Composite parent, Consumer<String> add) {
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        Composite bar = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        new Label(bar, SWT.NONE).setText(Messages.Trail_note);
        note = new Text(bar, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(note);
        Button button = new Button(bar, SWT.PUSH);
        button.setText(Messages.Trail_add);
        Runnable adding = () -> {
            if (!note.getText().isBlank() && note.getEditable()) {
                add.accept(note.getText().strip());
            }
        };
        note.addListener(SWT.DefaultSelection, event -> adding.run());
        button.addListener(SWT.Selection, event -> adding.run());
        Allowed.guard(note, DocumentPermission.EDIT);
        Allowed.guard(button, DocumentPermission.EDIT);
        Composite rows = new Composite(body, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        grid = new Grid<>(rows, "documents.trail", DocumentColumns.trail(), //$NON-NLS-1$
            event -> List.of(event.at(), event.action(), event.detail()));
    }

    Control control() {
        return body;
    }

    void show(List<DocumentEvent> events) {
        grid.setRows(events);
    }

    /** A note was taken. */
    void taken() {
        note.setText(""); //$NON-NLS-1$
    }

}
