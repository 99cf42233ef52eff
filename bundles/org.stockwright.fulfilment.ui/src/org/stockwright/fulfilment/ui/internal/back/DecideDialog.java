package org.stockwright.fulfilment.ui.internal.back;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.CustomerReturns.Decided;
import org.stockwright.fulfilment.CustomerReturns.Decision;
import org.stockwright.fulfilment.ui.internal.LineAmounts;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.ui.PlaceSearch;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Decides about lines of a return, or parts of them: restock, scrap or repair. The rest waits for another decision. */
final class DecideDialog extends EntryDialog {

    private static final List<Decision> DECISIONS = List.of(Decision.RESTOCK, Decision.SCRAP, Decision.REPAIR);

    private final Document customerReturn;
    private final CustomerReturns returns;
    private final Locations locations;
    private final List<LineAmounts.Row> waiting;
    private final Notices notices;
    private final String key = "wb-" + UUID.randomUUID(); //$NON-NLS-1$
    private LineAmounts lines;
    private Combo decision;
    private Text place;
    private Button refund;
    private Text note;

    /** A dialog on what waits for a decision. */
    DecideDialog(Shell shell, Document customerReturn, CustomerReturns returns, Locations locations,
        List<LineAmounts.Row> waiting, Notices notices) {
        super(shell, Messages.Decide_title, NLS.bind(Messages.Decide_message, customerReturn.number()),
            Messages.Decide_button);
        this.customerReturn = customerReturn;
        this.returns = returns;
        this.locations = locations;
        this.waiting = waiting;
        this.notices = notices;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        lines = new LineAmounts(parent, Messages.Decide_waits, Messages.Decide_amount, waiting, false);
        lines.onChange(() -> setErrorMessage(null));
        new Label(parent, SWT.NONE).setText(Messages.Decide_decision);
        decision = new Combo(parent, SWT.READ_ONLY);
        decision.setItems(Messages.Decide_restock, Messages.Decide_scrap, Messages.Decide_repair);
        decision.select(0);
        decision.addListener(SWT.Selection, event -> place.setEnabled(chosen() != Decision.SCRAP));
        GridDataFactory.fillDefaults().hint(180, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(decision);
        new Label(parent, SWT.NONE).setText(Messages.Field_putAt);
        CodeField<Location> code = new CodeField<>(parent, Messages.Field_putAt,
            text -> PlaceSearch.find(locations.list(), text));
        place = code.text();
        place.setMessage(Messages.Decide_placeHint);
        GridDataFactory.fillDefaults().hint(260, SWT.DEFAULT).applyTo(place);
        note = field(parent, Messages.Field_note, SWT.SINGLE);
        note.setMessage(Messages.Decide_noteHint);
        refund = new Button(parent, SWT.CHECK);
        refund.setText(Messages.Decide_refund);
        refund.setSelection(true);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(refund);
    }

    private Decision chosen() {
        return DECISIONS.get(decision.getSelectionIndex());
    }

    @Override
    protected String problem() {
        String problem = lines.problem();
        if (problem.isEmpty() && chosen() == Decision.SCRAP && note.getText().isBlank()) {
            return Messages.Decide_reasonMissing;
        }
        return problem;
    }

    @Override
    protected Work<?> request() {
        List<LineAmounts.Chosen> some = lines.chosen().value();
        Decision what = chosen();
        String where = what == Decision.SCRAP ? "" : place.getText().strip(); //$NON-NLS-1$
        boolean isRefunded = refund.getSelection();
        String why = note.getText().strip();
        return Work.request(Messages.Decide_title, progress -> {
            Optional<LocationId> to = locations.byCode(where).map(Location::id);
            return !where.isEmpty() && to.isEmpty()
                ? Outcome.<Document>refused(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, where))
                : returns.decide(key, customerReturn.id(),
                    some.stream().map(one -> new Decided(one.line().line(), one.quantity(), what, to, isRefunded, why))
                        .toList(),
                    Instant.now());
        }).done(now -> {
            finish();
            notices.done(NLS.bind(now.isOpen() ? Messages.Decide_rest : Messages.Done_decided, now.number()));
        });
    }

    @Override
    protected void again() {
        if (lines.problem().isEmpty()) {
            note.setFocus();
        } else {
            lines.focus();
        }
    }

}
