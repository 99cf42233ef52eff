package org.stockwright.reporting.spi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sums of amounts for a line of totals: amounts of different currencies are never added. For one thread. */
public final class ReportAmounts {

    private final Map<Currency, BigDecimal> sums = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));

    /** Adds an amount. */
    public void add(Currency currency, BigDecimal amount) {
        sums.merge(currency, amount, BigDecimal::add);
    }

    /** For example {@code 1,250.00 EUR · 37,500 JPY}, rounded half up to the currency's smallest unit; empty of nothing. */
    public String text() {
        return sums.entrySet().stream().map(one -> text(one.getValue(), one.getKey()))
            .collect(Collectors.joining(" · "));
    }

    private static String text(BigDecimal amount, Currency currency) {
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        return format.format(amount.setScale(decimals, RoundingMode.HALF_UP)) + " " + currency.getCurrencyCode();
    }

}
