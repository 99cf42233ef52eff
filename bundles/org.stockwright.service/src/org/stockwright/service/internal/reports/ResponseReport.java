package org.stockwright.service.internal.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Sample;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDays;
import org.stockwright.service.Templates;
import org.stockwright.service.Templates.ResponseTime;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.INTEGER;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** How long customers waited with and without stored work. */
@Component(service = ReportContribution.class)
public final class ResponseReport extends ServiceReport {

    private static final ReportDataSet RESPONSES = new ReportDataSet("responses",
        List.of(new Column("template", TEXT), new Column("name", TEXT), new Column("version", INTEGER),
            new Column("done", INTEGER), new Column("cases", INTEGER), new Column("mean", DECIMAL),
            new Column("longest", DECIMAL), new Column("standard", DECIMAL), new Column("without", DECIMAL),
            new Column("saved", DECIMAL)));
    private static final int DECIMALS = 1;

    private final Templates templates;

    /** Rows come from these services. */
    @Activate
    public ResponseReport(@Reference Templates templates, @Reference CompanyProfiles profiles,
        @Reference UnitOfWork work) {
        super("service-response", "Response time with and without stored work",
            "How long customers waited from arrival to delivery, by how much had been done before they came.",
            RESPONSES,
            profiles, work);
        this.templates = templates;
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        ReportDays days = days(arguments);
        List<ResponseTime> all = templates.responseTimes(days.from(), days.to());
        return all.stream().map(one -> cells(one, without(all, one))).toList();
    }

    /** The mean of the cases of the same template that found no prepared unit. */
    private static Optional<BigDecimal> without(List<ResponseTime> all, ResponseTime one) {
        BigDecimal minutes = BigDecimal.ZERO;
        int cases = 0;
        for (ResponseTime other : all) {
            if (other.code().equals(one.code()) && other.done() == 0) {
                minutes = minutes.add(other.meanMinutes().multiply(BigDecimal.valueOf(other.cases())));
                cases += other.cases();
            }
        }
        return cases == 0 || one.done() == 0 ? Optional.empty()
            : Optional.of(minutes.divide(BigDecimal.valueOf(cases), DECIMALS, RoundingMode.HALF_UP));
    }

    private static BigDecimal rounded(BigDecimal minutes) {
        return minutes.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static Object[] cells(ResponseTime one, Optional<BigDecimal> without) {
        return new Object[] { one.code(), one.name(), (long) one.version(), (long) one.done(), (long) one.cases(),
            rounded(one.meanMinutes()), rounded(one.longestMinutes()), rounded(one.standardMinutes()),
            without.orElse(null), without.flatMap(mean -> Sample.percent(mean.subtract(one.meanMinutes()), mean,
                DECIMALS)).orElse(null) };
    }

}
