package org.stockwright.company.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.Outcome;
import org.stockwright.company.Companies.ServerBook;
import org.stockwright.company.ui.internal.ServerForm.Pasted;

/** Asks where the book is: a folder of this computer, or a database of a server. The password is asked for later. */
final class ConnectDialog extends TitleAreaDialog {

    private static final int INDENT = 20;
    private static final int COLUMNS = 4;

    private final String home;
    private final Function<String, Outcome<ServerBook>> look;
    private final List<Control> onFolder = new ArrayList<>();
    private Button server;
    private Text folder;
    private ServerForm onServer;
    private ConnectionTrial trial;
    private String location = ""; //$NON-NLS-1$

    /**
     * Asks.
     *
     * @param home the folder that is offered at first
     * @param look tries a server's address; called in a job
     */
    ConnectDialog(Shell shell, String home, Function<String, Outcome<ServerBook>> look) {
        super(shell);
        this.home = home;
        this.look = look;
        setHelpAvailable(false);
    }

    /** What was chosen, as the companies understand it. */
    String location() {
        return location;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.Connect_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(Messages.Connect_title);
        setMessage(Messages.Connect_message);
        Composite form = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).margins(12, 12).spacing(10, 8).applyTo(form);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
        Button local = radio(form, Messages.Connect_onFolder);
        local.setSelection(true);
        folder = text(form);
        Button browse = new Button(form, SWT.PUSH);
        browse.setText(Messages.Connect_browse);
        browse.addListener(SWT.Selection, event -> browse());
        onFolder.add(browse);
        server = radio(form, Messages.Connect_onServer);
        onServer = new ServerForm(form, INDENT);
        onServer.onChange(() -> setErrorMessage(null));
        onServer.onPasted(this::pasted);
        trial = new ConnectionTrial(form, COLUMNS, INDENT, onServer, look);
        folder.setText(home);
        for (Button choice : new Button[] { local, server }) {
            choice.addListener(SWT.Selection, event -> enable());
        }
        folder.addListener(SWT.Modify, event -> setErrorMessage(null));
        enable();
        return area;
    }

    private static Button radio(Composite form, String text) {
        Button button = new Button(form, SWT.RADIO);
        button.setText(text);
        GridDataFactory.fillDefaults().span(COLUMNS, 1).indent(0, 4).applyTo(button);
        return button;
    }

    private Text text(Composite form) {
        Label label = new Label(form, SWT.NONE);
        label.setText(Messages.Connect_folder);
        GridDataFactory.swtDefaults().indent(INDENT, 0).applyTo(label);
        onFolder.add(label);
        Text text = new Text(form, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(150, SWT.DEFAULT).applyTo(text);
        onFolder.add(text);
        return text;
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setText(Messages.Open_title);
        dialog.setMessage(Messages.Open_message);
        dialog.setFilterPath(folder.getText());
        String chosen = dialog.open();
        if (chosen != null) {
            folder.setText(chosen);
        }
    }

    private void enable() {
        boolean remote = server.getSelection();
        onFolder.forEach(control -> control.setEnabled(!remote));
        onServer.setEnabled(remote);
        trial.setEnabled(remote);
        if (remote) {
            onServer.setFocus();
        } else {
            folder.setFocus();
        }
        setErrorMessage(null);
    }

    private void pasted(Pasted what) {
        setErrorMessage(what == Pasted.BAD ? Messages.Connect_badUrl : null);
        if (what == Pasted.WITH_PASSWORD) {
            setMessage(Messages.Connect_hasPassword, IMessageProvider.WARNING);
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.Connect_open, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        Optional<String> problem = server.getSelection() ? onServer.typed().problem()
            : folder.getText().isBlank() ? Optional.of(Messages.Connect_noFolder) : Optional.empty();
        if (problem.isPresent()) {
            setErrorMessage(problem.get());
            return;
        }
        location = server.getSelection() ? onServer.typed().url() : folder.getText().strip();
        super.okPressed();
    }

}
