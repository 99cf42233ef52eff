package org.stockwright.service.ui.internal.scores;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.ledger.ui.PlaceSearch;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.scores.ScoreTrial.ScoreDesk;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Work;

/** Drafts a version of a score: its formula, how long a score is good, and whether it is stock. Beside it the formula is tried out. */
final class ModelDialog extends EntryDialog {

    private static final int FORMULA_HEIGHT = 70;

    private final ScoreDesk desk;
    private final ModelTexts first;
    private final int version;
    private final boolean isNew;
    private Text code;
    private Text name;
    private Text formula;
    private Text decimals;
    private Text validity;
    private Text from;
    private Text until;
    private CodeField<String> item;
    private CodeField<String> place;
    private Text cost;

    /**
     * A dialog for a draft.
     *
     * @param first what stands there at first
     * @param version the draft that is changed; 0 for another one
     */
    ModelDialog(Shell shell, ScoreDesk desk, ModelTexts first, int version) {
        super(shell, Messages.Model_title,
            desk.fields().isEmpty() ? Messages.Model_noFields
                : NLS.bind(Messages.Model_message, String.join(", ", desk.fields())), //$NON-NLS-1$
            Messages.Model_button);
        this.desk = desk;
        this.first = first;
        this.version = version;
        this.isNew = first.code().isEmpty();
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        Composite model = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 8).applyTo(model);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(model);
        code = field(model, Messages.Template_code, first.code(), SWT.SINGLE);
        code.setEditable(isNew);
        name = field(model, Messages.Template_name, first.name(), SWT.SINGLE);
        formula = field(model, Messages.Model_formula, first.formula(), SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        formula.setMessage(Messages.Model_formulaHint);
        GridDataFactory.fillDefaults().grab(true, true).hint(360, FORMULA_HEIGHT).applyTo(formula);
        formula.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
            || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        decimals = field(model, Messages.Model_decimals, first.decimals(), SWT.RIGHT);
        validity = field(model, Messages.Model_validity, first.validity(), SWT.RIGHT);
        from = field(model, Messages.Template_from, first.from(), SWT.SINGLE);
        until = field(model, Messages.Template_until, first.until(), SWT.SINGLE);
        until.setMessage(Messages.Template_untilHint);
        item = code(model, Messages.Model_item, Choices::items, first.item(), Messages.Model_itemHint);
        place = code(model, Messages.Model_place, PlaceSearch::codes, first.place(), Messages.Template_queueHint);
        cost = field(model, Messages.Model_cost, first.cost(), SWT.RIGHT);
        ScoreTrial trial = new ScoreTrial(parent, desk, this::typed);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(trial.control());
        for (Text text : List.of(formula, decimals)) {
            text.addListener(SWT.Modify, event -> trial.follow(formula.getText()));
        }
        trial.follow(formula.getText());
        (isNew ? code : formula).setFocus();
    }

    private Text field(Composite parent, String label, String content, int style) {
        Text text = EntryDialog.field(parent, label, style);
        text.setText(content);
        text.addListener(SWT.Modify, event -> setErrorMessage(null));
        return text;
    }

    private CodeField<String> code(Composite parent, String label, Function<String, List<Choice<String>>> search,
        String content, String hint) {
        new Label(parent, SWT.NONE).setText(label);
        CodeField<String> field = new CodeField<>(parent, label, search);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field.text());
        field.text().setMessage(hint);
        if (!content.isEmpty()) {
            field.set(new Choice<>(content, content, "")); //$NON-NLS-1$
        }
        field.text().addListener(SWT.Modify, event -> setErrorMessage(null));
        return field;
    }

    private ModelTexts typed() {
        return new ModelTexts(code.getText(), name.getText(), formula.getText(), decimals.getText(), validity.getText(),
            from.getText(), until.getText(), item.text().getText(), place.text().getText(), cost.getText());
    }

    @Override
    protected String problem() {
        return code.getText().isBlank() ? Messages.Model_codeMissing
            : formula.getText().isBlank() ? Messages.Model_formulaMissing : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        ModelTexts typed = typed();
        return Work
            .request(Messages.Model_title,
                progress -> typed.read(desk.masters(), version).then(desk.scores()::save))
            .done(saved -> {
                finish();
                desk.notices().done(NLS.bind(Messages.Model_saved, saved.code(), String.valueOf(saved.version())));
            });
    }

    @Override
    protected void again() {
        (isNew && code.getText().isBlank() ? code : formula).setFocus();
    }

}
