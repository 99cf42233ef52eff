package org.stockwright.service.internal.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
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
import org.stockwright.service.Capacity.Period;
import org.stockwright.service.Template;
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

    private final Capacity capacity;
    private final Templates templates;

    /** Rows come from these services. */
    @Activate
    public CapacityReport(@Reference Capacity capacity, @Reference Templates templates,
        @Reference CompanyProfiles profiles, @Reference UnitOfWork work) {
        super("service-capacity", "Capacity of services",
            "How many services can be given in each week, how many of them are booked, and what limits them.", CAPACITY,
            profiles, work);
        this.capacity = capacity;
        this.templates = templates;
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        List<Refusal> refusals = new ArrayList<>(super.check(arguments));
        UtilisationReport.tooMany(days(arguments)).ifPresent(refusals::add);
        return refusals;
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        ReportDays days = days(arguments);
        Map<String, List<Template>> used = new TreeMap<>();
        templates.list().stream().filter(one -> one.state() == Template.State.APPROVED)
            .filter(one -> !one.from().isAfter(days.to()) && !one.until().map(days.from()::isAfter).orElse(false))
            .forEach(one -> used.computeIfAbsent(one.code(), code -> new ArrayList<>()).add(one));
        List<Object[]> rows = new ArrayList<>();
        for (Map.Entry<String, List<Template>> versions : used.entrySet()) {
            progress.check();
            List<Template> all = versions.getValue();
            LocalDate first = all.stream().map(Template::from).min(Comparator.naturalOrder()).orElse(days.from());
            LocalDate last = all.stream().map(one -> one.until().orElse(days.to())).max(Comparator.naturalOrder())
                .orElse(days.to());
            Outcome<List<Figure>> figures = capacity.of(versions.getKey(),
                first.isAfter(days.from()) ? first : days.from(),
                last.isBefore(days.to()) ? last : days.to(), Period.WEEK);
            if (figures.isDone()) {
                figures.value().forEach(figure -> rows.add(cells(figure, all.getLast().name())));
            }
        }
        return rows;
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
