package org.stockwright.valuation.ui.internal.method;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Work;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.CostSettings.Level;
import org.stockwright.valuation.CostSettings.Policy;
import org.stockwright.valuation.ui.internal.Fields;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/** Asks how cost flows from an instant on. The first OK shows what it would do, the second one does it. */
final class MethodDialog extends EntryDialog {

    private static final List<Level> LEVELS = Arrays.asList(Level.values());
    private static final List<CostMethod> METHODS = Arrays.asList(CostMethod.values());

    private final CostSettings settings;
    private final Figures figures = Figures.current();
    private Combo level;
    private CodeField<String> subject;
    /** Read by the jobs that look for what fits. */
    private volatile Level offered = Level.COMPANY;
    private Combo method;
    private Text from;
    private Optional<Policy> previewed = Optional.empty();

    MethodDialog(Shell shell, CostSettings settings) {
        super(shell, Words.title(Messages.Method_dialog), Messages.Method_dialogMessage, Messages.Dialog_preview);
        this.settings = settings;
    }

    @Override
    protected void fields(Composite parent) {
        level = Fields.combo(parent, Messages.Method_level, LEVELS.stream().map(Words::of).toList());
        subject = Fields.code(parent, Messages.Method_subject, "", this::offers); //$NON-NLS-1$
        method = Fields.combo(parent, Messages.Method_method, METHODS.stream().map(Words::of).toList());
        method.select(METHODS.indexOf(CostMethod.AVERAGE));
        from = field(parent, Messages.Dialog_from, SWT.NONE);
        from.setMessage(Messages.Dialog_fromHint);
        from.setText(LocalDate.now(figures.zone()).toString());
        level.addListener(SWT.Selection, event -> changed());
        method.addListener(SWT.Selection, event -> changed());
        subject.text().addListener(SWT.Modify, event -> changed());
        from.addListener(SWT.Modify, event -> changed());
        levelChosen();
    }

    private Level chosen() {
        return LEVELS.get(level.getSelectionIndex());
    }

    private List<Choice<String>> offers(String text) {
        return switch (offered) {
            case COMPANY -> List.of();
            case CATEGORY -> Choices.categories(text);
            case ITEM -> Choices.items(text);
        };
    }

    private void levelChosen() {
        offered = chosen();
        boolean named = offered != Level.COMPANY;
        subject.text().setEnabled(named);
        subject.text().setMessage(switch (offered) {
            case COMPANY -> Messages.Method_subjectCompany;
            case CATEGORY -> Messages.Method_subjectCategory;
            case ITEM -> Messages.Method_subjectItem;
        });
        if (!named && !subject.text().getText().isEmpty()) {
            subject.set(null);
        }
    }

    /** What was previewed is not what is typed any more. */
    private void changed() {
        previewed = Optional.empty();
        levelChosen();
        setErrorMessage(null);
        setMessage(draft().warning(), IMessageProvider.NONE);
        button(Messages.Dialog_preview);
    }

    private void button(String text) {
        Button button = getButton(IDialogConstants.OK_ID);
        button.setText(text);
        setButtonLayoutData(button);
        button.requestLayout();
    }

    private MethodDraft draft() {
        return new MethodDraft(chosen(), subject.text().getText(), METHODS.get(method.getSelectionIndex()),
            from.getText());
    }

    @Override
    protected boolean isLong() {
        return true;
    }

    @Override
    protected Work<?> request() {
        MethodDraft draft = draft();
        if (previewed.isPresent()) {
            Policy policy = previewed.get();
            return Work.request(Messages.Method_job, progress -> settings.setPolicy(policy, progress))
                .done(items -> finish());
        }
        Outcome<Policy> policy = draft.policy(figures, Instant.now());
        return Work
            .request(Messages.Method_previewJob,
                progress -> policy.then(wanted -> settings.rehearsePolicy(wanted, progress)))
            .done(effect -> {
                previewed = Optional.of(policy.value());
                setMessage(draft.effect(effect, figures),
                    draft.method() == CostMethod.LIFO ? IMessageProvider.WARNING : IMessageProvider.INFORMATION);
                button(Messages.Method_set);
            });
    }

    @Override
    protected void again() {
        (chosen() == Level.COMPANY ? from : subject.text()).setFocus();
    }

}
