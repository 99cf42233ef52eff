package org.stockwright.valuation.ui.internal.rate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Work;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/** Asks what one unit of a foreign currency is worth from an instant on. */
final class RateDialog extends EntryDialog {

    private final CostSettings settings;
    private final String begun;
    private final Figures figures = Figures.current();
    private Text currency;
    private Text from;
    private Text rate;

    RateDialog(Shell shell, CostSettings settings, String begun) {
        super(shell, Words.title(Messages.Rate_dialog),
            NLS.bind(Messages.Rate_dialogMessage, Figures.current().currency()),
            Messages.Rate_set);
        this.settings = settings;
        this.begun = begun;
    }

    @Override
    protected void fields(Composite parent) {
        currency = field(parent, Messages.Rate_currency, SWT.NONE);
        currency.setMessage(Messages.Rate_currencyHint);
        currency.setText(begun);
        from = field(parent, Messages.Dialog_from, SWT.NONE);
        from.setMessage(Messages.Rate_fromHint);
        from.setText(LocalDate.now(figures.zone()).toString());
        rate = field(parent, Messages.Rate_rate, SWT.RIGHT);
        if (!begun.isEmpty()) {
            rate.setFocus();
        }
    }

    @Override
    protected Work<?> request() {
        RateDraft draft = new RateDraft(currency.getText(), from.getText(), rate.getText());
        return Work.request(Messages.Rate_job,
            progress -> draft.rate(figures, Instant.now()).then(wanted -> settings.setRates(List.of(wanted))))
            .done(stored -> finish());
    }

    @Override
    protected void again() {
        (currency.getText().isBlank() ? currency : rate).setFocus();
    }

}
