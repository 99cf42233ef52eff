package org.stockwright.reporting.ui.internal;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.stockwright.reporting.spi.ReportParameter;

/** Asks for a report's parameters. */
final class ParametersDialog extends TitleAreaDialog {

    private static final int WIDTH = 480;

    private final ParametersModel model;

    ParametersDialog(Shell parent, ParametersModel model) {
        super(parent);
        this.model = model;
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.Parameters_title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(model.report().title());
        setMessage(model.report().description());
        Composite form = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 12).spacing(10, 8).applyTo(form);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(form);
        ParameterFields fields = new ParameterFields(model, this::changed);
        Control first = null;
        for (ReportParameter parameter : model.report().parameters()) {
            Control field = fields.create(form, parameter);
            first = first == null ? field : first;
        }
        if (first != null) {
            first.setFocus();
        }
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.Parameters_run, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        changed();
    }

    /** What is missing only keeps the button off; what is wrong is said. */
    private void changed() {
        Button run = getButton(IDialogConstants.OK_ID);
        run.setEnabled(model.problem().isEmpty());
        setErrorMessage(model.mistake().orElse(null));
    }

}
