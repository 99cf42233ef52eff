package org.stockwright.reporting.spi;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

import org.stockwright.base.Refusal;

/** A report of one table about a span of days, which it asks for. */
public abstract class DaysReport extends TableReport {

    private final Supplier<ReportTimes> times;
    private final Clock clock;

    /**
     * A report.
     *
     * @param id its stable id and the name of its design
     * @param title what people call it
     * @param description one sentence that says what it shows
     * @param rows its table
     * @param times the company and its zone, asked whenever it runs
     * @param clock says what day is today
     */
    protected DaysReport(String id, String title, String description, ReportDataSet rows, Supplier<ReportTimes> times,
        Clock clock) {
        super(id, title, description, rows);
        this.times = times;
        this.clock = clock;
    }

    /** The company's name and time zone. */
    protected final ReportTimes times() {
        return times.get();
    }

    /** The days that were asked for. */
    protected final ReportDays days(ReportArguments arguments) {
        return asked(arguments, times().zone(), clock.instant());
    }

    /** The days that are meant by what was asked; here the last ones, where nobody named any. A plan looks ahead instead. */
    protected ReportDays asked(ReportArguments arguments, ZoneId zone, Instant now) {
        return ReportDays.of(arguments, zone, now);
    }

    @Override
    public List<ReportParameter> parameters() {
        return ReportDays.parameters();
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        return days(arguments).check();
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        return times().heading(days(arguments).text());
    }

}
