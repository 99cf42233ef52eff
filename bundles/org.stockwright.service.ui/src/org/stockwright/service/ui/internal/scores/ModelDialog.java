package org.stockwright.service.ui.internal.scores;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.ledger.ui.PlaceSearch;
import org.stockwright.service.Scores;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Drafts a version of a score: its formula, how long a score is good, and whether it is stock. */
final class ModelDialog extends EntryDialog {

    private static final int FORMULA_HEIGHT = 70;

    private final Scores scores;
    private final EntryMasters masters;
    private final ModelTexts first;
    private final int version;
    private final boolean isNew;
    private final Notices notices;
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
     * @param fields the names of what is known of clients, for the message
     */
    ModelDialog(Shell shell, Scores scores, EntryMasters masters, ModelTexts first, int version, String fields,
        Notices notices) {
        super(shell, Messages.Model_title, NLS.bind(fields.isEmpty() ? Messages.Model_noFields : Messages.Model_message,
            fields), Messages.Model_button);
        this.scores = scores;
        this.masters = masters;
        this.first = first;
        this.version = version;
        this.isNew = first.code().isEmpty();
        this.notices = notices;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        code = field(parent, Messages.Template_code, first.code());
        code.setEditable(isNew);
        name = field(parent, Messages.Template_name, first.name());
        formula = EntryDialog.field(parent, Messages.Model_formula, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        formula.setText(first.formula());
        formula.setMessage(Messages.Model_formulaHint);
        GridDataFactory.fillDefaults().grab(true, true).hint(360, FORMULA_HEIGHT).applyTo(formula);
        formula.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
            || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        decimals = field(parent, Messages.Model_decimals, first.decimals());
        validity = field(parent, Messages.Model_validity, first.validity());
        from = field(parent, Messages.Template_from, first.from());
        until = field(parent, Messages.Template_until, first.until());
        until.setMessage(Messages.Template_untilHint);
        new Label(parent, SWT.NONE).setText(Messages.Model_item);
        item = code(parent, new CodeField<>(parent, Messages.Model_item, Choices::items), first.item(),
            Messages.Model_itemHint);
        new Label(parent, SWT.NONE).setText(Messages.Model_place);
        place = code(parent, new CodeField<>(parent, Messages.Model_place, PlaceSearch::codes), first.place(),
            Messages.Template_queueHint);
        cost = field(parent, Messages.Model_cost, first.cost());
        (isNew ? code : formula).setFocus();
    }

    private static Text field(Composite parent, String label, String content) {
        Text text = EntryDialog.field(parent, label, SWT.SINGLE);
        text.setText(content);
        return text;
    }

    private static CodeField<String> code(Composite parent, CodeField<String> field, String content, String hint) {
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field.text());
        field.text().setMessage(hint);
        if (!content.isEmpty()) {
            field.set(new Choice<>(content, content, "")); //$NON-NLS-1$
        }
        return field;
    }

    @Override
    protected String problem() {
        return code.getText().isBlank() ? Messages.Model_codeMissing
            : formula.getText().isBlank() ? Messages.Model_formulaMissing : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        ModelTexts typed = new ModelTexts(code.getText(), name.getText(), formula.getText(), decimals.getText(),
            validity.getText(), from.getText(), until.getText(), item.text().getText(), place.text().getText(),
            cost.getText());
        return Work.request(Messages.Model_title, progress -> typed.read(masters, version).then(scores::save))
            .done(saved -> {
                finish();
                notices.done(NLS.bind(Messages.Model_saved, saved.code(), String.valueOf(saved.version())));
            });
    }

    @Override
    protected void again() {
        (isNew && code.getText().isBlank() ? code : formula).setFocus();
    }

}
