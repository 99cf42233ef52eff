package org.stockwright.valuation.ui.internal.standard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.catalog.ItemMatch;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Work;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.ui.internal.Fields;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/** Asks for the standard cost of an item from an instant on. */
final class StandardDialog extends EntryDialog {

    private final CostSettings settings;
    private final Items items;
    private final String begunItem;
    private final Optional<Cost> begun;
    private final Figures figures = Figures.current();
    private CodeField<String> item;
    private Text from;
    private Text material;
    private Text freight;
    private Text labour;
    private Text overhead;
    private Label total;

    /**
     * A dialog that is not open yet.
     *
     * @param begunItem the code of the item, or empty
     * @param begun what it costs now
     */
    StandardDialog(Shell shell, CostSettings settings, Items items, String begunItem, Optional<Cost> begun) {
        super(shell, Words.title(Messages.Standard_dialog), Messages.Standard_dialogMessage, Messages.Standard_set);
        this.settings = settings;
        this.items = items;
        this.begunItem = begunItem;
        this.begun = begun;
    }

    @Override
    protected void fields(Composite parent) {
        item = Fields.code(parent, Messages.Standard_item, Messages.Journal_itemHint, Choices::items);
        if (!begunItem.isEmpty()) {
            item.set(new Choice<>(begunItem, begunItem, "")); //$NON-NLS-1$
        }
        from = field(parent, Messages.Dialog_from, SWT.NONE);
        from.setMessage(Messages.Dialog_fromHint);
        from.setText(LocalDate.now(figures.zone()).toString());
        material = part(parent, Messages.Late_material, begun.map(Cost::material));
        freight = part(parent, Messages.Late_freight, begun.map(Cost::freight));
        labour = part(parent, Messages.Late_labour, begun.map(Cost::labour));
        overhead = part(parent, Messages.Late_overhead, begun.map(Cost::overhead));
        Fields.label(parent, Messages.Standard_total);
        total = new Label(parent, SWT.RIGHT);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(total);
        sum();
    }

    private Text part(Composite parent, String label, Optional<BigDecimal> amount) {
        Text text = field(parent, label, SWT.RIGHT);
        text.setMessage(figures.money(BigDecimal.ZERO));
        amount.filter(number -> number.signum() != 0)
            .ifPresent(number -> text.setText(figures.unitCost(number).toPlainString()));
        text.addListener(SWT.Modify, event -> sum());
        return text;
    }

    private void sum() {
        if (total != null) {
            total.setText(draft().total().map(figures::money).orElse(Messages.Standard_noTotal));
        }
    }

    private StandardDraft draft() {
        return new StandardDraft(item.text().getText(), from.getText(), material.getText(), freight.getText(),
            labour.getText(), overhead.getText());
    }

    @Override
    protected boolean isLong() {
        return true;
    }

    @Override
    protected Work<?> request() {
        StandardDraft draft = draft();
        return Work.request(Messages.Standard_job,
            progress -> draft.standard(figures, Instant.now(), code -> items.resolve(code).map(ItemMatch::item))
                .then(standard -> settings.setStandards(List.of(standard), progress)))
            .done(stored -> finish());
    }

    @Override
    protected void again() {
        (item.text().getText().isBlank() ? item.text() : material).setFocus();
    }

}
