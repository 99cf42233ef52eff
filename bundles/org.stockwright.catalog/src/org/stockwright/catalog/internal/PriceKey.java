package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.stockwright.base.Money;
import org.stockwright.catalog.QuantityPrice;

/**
 * What tells one price by quantity and day from another.
 *
 * @param what whose price of what it is
 * @param unit the code of its unit
 * @param fromQuantity the least quantity, without trailing zeros
 * @param validFrom the first day; {@link #ALWAYS} when there is none
 */
record PriceKey<W>(W what, String unit, BigDecimal fromQuantity, LocalDate validFrom) {

    /** Stands in the database for a price that always was. */
    static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /** The columns of a price, in the order of {@link #read} and {@link #values}. */
    static final List<String> COLUMNS = List.of("unit_code", "from_quantity", "price", "currency", "valid_from",
        "valid_to");

    /** By unit, quantity and first day. */
    static final Comparator<QuantityPrice> ORDER = Comparator.comparing(QuantityPrice::unit)
        .thenComparing(QuantityPrice::fromQuantity).thenComparing(price -> price.validFrom().orElse(ALWAYS));

    static <W> PriceKey<W> of(W what, QuantityPrice terms) {
        return new PriceKey<>(what, terms.unit(), Numbers.plain(terms.fromQuantity()),
            terms.validFrom().orElse(ALWAYS));
    }

    /** The key of all that differ in their days only. */
    PriceKey<W> always() {
        return new PriceKey<>(what, unit, fromQuantity, ALWAYS);
    }

    /** The first day in the words of a person. */
    String begin() {
        return validFrom.equals(ALWAYS) ? "without a first day" : "on " + validFrom;
    }

    /** Columns and more, the price's behind. */
    static List<String> columnsBehind(String... columns) {
        return Stream.concat(Stream.of(columns), COLUMNS.stream()).toList();
    }

    /** Reads a price from a row, from this column on. */
    static QuantityPrice read(ResultSet row, int first) throws SQLException {
        LocalDate from = row.getDate(first + 4).toLocalDate();
        return new QuantityPrice(row.getString(first), Numbers.plain(row.getBigDecimal(first + 1)),
            new Money(row.getBigDecimal(first + 2), Currency.getInstance(row.getString(first + 3))),
            Optional.of(from).filter(day -> !day.equals(ALWAYS)),
            Optional.ofNullable(row.getDate(first + 5)).map(Date::toLocalDate));
    }

    /** Values and more, the price's behind. */
    static List<Object> valuesBehind(QuantityPrice terms, Object... values) {
        return Stream.concat(Stream.of(values), Stream.of(terms.unit(), terms.fromQuantity(), terms.price().amount(),
            terms.price().currency().getCurrencyCode(), terms.validFrom().orElse(ALWAYS),
            terms.validTo().<Object>map(day -> day).orElse(Batch.Absent.DAY))).toList();
    }

}
