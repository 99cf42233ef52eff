package org.stockwright.company.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.company.ui.internal.ServerAddress.Encryption;

/** Asks where the book is: a folder of this computer, or a database of a server. The password is asked for later. */
final class ConnectDialog extends TitleAreaDialog {

    private final String home;
    private final List<Control> onFolder = new ArrayList<>();
    private final List<Control> onServer = new ArrayList<>();
    private Button server;
    private Text folder;
    private Text host;
    private Text port;
    private Text database;
    private Text user;
    private Combo encryption;
    private Text url;
    private boolean filling;
    private String location = ""; //$NON-NLS-1$

    ConnectDialog(Shell shell, String home) {
        super(shell);
        this.home = home;
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
        GridLayoutFactory.swtDefaults().numColumns(4).margins(12, 12).spacing(10, 8).applyTo(form);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
        Button local = radio(form, Messages.Connect_onFolder);
        local.setSelection(true);
        folder = text(form, onFolder, Messages.Connect_folder, 2);
        Button browse = new Button(form, SWT.PUSH);
        browse.setText(Messages.Connect_browse);
        browse.addListener(SWT.Selection, event -> browse());
        onFolder.add(browse);
        server = radio(form, Messages.Connect_onServer);
        host = text(form, onServer, Messages.Connect_host, 1);
        port = text(form, onServer, Messages.Connect_port, 1);
        database = text(form, onServer, Messages.Connect_database, 1);
        user = text(form, onServer, Messages.Connect_user, 1);
        Label label = label(form, Messages.Connect_tls);
        onServer.add(label);
        encryption = new Combo(form, SWT.READ_ONLY);
        encryption.setItems(Messages.Connect_tlsVerify, Messages.Connect_tlsRequire, Messages.Connect_tlsPrefer,
            Messages.Connect_tlsOff);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(encryption);
        onServer.add(encryption);
        url = text(form, onServer, Messages.Connect_url, 3);
        url.setMessage(Messages.Connect_urlHint);
        fill(ServerAddress.EMPTY);
        folder.setText(home);
        for (Button choice : new Button[] { local, server }) {
            choice.addListener(SWT.Selection, event -> enable());
        }
        for (Text text : new Text[] { host, port, database, user, folder }) {
            text.addListener(SWT.Modify, event -> setErrorMessage(null));
        }
        url.addListener(SWT.Modify, event -> pasted());
        enable();
        return area;
    }

    private static Button radio(Composite form, String text) {
        Button button = new Button(form, SWT.RADIO);
        button.setText(text);
        GridDataFactory.fillDefaults().span(4, 1).indent(0, 4).applyTo(button);
        return button;
    }

    private static Label label(Composite form, String text) {
        Label label = new Label(form, SWT.NONE);
        label.setText(text);
        GridDataFactory.swtDefaults().indent(20, 0).applyTo(label);
        return label;
    }

    private static Text text(Composite form, List<Control> group, String caption, int columns) {
        group.add(label(form, caption));
        Text text = new Text(form, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).hint(150, SWT.DEFAULT).applyTo(text);
        group.add(text);
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
        onServer.forEach(control -> control.setEnabled(remote));
        (remote ? host : folder).setFocus();
        setErrorMessage(null);
    }

    private void fill(ServerAddress address) {
        host.setText(address.host());
        port.setText(address.port());
        database.setText(address.database());
        user.setText(address.user());
        encryption.select(address.encryption().ordinal());
    }

    private void pasted() {
        if (filling) {
            return;
        }
        String text = url.getText();
        Optional<ServerAddress> address = ServerAddress.parse(text);
        setErrorMessage(text.isBlank() || address.isPresent() ? null : Messages.Connect_badUrl);
        address.ifPresent(this::fill);
        if (ServerAddress.holdsPassword(text)) {
            // What is on the screen can be read by others.
            filling = true;
            url.setText(address.map(ServerAddress::url).orElse("")); //$NON-NLS-1$
            filling = false;
            setMessage(Messages.Connect_hasPassword, IMessageProvider.WARNING);
        }
    }

    private ServerAddress typed() {
        return new ServerAddress(host.getText().strip(), port.getText().strip(), database.getText().strip(),
            user.getText().strip(), Encryption.values()[encryption.getSelectionIndex()]);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.Connect_open, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        Optional<String> problem = server.getSelection() ? typed().problem()
            : folder.getText().isBlank() ? Optional.of(Messages.Connect_noFolder) : Optional.empty();
        if (problem.isPresent()) {
            setErrorMessage(problem.get());
            return;
        }
        location = server.getSelection() ? typed().url() : folder.getText().strip();
        super.okPressed();
    }

}
