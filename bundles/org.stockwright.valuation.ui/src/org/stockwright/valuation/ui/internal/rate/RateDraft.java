package org.stockwright.valuation.ui.internal.rate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.valuation.CostFileRefusal;
import org.stockwright.valuation.CostSettings.Rate;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Typed;

/**
 * An exchange rate as it is typed. No widgets; never changes.
 *
 * @param currency the foreign currency's code
 * @param from from when
 * @param rate what one unit of it is worth in the company's currency
 */
record RateDraft(String currency, String from, String rate) {

    /** The rate, or why it is none. */
    Outcome<Rate> rate(Figures figures, Instant now) {
        Typed typed = new Typed(figures.zone(), now);
        Optional<Currency> foreign = currency(typed, figures);
        Optional<Instant> begin = typed.start(from);
        if (from.isBlank()) {
            typed.missing(Messages.Rate_theDate, Messages.Typed_instantHint);
        }
        BigDecimal number = typed.amount("rate", rate); //$NON-NLS-1$
        if (rate.isBlank()) {
            typed.missing(Messages.Rate_theRate, Messages.Rate_rateMissing);
        }
        return typed.outcome(() -> new Rate(foreign.orElseThrow(), begin.orElseThrow(), number));
    }

    private Optional<Currency> currency(Typed typed, Figures figures) {
        String code = typed.text(currency, Messages.Rate_theCurrency, Messages.Rate_currencyMissing)
            .toUpperCase(Locale.ROOT);
        if (code.equals(figures.currency())) {
            typed.refuse(Refusal.of(CostFileRefusal.OWN_CURRENCY, code).hint(Messages.Rate_currencyMissing));
        }
        try {
            return code.isEmpty() ? Optional.empty() : Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            typed.refuse(Refusal.of(CostFileRefusal.UNKNOWN_CURRENCY, code).hint(Messages.Rate_currencyMissing));
            return Optional.empty();
        }
    }

}
