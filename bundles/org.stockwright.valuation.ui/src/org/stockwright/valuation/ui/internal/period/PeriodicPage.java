package org.stockwright.valuation.ui.internal.period;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.valuation.ui.internal.Messages;

/** Until when, and where what was counted comes from. */
final class PeriodicPage extends WizardPage {

    private static final int WIDTH = 520;

    private final PeriodicClosing closing;
    private Text day;
    private Text file;
    private Button browse;

    PeriodicPage(PeriodicClosing closing) {
        super("periodic", Messages.Periodic_window, null); //$NON-NLS-1$
        this.closing = closing;
        setDescription(Messages.Periodic_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(12, 12).spacing(10, 8).applyTo(area);
        label(area, Messages.Close_lastDay);
        day = new Text(area, SWT.BORDER);
        day.setText(closing.typed());
        day.setToolTipText(Messages.Close_lastDayTip);
        GridDataFactory.fillDefaults().span(2, 1).hint(160, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(day);
        day.addListener(SWT.Modify, event -> {
            closing.type(day.getText());
            check();
        });
        label(area, Messages.Periodic_counts);
        radio(area, Messages.Periodic_fromLedger, false);
        new Label(area, SWT.NONE);
        radio(area, Messages.Periodic_fromFile, true);
        label(area, Messages.Periodic_file);
        file = new Text(area, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(file);
        file.addListener(SWT.Modify, event -> {
            closing.file(file.getText());
            check();
        });
        browse = new Button(area, SWT.PUSH);
        browse.setText(Messages.Periodic_browse);
        browse.addListener(SWT.Selection, event -> browse());
        Label explanation = new Label(area, SWT.WRAP);
        explanation.setText(Messages.Periodic_explanation);
        GridDataFactory.fillDefaults().span(3, 1).hint(WIDTH, SWT.DEFAULT).indent(0, 8).grab(true, false)
            .applyTo(explanation);
        setControl(area);
        check();
        setErrorMessage(null);
    }

    private static void label(Composite area, String text) {
        Label label = new Label(area, SWT.NONE);
        label.setText(text);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    }

    private void radio(Composite area, String text, boolean fromFile) {
        Button button = new Button(area, SWT.RADIO);
        button.setText(text);
        button.setSelection(closing.isCounted() == fromFile);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                closing.count(fromFile);
                check();
            }
        });
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(Messages.Periodic_fromFile.replace("&", "")); //$NON-NLS-1$ //$NON-NLS-2$
        dialog.setFilterExtensions(new String[] { "*.csv;*.tsv;*.txt;*.xlsx", "*" }); //$NON-NLS-1$ //$NON-NLS-2$
        String chosen = dialog.open();
        if (chosen != null) {
            file.setText(chosen);
        }
    }

    private void check() {
        file.setEnabled(closing.isCounted());
        browse.setEnabled(closing.isCounted());
        setErrorMessage(closing.problem().orElse(null));
        setPageComplete(closing.problem().isEmpty());
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            day.setFocus();
            day.selectAll();
        }
    }

}
