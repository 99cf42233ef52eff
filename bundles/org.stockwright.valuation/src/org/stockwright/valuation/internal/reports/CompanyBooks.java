package org.stockwright.valuation.internal.reports;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportTimes;

/**
 * In what the books are kept, as it is when a report runs.
 *
 * @param times the company's name and time zone
 * @param currency the code of its currency, or empty while there is no company
 * @param decimals how many decimals amounts are shown with
 */
record CompanyBooks(ReportTimes times, String currency, long decimals) {

    private static final int USUAL_DECIMALS = 2;

    static CompanyBooks of(CompanyProfiles profiles) {
        Optional<CompanyProfile> profile = profiles.current();
        Optional<Currency> currency = profile.map(CompanyProfile::currency);
        return new CompanyBooks(
            ReportTimes.of(profile.map(CompanyProfile::name), profile.map(CompanyProfile::zone)),
            currency.map(Currency::getCurrencyCode).orElse(""),
            Math.max(0, currency.map(Currency::getDefaultFractionDigits).orElse(USUAL_DECIMALS)));
    }

    /** A column's head with the currency of its amounts, for example {@code Value EUR}. */
    String head(String words) {
        return (words + " " + currency).strip();
    }

    /** The words for the sum of everything, for example {@code All, EUR}. */
    String all() {
        return counted("All");
    }

    /** What was counted and in which currency, for example {@code 14 entries, EUR}. */
    String counted(String words) {
        return currency.isEmpty() ? words : words + ", " + currency;
    }

    /** A heading that says in which currency amounts are. */
    ReportHeading heading(String scope) {
        return times.heading(currency.isEmpty() ? scope : scope + ", amounts in " + currency);
    }

    /** The span of time from {@code from} to {@code to}. */
    Span span(ReportArguments arguments) {
        return new Span(arguments.since("from", times.zone()), arguments.until("to", times.zone()));
    }

    /** The span of time in words, for example {@code From 2026-01-01 00:00 to now}. */
    String text(Span span) {
        return "From " + span.from().map(times::text).orElse("the beginning") + " to " + times.text(span.to());
    }

    /** Nothing when the span ends after it begins, otherwise why not. */
    List<Refusal> check(ReportArguments arguments) {
        List<Refusal> refusals = new ArrayList<>();
        Span span = span(arguments);
        if (span.from().isPresent() && !span.from().get().isBefore(span.to().orElse(arguments.startedAt()))) {
            refusals.add(Refusal.of(ReportRefusal.BAD_PARAMETER, "from", arguments.get("from"))
                .hint("It has to be before the end of the period."));
        }
        return refusals;
    }

}
