package org.stockwright.company.ui.internal;

import java.text.NumberFormat;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.stockwright.company.CopiedBook;

/** Shows that the copy is equal, table by table. */
final class ProofPage extends WizardPage {

    private static final int HEIGHT = 300;
    private static final int NAME_WIDTH = 210;
    private static final int ROWS_WIDTH = 110;
    private static final int HASH_WIDTH = 260;

    private Table table;
    private Button opens;

    ProofPage() {
        super("proof", Messages.Promote_proofTitle, null); //$NON-NLS-1$
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).spacing(10, 8).applyTo(area);
        table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, HEIGHT).applyTo(table);
        column(Messages.Promote_table, SWT.LEFT, NAME_WIDTH);
        column(Messages.Promote_source, SWT.RIGHT, ROWS_WIDTH);
        column(Messages.Promote_target, SWT.RIGHT, ROWS_WIDTH);
        column(Messages.Promote_result, SWT.LEFT, ROWS_WIDTH);
        column(Messages.Promote_hash, SWT.LEFT, HASH_WIDTH);
        opens = new Button(area, SWT.CHECK);
        opens.setText(Messages.Promote_open);
        opens.setSelection(true);
        setControl(area);
    }

    private void column(String name, int alignment, int width) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(name);
        column.setWidth(width);
    }

    /** The copy is made: there is no way back to where it is asked for. */
    @Override
    public IWizardPage getPreviousPage() {
        return null;
    }

    void show(CopiedBook copy) {
        NumberFormat numbers = NumberFormat.getIntegerInstance();
        for (CopiedBook.Proof proof : copy.proofs()) {
            new TableItem(table, SWT.NONE).setText(new String[] { proof.name(), numbers.format(proof.sourceRows()),
                numbers.format(proof.targetRows()),
                proof.isEqual() ? Messages.Promote_equal : Messages.Promote_different, proof.targetHash() });
        }
        setDescription(Messages.bind(Messages.Promote_proofDescription, copy.location()));
    }

    boolean opensCopy() {
        return opens.getSelection();
    }

}
