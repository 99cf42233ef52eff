package org.stockwright.valuation.ui.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.ui.Services;

/**
 * How amounts and instants are written: with the decimals of the company's currency at least, never rounded, and in the
 * company's time zone.
 *
 * @param decimals of the currency
 * @param currency its code
 * @param zone in which instants are shown
 */
@SuppressWarnings("nls")
public record Figures(int decimals, String currency, ZoneId zone) {

    /** Of no company: two decimals and no currency. */
    public static final Figures PLAIN = new Figures(2, "", ZoneId.systemDefault());

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
        return new Figures(Math.max(0, profile.currency().getDefaultFractionDigits()),
            profile.currency().getCurrencyCode(), profile.zone());
    }

    /** The amount with its decimals. */
    public BigDecimal amount(BigDecimal amount) {
        return padded(amount, decimals);
    }

    /** The cost of a unit with its decimals. */
    public BigDecimal unitCost(BigDecimal cost) {
        return padded(cost, decimals + UNIT_COST_DECIMALS);
    }

    private static BigDecimal padded(BigDecimal amount, int least) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(least, plain.scale()));
    }

    /** For example {@code 12.30 EUR}. */
    public String money(BigDecimal amount) {
        return (amount(amount).toPlainString() + ' ' + currency).strip();
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
