package org.stockwright.valuation.ui.internal.preview;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.stockwright.valuation.ValuePreview.Change;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.PlainTable;

/** Shows what posting would change in values; the user posts or goes back. */
final class PreviewDialog extends TitleAreaDialog {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 240;

    private final PreviewSheet sheet;

    PreviewDialog(Shell shell, PreviewSheet sheet) {
        super(shell);
        this.sheet = sheet;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite area) {
        getShell().setText(Messages.Preview_window);
        setTitle(Messages.Preview_title);
        setMessage(sheet.verdict(), sheet.changesOthers() ? IMessageProvider.WARNING : IMessageProvider.INFORMATION);
        Composite body = new Composite((Composite) super.createDialogArea(area), SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).spacing(10, 8).applyTo(body);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        text(body, sheet.sums());
        if (!sheet.warnings().isEmpty()) {
            text(body, sheet.warnings());
        }
        if (sheet.changesOthers()) {
            PlainTable<Change> table = new PlainTable<>(body, PreviewSheet.columns(sheet::figures), change -> false);
            table.show(sheet.changes());
            GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(table.control());
            text(body, org.eclipse.osgi.util.NLS.bind(Messages.Preview_difference,
                sheet.figures().change(sheet.difference())));
        }
        return body;
    }

    private static void text(Composite body, String text) {
        Label label = new Label(body, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
    }

    @Override
    protected void createButtonsForButtonBar(Composite bar) {
        createButton(bar, IDialogConstants.OK_ID, Messages.Preview_post, true);
        createButton(bar, IDialogConstants.CANCEL_ID, Messages.Preview_back, false);
    }

}
