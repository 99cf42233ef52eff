package org.stockwright.service.internal.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sample;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDays;
import org.stockwright.service.Capacity;
import org.stockwright.service.Capacity.Figure;
import org.stockwright.service.Capacity.Limit;
import org.stockwright.service.Capacity.LimitKind;
import org.stockwright.service.Templates;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** How many services can be given in each week, how many are booked, and what limits them. */
@Component(service = ReportContribution.class)
public final class CapacityReport extends ServiceReport {

    private static final ReportDataSet CAPACITY = new ReportDataSet("capacity",
        List.of(new Column("template", TEXT), new Column("name", TEXT), new Column("first", TEXT),
            new Column("last", TEXT), new Column("capacity", DECIMAL), new Column("booked", DECIMAL),
            new Column("remaining", DECIMAL), new Column("used", DECIMAL), new Column("limit", TEXT)));

    /** So many days are shown when nobody says until when. */
    private static final int USUAL = 28;

    private final ServiceFigures figures;

    /** Rows come from these services. */
    @Activate
    public CapacityReport(@Reference Capacity capacity, @Reference Templates templates,
        @Reference CompanyProfiles profiles, @Reference UnitOfWork work) {
        super("service-capacity", "Capacity of services",
            "How many services can be given in each week, how many of them are booked, and what limits them.", CAPACITY,
            profiles, work);
        this.figures = new ServiceFigures(capacity, templates);
    }

    @Override
    protected ReportDays asked(ReportArguments arguments, ZoneId zone, Instant now) {
        return ReportDays.ahead(arguments, zone, now, USUAL);
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        List<Refusal> refusals = new ArrayList<>(super.check(arguments));
        UtilisationReport.tooMany(days(arguments)).ifPresent(refusals::add);
        return refusals;
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        return figures.of(days(arguments), progress).stream().map(one -> cells(one.figure(), one.name())).toList();
    }

    private static Object[] cells(Figure figure, String name) {
        return new Object[] { figure.template(), name, figure.first().toString(), figure.last().toString(),
            figure.capacity().orElse(null), figure.booked(), figure.remaining().orElse(null),
            Sample.percent(figure.booked(), figure.capacity().orElse(BigDecimal.ZERO), 1).orElse(null),
            figure.limit().map(CapacityReport::words).orElse("") };
    }

    private static String words(Limit limit) {
        return (limit.kind() == LimitKind.POOLS ? "" : "Material ") + String.join(" + ", limit.names()) + ": "
            + limit.services().toPlainString();
    }

}
