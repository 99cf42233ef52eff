package org.stockwright.valuation.ui.internal.period;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.valuation.ui.internal.Messages;

/** Until when, and where what was counted comes from. */
final class PeriodicPage extends LastDayPage {

    private final PeriodicClosing closing;
    private Text file;
    private Button browse;

    PeriodicPage(PeriodicClosing closing) {
        super("periodic", Messages.Periodic_window, Messages.Periodic_description); //$NON-NLS-1$
        this.closing = closing;
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(12, 12).spacing(10, 8).applyTo(area);
        lastDay(area, 2, closing.typed(), text -> {
            closing.type(text);
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
        explanation(area, 3, Messages.Periodic_explanation);
        setControl(area);
        check();
        setErrorMessage(null);
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
        check(closing.problem());
    }

}
