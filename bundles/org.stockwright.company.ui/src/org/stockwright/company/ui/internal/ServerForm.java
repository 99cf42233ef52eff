package org.stockwright.company.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.company.ui.internal.ServerAddress.Encryption;

/**
 * The fields of a PostgreSQL database, or its address pasted as a whole; in a grid of four columns. A password in a
 * pasted address is taken out at once: what is on the screen can be read by others.
 */
final class ServerForm {

    private static final int COLUMNS = 4;

    private final List<Control> controls = new ArrayList<>();
    private final int indent;
    private final Text host;
    private final Text port;
    private final Text database;
    private final Text user;
    private final Combo encryption;
    private final Text url;
    private Consumer<Pasted> pasted = what -> {
        // nobody listens yet
    };
    private boolean filling;

    /** What somebody put into the field for a whole address. */
    enum Pasted {
        /** An address, or nothing. */
        GOOD,
        /** Something else. */
        BAD,
        /** An address with a password, which was taken out. */
        WITH_PASSWORD
    }

    ServerForm(Composite form, int indent) {
        this.indent = indent;
        host = text(form, Messages.Connect_host, 1);
        port = text(form, Messages.Connect_port, 1);
        database = text(form, Messages.Connect_database, 1);
        user = text(form, Messages.Connect_user, 1);
        label(form, Messages.Connect_tls);
        encryption = new Combo(form, SWT.READ_ONLY);
        encryption.setItems(Messages.Connect_tlsVerify, Messages.Connect_tlsRequire, Messages.Connect_tlsPrefer,
            Messages.Connect_tlsOff);
        GridDataFactory.fillDefaults().span(COLUMNS - 1, 1).applyTo(encryption);
        controls.add(encryption);
        url = text(form, Messages.Connect_url, COLUMNS - 1);
        url.setMessage(Messages.Connect_urlHint);
        fill(ServerAddress.EMPTY);
        url.addListener(SWT.Modify, event -> parse());
    }

    private Text text(Composite form, String caption, int columns) {
        label(form, caption);
        Text text = new Text(form, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).hint(150, SWT.DEFAULT).applyTo(text);
        controls.add(text);
        return text;
    }

    private void label(Composite form, String text) {
        Label label = new Label(form, SWT.NONE);
        label.setText(text);
        GridDataFactory.swtDefaults().indent(indent, 0).applyTo(label);
        controls.add(label);
    }

    /** Told when something is typed into the fields, or chosen. */
    void onChange(Runnable changed) {
        for (Text text : new Text[] { host, port, database, user }) {
            text.addListener(SWT.Modify, event -> changed.run());
        }
        encryption.addListener(SWT.Selection, event -> changed.run());
    }

    /** Told when something is put into the field for a whole address. */
    void onPasted(Consumer<Pasted> listener) {
        pasted = listener;
    }

    void setEnabled(boolean enabled) {
        controls.forEach(control -> control.setEnabled(enabled));
    }

    void setFocus() {
        host.setFocus();
    }

    /** What is typed now. */
    ServerAddress typed() {
        return new ServerAddress(host.getText().strip(), port.getText().strip(), database.getText().strip(),
            user.getText().strip(), Encryption.values()[encryption.getSelectionIndex()]);
    }

    private void fill(ServerAddress address) {
        host.setText(address.host());
        port.setText(address.port());
        database.setText(address.database());
        user.setText(address.user());
        encryption.select(address.encryption().ordinal());
    }

    private void parse() {
        if (filling) {
            return;
        }
        String text = url.getText();
        Optional<ServerAddress> address = ServerAddress.parse(text);
        address.ifPresent(this::fill);
        if (ServerAddress.holdsPassword(text)) {
            filling = true;
            url.setText(address.map(ServerAddress::url).orElse("")); //$NON-NLS-1$
            filling = false;
            pasted.accept(Pasted.WITH_PASSWORD);
        } else {
            pasted.accept(text.isBlank() || address.isPresent() ? Pasted.GOOD : Pasted.BAD);
        }
    }

}
