package org.stockwright.service.ui.internal.cases;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.service.Cases;
import org.stockwright.service.Cases.Arrival;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ui.internal.DataText;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.TemplateChoice;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Opens a case for a customer who is there. */
final class CaseDialog extends EntryDialog {

    private final Cases cases;
    private final Partners partners;
    private final Notices notices;
    private final Optional<Partner> first;
    private final String key = UUID.randomUUID().toString();
    private CodeField<String> template;
    private CodeField<String> customer;
    private Text reference;
    private Text data;
    private Button storedOnly;

    /**
     * A dialog for a case.
     *
     * @param first the customer who stands there at first
     */
    CaseDialog(Shell shell, Cases cases, Partners partners, Notices notices, Optional<Partner> first) {
        super(shell, Messages.Case_title, Messages.Case_message, Messages.Case_button);
        this.cases = cases;
        this.partners = partners;
        this.notices = notices;
        this.first = first;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        new Label(parent, SWT.NONE).setText(Messages.Case_template);
        template = new CodeField<>(parent, Messages.Case_template, TemplateChoice::codes);
        wide(template.text());
        new Label(parent, SWT.NONE).setText(Messages.Case_customer);
        customer = new CodeField<>(parent, Messages.Case_customer,
            text -> Choices.partners(text, Partner.Role.CUSTOMER));
        wide(customer.text());
        reference = field(parent, Messages.Case_reference, SWT.SINGLE);
        data = field(parent, Messages.Case_data, SWT.MULTI | SWT.V_SCROLL);
        data.setMessage(Messages.Data_hint);
        data.setToolTipText(Messages.Data_hint);
        GridDataFactory.fillDefaults().grab(true, true).hint(320, 80).applyTo(data);
        data.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
            || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        new Label(parent, SWT.NONE);
        storedOnly = new Button(parent, SWT.CHECK);
        storedOnly.setText(Messages.Case_storedOnly);
        first.ifPresent(one -> customer.set(new Choice<>(one.code(), one.code(), one.name())));
    }

    private static void wide(Text text) {
        GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(text);
    }

    @Override
    protected String problem() {
        if (template.text().getText().isBlank()) {
            return Messages.Case_templateMissing;
        }
        if (customer.text().getText().isBlank()) {
            return Messages.Case_customerMissing;
        }
        return DataText.read(data.getText()).isEmpty() ? Messages.Data_bad : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        String code = template.text().getText().strip();
        String who = customer.text().getText().strip();
        String paper = reference.getText().strip();
        boolean only = storedOnly.getSelection();
        Map<String, String> known = DataText.read(data.getText()).orElse(Map.of());
        Instant now = Instant.now();
        return Work.request(Messages.Case_title, progress -> {
            Optional<Partner> found = partners.byCode(who);
            return found.isEmpty() ? CaseRefusal.unknown(who)
                : cases.open(new Arrival(key, code, found.get().id(), paper, only, known, now));
        }).done(this::opened);
    }

    private void opened(ServiceCase opened) {
        finish();
        notices.done(opened.unit()
            .map(unit -> NLS.bind(Messages.Case_openedStored, opened.number(), unit.lot()))
            .orElseGet(() -> NLS.bind(Messages.Case_opened, opened.number())));
    }

    @Override
    protected void again() {
        if (template.text().getText().isBlank()) {
            template.text().setFocus();
        } else if (customer.text().getText().isBlank()) {
            customer.text().setFocus();
        } else {
            data.setFocus();
        }
    }

}
