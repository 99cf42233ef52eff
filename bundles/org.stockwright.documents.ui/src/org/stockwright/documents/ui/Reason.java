package org.stockwright.documents.ui;

import java.util.Optional;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.stockwright.documents.ui.internal.Messages;

/** Asks why something is done that has to be explained. */
public final class Reason {

    private Reason() {
    }

    /** The reason that was typed; empty when it was not to be done. On the user interface's thread. */
    public static Optional<String> ask(Shell shell, String title, String question) {
        InputDialog dialog = new InputDialog(shell, title, question, "", //$NON-NLS-1$
            text -> text.isBlank() ? Messages.Reason_missing : null);
        return dialog.open() == Window.OK ? Optional.of(dialog.getValue().strip()) : Optional.empty();
    }

}
