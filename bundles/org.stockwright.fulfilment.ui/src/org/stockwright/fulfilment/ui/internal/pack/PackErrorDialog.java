package org.stockwright.fulfilment.ui.internal.pack;

import java.util.Optional;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.stockwright.documents.ui.Reason;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.PackingSession;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.scan.ScanTargets;

/**
 * Something is wrong with a scan: nothing goes on until the goods are put aside, or a supervisor lets it through with a
 * reason. Scans meanwhile are errors, too.
 */
final class PackErrorDialog extends Dialog {

    private static final int OVERRIDE = IDialogConstants.CLIENT_ID + 1;
    private static final int WIDTH = 460;

    private final PackingSession.Result result;
    private Optional<String> reason = Optional.empty();

    PackErrorDialog(Shell shell, PackingSession.Result result) {
        super(shell);
        this.result = result;
    }

    /** What people call an error. */
    static String title(PackingSession.Result result) {
        return result.error().map(error -> switch (error) {
            case ITEM_NOT_IN_ORDER -> Messages.Pack_notInOrder;
            case QUANTITY_EXCEEDS_ORDER -> Messages.Pack_tooMany;
            case WRONG_LOT_OR_BIN -> Messages.Pack_wrongLot;
        }).orElse(Messages.Pack_error);
    }

    /** Why a supervisor lets it through; empty when the goods were put aside. */
    Optional<String> reason() {
        return reason;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title(result));
        ScanTargets.register(shell, (code, feedback) -> feedback.bad());
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite red = new Composite(area, SWT.NONE);
        red.setBackground(area.getDisplay().getSystemColor(SWT.COLOR_DARK_RED));
        GridLayoutFactory.fillDefaults().margins(16, 16).spacing(0, 10).applyTo(red);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(red);
        Label title = white(red);
        title.setFont(JFaceResources.getHeaderFont());
        title.setText(title(result));
        white(red).setText(result.message().map(Notices::text).orElse(result.item()));
        return area;
    }

    private static Label white(Composite red) {
        Label label = new Label(red, SWT.WRAP);
        label.setBackground(red.getBackground());
        label.setForeground(red.getDisplay().getSystemColor(SWT.COLOR_WHITE));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Allowed.guard(createButton(parent, OVERRIDE, Messages.Pack_override, false), FulfilmentPermission.OVERRIDE);
        createButton(parent, IDialogConstants.OK_ID, Messages.Pack_putAside, true);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == OVERRIDE) {
            reason = Reason.ask(getShell(), title(result), Messages.Pack_overrideQuestion);
            if (reason.isPresent()) {
                okPressed();
            }
        } else {
            super.buttonPressed(button);
        }
    }

}
