package org.stockwright.reporting.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Refusal;
import org.stockwright.reporting.ReportRefusal;

/**
 * The days that a report of figures is about, both included.
 *
 * @param from the first
 * @param to the last
 */
public record ReportDays(LocalDate from, LocalDate to) {

    /** How many days are shown when nobody says from when. */
    public static final int USUAL = 90;

    /** The parameters {@code from} and {@code to}. */
    public static List<ReportParameter> parameters() {
        return List.of(ReportParameter.optional("from", "From", ReportParameter.Type.FROM),
            ReportParameter.optional("to", "To", ReportParameter.Type.AS_OF));
    }

    /**
     * What was answered to {@link #parameters()}: without {@code to} until today, without {@code from} the {@value #USUAL}
     * days that end then.
     */
    public static ReportDays of(ReportArguments arguments, ZoneId zone, Instant now) {
        LocalDate to = LocalDate.ofInstant(arguments.until("to", zone).orElse(now), zone);
        return new ReportDays(day(arguments, zone).orElse(to.minusDays(USUAL - 1L)), to);
    }

    /**
     * What was answered to {@link #parameters()} for a report that looks ahead: without {@code from} from today on, without
     * {@code to} so many days.
     */
    public static ReportDays ahead(ReportArguments arguments, ZoneId zone, Instant now, int days) {
        LocalDate from = day(arguments, zone).orElse(LocalDate.ofInstant(now, zone));
        return new ReportDays(from, arguments.until("to", zone).map(instant -> LocalDate.ofInstant(instant, zone))
            .orElse(from.plusDays(days - 1L)));
    }

    private static Optional<LocalDate> day(ReportArguments arguments, ZoneId zone) {
        return arguments.since("from", zone).map(instant -> LocalDate.ofInstant(instant, zone));
    }

    /** Nothing when the first day is not after the last, otherwise why not. */
    public List<Refusal> check() {
        return from.isAfter(to) ? List.of(Refusal.of(ReportRefusal.BAD_PARAMETER, "from", from.toString())
            .hint("It has to be the last day, " + to + ", or one before.")) : List.of();
    }

    /** In words, for example {@code 2026-01-01 to 2026-01-31}. */
    public String text() {
        return from + " to " + to;
    }

}
