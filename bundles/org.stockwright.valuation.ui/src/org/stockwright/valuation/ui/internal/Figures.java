package org.stockwright.valuation.ui.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.ui.Services;

/**
 * How amounts and instants are written: with the decimals of the company's currency at least, never rounded, and in the
 * company's time zone. In a column all have as many decimals as the longest one needs, so that their points stand below
 * each other.
 *
 * @param decimals of the currency
 * @param amounts decimals of amounts in a column
 * @param unitCosts decimals of unit costs in a column
 * @param currency its code
 * @param zone in which instants are shown
 */
@SuppressWarnings("nls")
public record Figures(int decimals, int amounts, int unitCosts, String currency, ZoneId zone) {

    /** Of no company: two decimals and no currency. */
    public static final Figures PLAIN = of(2, "", ZoneId.systemDefault());

    /** Unit costs have so many decimals more than amounts, and more where they need them. */
    private static final int UNIT_COST_DECIMALS = 2;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** Those of the company whose book is open. Answers from memory, on any thread. */
    public static Figures current() {
        return Services.find(Figures.class, CompanyProfiles.class).flatMap(CompanyProfiles::current).map(Figures::of)
            .orElse(PLAIN);
    }

    private static Figures of(CompanyProfile profile) {
        return of(Math.max(0, profile.currency().getDefaultFractionDigits()),
            profile.currency().getCurrencyCode(), profile.zone());
    }

    /** Of a currency with so many decimals. */
    public static Figures of(int decimals, String currency, ZoneId zone) {
        return new Figures(decimals, decimals, decimals + UNIT_COST_DECIMALS, currency, zone);
    }

    /** The same for columns of these amounts and unit costs. */
    public Figures fitting(Stream<BigDecimal> someAmounts, Stream<BigDecimal> someCosts) {
        return new Figures(decimals, longest(someAmounts, decimals),
            longest(someCosts, decimals + UNIT_COST_DECIMALS), currency, zone);
    }

    private static int longest(Stream<BigDecimal> numbers, int least) {
        return numbers.mapToInt(number -> number.stripTrailingZeros().scale()).reduce(least, Math::max);
    }

    /** The amount as it stands in a column. */
    public BigDecimal amount(BigDecimal amount) {
        return padded(amount, amounts);
    }

    /** The cost of a unit as it stands in a column. */
    public BigDecimal unitCost(BigDecimal cost) {
        return padded(cost, unitCosts);
    }

    private static BigDecimal padded(BigDecimal amount, int least) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(least, plain.scale()));
    }

    /** For example {@code 12.30 EUR}. */
    public String money(BigDecimal amount) {
        return (padded(amount, decimals).toPlainString() + ' ' + currency).strip();
    }

    /** For example {@code +12.30 EUR}; nothing has no sign. */
    public String change(BigDecimal amount) {
        return amount.signum() > 0 ? '+' + money(amount) : money(amount);
    }

    /** The instant, to the minute. */
    public String minutes(Instant instant) {
        return MINUTES.format(instant.atZone(zone));
    }

    /** The instant, to the second. */
    public String seconds(Instant instant) {
        return SECONDS.format(instant.atZone(zone));
    }

}
