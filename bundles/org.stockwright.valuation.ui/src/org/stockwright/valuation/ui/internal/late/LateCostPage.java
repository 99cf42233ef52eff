package org.stockwright.valuation.ui.internal.late;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.valuation.LateCosts.Basis;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/** The cost that came late, and the receipts that it is for. */
final class LateCostPage extends WizardPage {

    private static final List<Basis> BASES = Arrays.asList(Basis.values());

    private final LateCostDraft begun;
    private final Figures figures;
    private Text documents;
    private Text material;
    private Text freight;
    private Text labour;
    private Text overhead;
    private Combo basis;
    private Text effective;
    private Text reference;
    private Text reason;

    LateCostPage(LateCostDraft begun, Figures figures) {
        super("late", Messages.Late_window, null); //$NON-NLS-1$
        this.begun = begun;
        this.figures = figures;
        setDescription(Messages.Late_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).margins(12, 12).spacing(10, 8).applyTo(area);
        documents = field(area, Messages.Late_documents, 3);
        documents.setMessage(Messages.Late_documentsHint);
        documents.setToolTipText(Messages.Late_documentsTip);
        documents.setText(begun.documents());
        material = amount(area, Messages.Late_material);
        freight = amount(area, Messages.Late_freight);
        labour = amount(area, Messages.Late_labour);
        overhead = amount(area, Messages.Late_overhead);
        label(area, Messages.Late_basis);
        basis = new Combo(area, SWT.READ_ONLY);
        BASES.forEach(each -> basis.add(Words.of(each)));
        basis.select(BASES.indexOf(begun.basis()));
        GridDataFactory.fillDefaults().applyTo(basis);
        effective = field(area, Messages.Late_effective, 1);
        effective.setMessage(Messages.Late_effectiveHint);
        reference = field(area, Messages.Late_reference, 3);
        reason = field(area, Messages.Late_reason, 3);
        setControl(area);
        check();
    }

    private Text amount(Composite area, String label) {
        Text text = field(area, label, 1);
        text.setMessage(figures.amount(java.math.BigDecimal.ZERO).toPlainString() + ' ' + figures.currency());
        return text;
    }

    private Text field(Composite area, String caption, int span) {
        label(area, caption);
        Text text = new Text(area, SWT.BORDER);
        GridDataFactory.fillDefaults().span(span, 1).grab(true, false).hint(150, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Modify, event -> check());
        return text;
    }

    private static void label(Composite area, String caption) {
        Label label = new Label(area, SWT.NONE);
        label.setText(caption);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    }

    /** What is wrong is said when the user goes on; here only whether there is anything to go on with. */
    private void check() {
        setErrorMessage(null);
        setPageComplete(documents != null && !documents.getText().isBlank() && reason != null
            && !draft().isWithoutAmount());
    }

    /** What was typed. */
    LateCostDraft draft() {
        return new LateCostDraft(documents.getText(), material.getText(), freight.getText(), labour.getText(),
            overhead.getText(), BASES.get(basis.getSelectionIndex()), effective.getText(), reference.getText(),
            reason.getText());
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            (documents.getText().isBlank() ? documents : material).setFocus();
        }
    }

}
