package org.stockwright.ledger.ui.internal;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;

/** Asks for a new place; whether it fits is decided by the ledger. */
final class NewLocationDialog extends TitleAreaDialog {

    private static final List<LocationKind> KINDS = Arrays.asList(LocationKind.values());

    private final String parentCode;
    private Text code;
    private Text name;
    private Text parent;
    private Combo kind;
    private Locations.Draft draft;

    NewLocationDialog(Shell shell, String parentCode) {
        super(shell);
        this.parentCode = parentCode;
    }

    @Override
    protected Control createDialogArea(Composite area) {
        getShell().setText(Messages.Locations_new);
        setTitle(Messages.Locations_new);
        setMessage(Messages.Locations_new_hint);
        Composite form = new Composite((Composite) super.createDialogArea(area), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(form);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
        code = field(form, Messages.Locations_new_code);
        name = field(form, Messages.Locations_new_name);
        parent = field(form, Messages.Locations_new_parent);
        parent.setText(parentCode);
        new Label(form, SWT.NONE).setText(Messages.Locations_new_kind);
        kind = new Combo(form, SWT.READ_ONLY);
        KINDS.forEach(known -> kind.add(known.word()));
        kind.select(KINDS.indexOf(LocationKind.BIN));
        code.addListener(SWT.Modify,
            event -> getButton(IDialogConstants.OK_ID).setEnabled(!code.getText().isBlank()));
        return form;
    }

    private static Text field(Composite form, String label) {
        new Label(form, SWT.NONE).setText(label);
        Text text = new Text(form, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(text);
        return text;
    }

    @Override
    protected void createButtonsForButtonBar(Composite bar) {
        super.createButtonsForButtonBar(bar);
        getButton(IDialogConstants.OK_ID).setEnabled(false);
    }

    @Override
    protected void okPressed() {
        String title = name.getText().isBlank() ? code.getText() : name.getText();
        draft = Locations.Draft.of(code.getText().strip(), title.strip(), parent.getText().strip(),
            KINDS.get(kind.getSelectionIndex()));
        super.okPressed();
    }

    /** What was entered, after OK. */
    Locations.Draft draft() {
        return draft;
    }

}
