package org.stockwright.valuation.internal.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.ledger.spi.PriceConversion;
import org.stockwright.valuation.CostSettings;

/** Converts the prices of files of movements at the stored exchange rates. */
@Component
public final class FilePrices implements PriceConversion {

    private final CostSettings settings;

    @Activate
    public FilePrices(@Reference CostSettings settings) {
        this.settings = settings;
    }

    @Override
    public Outcome<BigDecimal> convert(BigDecimal amount, Currency currency, Instant at) {
        return settings.convert(amount, currency, at);
    }

}
