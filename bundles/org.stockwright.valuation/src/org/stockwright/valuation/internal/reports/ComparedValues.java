package org.stockwright.valuation.internal.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValueQuery;
import org.stockwright.valuation.ValueRow;

/**
 * What stock is worth at one instant beside what it was worth at an earlier one.
 *
 * @param asOf the instant; empty for now
 * @param comparedWith the earlier one
 * @param knownAt as known then; empty for now
 * @param method as if cost had always flowed so; empty for how it did
 */
record ComparedValues(Optional<Instant> asOf, Instant comparedWith, Optional<Instant> knownAt,
    Optional<CostMethod> method) {

    /** The choice of a method that leaves values as they are. */
    static final String AS_BOOKED = "as booked";

    /**
     * The value of an item at a site.
     *
     * @param row at the instant, or with no quantity and value when there was none any more
     * @param before its value at the earlier one
     */
    record Line(ValueRow row, BigDecimal before) {

        BigDecimal difference() {
            return row.value().subtract(before);
        }

    }

    static ComparedValues of(ReportArguments arguments, ZoneId zone) {
        Optional<Instant> asOf = arguments.until("as_of", zone);
        return new ComparedValues(asOf,
            arguments.until("compared_with", zone)
                .orElseGet(() -> endOfMonthBefore(asOf.orElse(arguments.startedAt()), zone)),
            arguments.until("known_at", zone),
            Optional.of(arguments.get("method")).filter(word -> !word.isEmpty() && !word.equals(AS_BOOKED))
                .map(word -> CostMethod.valueOf(word.toUpperCase(Locale.ROOT))));
    }

    private static Instant endOfMonthBefore(Instant instant, ZoneId zone) {
        LocalDate first = instant.atZone(zone).toLocalDate().withDayOfMonth(1);
        return first.atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /** The instant of the comparison in words: a day when it is the end of it. */
    String comparedText(CompanyBooks books) {
        LocalTime next = comparedWith.plus(1, ChronoUnit.MICROS).atZone(books.times().zone()).toLocalTime();
        String text = books.times().text(comparedWith);
        return next.equals(LocalTime.MIDNIGHT) ? text.substring(0, text.indexOf(' ')) : text;
    }

    /** The values of a category's items, or of all, by item and site. */
    List<Line> read(Valuation valuation, Optional<String> category, Progress progress) {
        ValueQuery query = new ValueQuery(Optional.empty(), category, asOf, knownAt, method, true);
        Map<List<Object>, ValueRow> now = byKey(valuation.value(query, progress));
        Map<List<Object>, ValueRow> before = byKey(
            valuation.value(query.at(Optional.of(comparedWith), knownAt), progress));
        List<Line> lines = new ArrayList<>();
        now.forEach((key, row) -> lines
            .add(new Line(row, before.containsKey(key) ? before.get(key).value() : BigDecimal.ZERO)));
        before.forEach((key, row) -> {
            if (!now.containsKey(key)) {
                lines.add(new Line(gone(row), row.value()));
            }
        });
        return lines;
    }

    private static Map<List<Object>, ValueRow> byKey(List<ValueRow> rows) {
        Map<List<Object>, ValueRow> result = new LinkedHashMap<>();
        rows.forEach(row -> result.put(List.of(row.itemId(), row.site(), row.whose()), row));
        return result;
    }

    private static ValueRow gone(ValueRow row) {
        return new ValueRow(row.itemId(), row.item(), row.name(), row.category(), row.site(),
            Quantity.zero(row.onHand().unit()), BigDecimal.ZERO, Optional.empty(), row.method(), row.whose());
    }

}
