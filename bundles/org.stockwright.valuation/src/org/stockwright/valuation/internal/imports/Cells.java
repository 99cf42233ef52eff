package org.stockwright.valuation.internal.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.exchange.spi.FileInstants;
import org.stockwright.exchange.spi.FileWords;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.Nearest;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostFileRefusal;

/** The cells of a row as values; what is wrong with one is told with its line and column. */
final class Cells {

    private final RowErrors errors;
    private final FileInstants instants;
    private final Nearest nearest = new Nearest();

    Cells(CompanyProfiles profiles, RowErrors errors) {
        this.errors = errors;
        ZoneId zone = profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        this.instants = new FileInstants(zone);
    }

    /** An instant; nothing for an empty cell. */
    Optional<Instant> instant(ImportRow row, String column) {
        return row.has(column) ? errors.value(row, column, instants.parse(row.get(column))) : Optional.empty();
    }

    /** A number; nothing for an empty cell. */
    Optional<BigDecimal> number(ImportRow row, String column) {
        return row.has(column) ? errors.value(row, column, Decimals.parse(row.get(column))) : Optional.empty();
    }

    /** One of the known words, of which case does not matter; nothing for an empty cell. */
    <T> Optional<T> word(ImportRow row, String column, String what, Map<String, T> known) {
        String text = row.get(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        T value = known.get(text.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-'));
        return value != null ? Optional.of(value) : errors.value(row, column,
            Outcome.refused(Refusal.of(CatalogRefusal.UNKNOWN_VALUE, text, what).hint(nearest.hint(text,
                known.keySet(), "Known are " + String.join(", ", known.keySet().stream().sorted().toList()) + "."))));
    }

    /** Yes or no; nothing for an empty cell. */
    Optional<Boolean> yesOrNo(ImportRow row, String column) {
        return word(row, column, "yes or no", FileWords.YES_OR_NO);
    }

    /** The code of a currency. */
    Optional<Currency> currency(ImportRow row, String column) {
        try {
            return Optional.of(Currency.getInstance(row.get(column).toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            // No code of ISO 4217; the JDK says no more.
            errors.add(row, column, Refusal.of(CostFileRefusal.UNKNOWN_CURRENCY, row.get(column))
                .hint("Write its three letters, for example USD."));
            return Optional.empty();
        }
    }

    /** Material, freight, labour and overhead; an empty cell is zero. */
    Cost parts(ImportRow row) {
        return new Cost(part(row, "material"), part(row, "freight"), part(row, "labour"), part(row, "overhead"));
    }

    private BigDecimal part(ImportRow row, String column) {
        return number(row, column).orElse(BigDecimal.ZERO);
    }

    /** Whether a part of the cost is there. */
    static boolean hasParts(ImportRow row) {
        return row.has("material") || row.has("freight") || row.has("labour") || row.has("overhead");
    }

}
