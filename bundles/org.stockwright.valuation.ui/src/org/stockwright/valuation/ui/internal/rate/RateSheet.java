package org.stockwright.valuation.ui.internal.rate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.CostSettings.Rate;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.ui.internal.Effective;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;

/**
 * What foreign currencies are worth. No widgets; never changes.
 *
 * @param rows by currency, oldest first
 * @param figures how numbers are written
 */
record RateSheet(List<Effective<Rate>> rows, Figures figures) {

    /** Nothing was read yet. */
    static final RateSheet EMPTY = new RateSheet(List.of(), Figures.PLAIN);

    /** Takes a copy, and fits the figures to the rates. */
    RateSheet {
        rows = List.copyOf(rows);
        figures = figures.fitting(Stream.empty(), rows.stream().map(row -> row.what().rate()));
    }

    /** What was recorded, by currency and oldest first. */
    static RateSheet of(List<Recorded<Rate>> history, Figures figures, Instant now) {
        return new RateSheet(
            Effective.of(history, rate -> java.util.Optional.of(rate.from()), Rate::currency, now), figures);
    }

    /** What the numbers mean, or what to do when there are none. */
    String remark() {
        return rows.isEmpty() ? Messages.Rate_none : NLS.bind(Messages.Rate_meaning, figures.currency());
    }

    /** The columns of exchange rates. */
    @SuppressWarnings("nls")
    static List<Column<Effective<Rate>>> columns(Supplier<Figures> figures) {
        return Stream.concat(Stream.of(
            Column.<Effective<Rate>>text("currency", Messages.Column_currency,
                row -> row.what().currency().getCurrencyCode()).width(11),
            Column.<Effective<Rate>>text("name", Messages.Column_name,
                row -> row.what().currency().getDisplayName()).width(26),
            Effective.<Rate>fromColumn(figures),
            Column.<Effective<Rate>>number("rate", Messages.Column_rate, row -> rate(row, figures)).width(16)),
            Effective.<Rate>recordedColumns(figures).stream()).toList();
    }

    private static BigDecimal rate(Effective<Rate> row, Supplier<Figures> figures) {
        return figures.get().unitCost(row.what().rate());
    }

}
