package org.stockwright.valuation.internal.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.valuation.CostFileRefusal;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.CostSettings.Rate;
import org.stockwright.valuation.ValuationPermission;

import static org.stockwright.exchange.spi.ImportColumn.required;

/** What foreign currencies are worth, from a file. Prices that were posted stay as they are. */
@Component
public final class ExchangeRatesImport implements ImportKind {

    private record Day(Currency currency, Instant from) {
    }

    private final CostSettings settings;
    private final CompanyProfiles profiles;

    @Activate
    public ExchangeRatesImport(@Reference CostSettings settings, @Reference CompanyProfiles profiles) {
        this.settings = settings;
        this.profiles = profiles;
    }

    @Override
    public String id() {
        return "exchange-rates";
    }

    @Override
    public String title() {
        return "Exchange Rates";
    }

    @Override
    public String permission() {
        return ValuationPermission.POLICIES;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("currency", "the foreign currency's three letters, for example USD"),
            required("effective", "from when: a date (start of the day) or an instant"),
            required("rate", "what one unit of it is worth in the company's currency"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rows", rows.size());
        RowErrors errors = new RowErrors();
        Cells cells = new Cells(profiles, errors);
        RowBatch<Rate> batch = new RowBatch<>(errors);
        Map<Day, BigDecimal> stored = new HashMap<>();
        settings.rates().forEach(rate -> stored.put(new Day(rate.currency(), rate.from()), rate.rate()));
        for (ImportRow row : rows) {
            progress.check();
            Optional<Rate> rate = read(row, cells, errors);
            if (rate.isPresent()) {
                Day day = new Day(rate.get().currency(), rate.get().from());
                if (batch.isFirst(row, "effective", day)) {
                    BigDecimal old = stored.get(day);
                    batch.add(row, rate.get(), old != null && old.compareTo(rate.get().rate()) == 0);
                }
            }
            progress.worked(1);
        }
        return batch.store(rows.size(), mode, new Storing(settings));
    }

    private Optional<Rate> read(ImportRow row, Cells cells, RowErrors errors) {
        int before = errors.count();
        Optional<Currency> currency = cells.currency(row, "currency");
        if (currency.isPresent() && currency.equals(profiles.current().map(CompanyProfile::currency))) {
            errors.add(row, "currency", Refusal.of(CostFileRefusal.OWN_CURRENCY, currency.get())
                .hint("Delete the row: the rate is 1 for good."));
        }
        Optional<Instant> effective = cells.instant(row, "effective");
        Optional<BigDecimal> rate = cells.number(row, "rate");
        rate.filter(number -> number.signum() <= 0).ifPresent(number -> errors.add(row, "rate",
            Refusal.of(CostFileRefusal.RATE_NOT_POSITIVE, number.toPlainString())
                .hint("Write how much of the company's currency one unit is worth.")));
        return errors.count() > before ? Optional.empty()
            : Optional.of(new Rate(currency.get(), effective.get(), rate.get()));
    }

    /** How they are stored. */
    private static final class Storing implements RowBatch.Storing<Rate> {

        private final CostSettings settings;

        Storing(CostSettings settings) {
            this.settings = settings;
        }

        @Override
        public Outcome<Integer> store(List<Rate> values) {
            return settings.setRates(values);
        }

        @Override
        public Outcome<Integer> rehearse(List<Rate> values) {
            return settings.rehearseRates(values);
        }

        @Override
        public String column(Refusal refusal) {
            return refusal.code().name().equals("BAD_INSTANT") ? "effective" : "rate";
        }

    }

}
