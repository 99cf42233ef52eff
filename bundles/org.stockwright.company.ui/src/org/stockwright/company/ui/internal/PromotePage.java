package org.stockwright.company.ui.internal;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.stockwright.base.Refusal;
import org.stockwright.company.ui.internal.ServerForm.Pasted;

/** Where the book is to be copied to, and what happens then. */
final class PromotePage extends WizardPage {

    private static final int WIDTH = 460;

    private ServerForm form;

    PromotePage() {
        super("promote", Messages.Promote_title, null); //$NON-NLS-1$
        setDescription(Messages.Promote_description);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).margins(12, 12).spacing(10, 8).applyTo(area);
        form = new ServerForm(area, 0);
        form.onChange(this::check);
        form.onPasted(this::pasted);
        Label explanation = new Label(area, SWT.WRAP);
        explanation.setText(Messages.Promote_explanation);
        GridDataFactory.fillDefaults().span(4, 1).hint(WIDTH, SWT.DEFAULT).indent(0, 8).grab(true, false)
            .applyTo(explanation);
        setControl(area);
        form.setFocus();
    }

    private void check() {
        setErrorMessage(null);
        setPageComplete(form.typed().problem().isEmpty());
    }

    private void pasted(Pasted what) {
        setErrorMessage(what == Pasted.BAD ? Messages.Connect_badUrl : null);
        if (what == Pasted.WITH_PASSWORD) {
            setMessage(Messages.Connect_hasPassword, IMessageProvider.WARNING);
        }
    }

    ServerAddress address() {
        return form.typed();
    }

    void refused(List<Refusal> refusals) {
        setErrorMessage(refusals.stream().map(refusal -> (refusal.sentence() + ". " + refusal.hint()).strip()) //$NON-NLS-1$
            .collect(Collectors.joining("\n"))); //$NON-NLS-1$
    }

}
