package org.stockwright.ledger.internal.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.FileRefusal;
import org.stockwright.ledger.spi.PriceConversion;

/** Reads what the goods of a row cost: per base unit, in the company's currency. */
final class PriceReader {

    private final Optional<CompanyProfile> company;
    private final List<PriceConversion> conversions;
    private final RowErrors errors;

    PriceReader(Optional<CompanyProfile> company, List<PriceConversion> conversions, RowErrors errors) {
        this.company = company;
        this.conversions = conversions;
        this.errors = errors;
    }

    /** Whether the row has a price that depends on the day. */
    static boolean isForeign(ImportRow row) {
        return row.has("currency") && row.has("unit_cost");
    }

    /**
     * The cost, if the row has one in which nothing is wrong.
     *
     * @param at when it happened; empty when that cannot be read, which is told elsewhere
     */
    Optional<BigDecimal> read(ImportRow row, Unit entered, Unit base, Optional<Instant> at) {
        Optional<Currency> currency = row.has("currency")
            ? errors.value(row, "currency", currency(row.get("currency"))) : Optional.empty();
        if (!row.has("unit_cost")) {
            return Optional.empty();
        }
        Optional<BigDecimal> cost = errors.value(row, "unit_cost",
            Decimals.parse(row.get("unit_cost")).then(price -> perBaseUnit(price, entered, base)));
        if (currency.isEmpty() || currency.equals(company.map(CompanyProfile::currency))) {
            return cost;
        }
        return cost.flatMap(price -> at.flatMap(
            instant -> errors.value(row, "currency", converted(price, currency.get(), instant))));
    }

    private static Outcome<Currency> currency(String text) {
        try {
            return Outcome.done(Currency.getInstance(text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            // No code of ISO 4217; the JDK says no more.
            return Outcome.refused(
                Refusal.of(FileRefusal.UNKNOWN_CURRENCY, text).hint("Write its three letters, for example USD."));
        }
    }

    private Outcome<BigDecimal> converted(BigDecimal price, Currency currency, Instant at) {
        if (conversions.isEmpty()) {
            return Outcome.refused(Refusal
                .of(FileRefusal.NO_CONVERSION, currency,
                    company.map(profile -> profile.currency().getCurrencyCode()).orElse("the company's currency"))
                .hint("The module with the exchange rates is not installed: give the cost in the company's currency."));
        }
        return conversions.getFirst().convert(price, currency, at);
    }

    /** A cost per entered unit as cost per base unit: exact or refused. */
    private static Outcome<BigDecimal> perBaseUnit(BigDecimal cost, Unit entered, Unit base) {
        if (entered.equals(base)) {
            return Outcome.done(cost);
        }
        Optional<BigDecimal> exact = Rational.of(cost).times(base.factor()).dividedBy(entered.factor())
            .toDecimal(Unit.MAX_SCALE);
        return exact.map(Outcome::done).orElseGet(
            () -> Outcome.refused(Refusal.of(FileRefusal.COST_NOT_EXACT, cost.toPlainString(), entered, base)
                .hint("Give quantity and cost in " + base + ", rounded as you want it.")));
    }

}
