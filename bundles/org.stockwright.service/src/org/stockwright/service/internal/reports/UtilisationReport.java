package org.stockwright.service.internal.reports;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDays;
import org.stockwright.service.Capacity;
import org.stockwright.service.Capacity.Utilisation;
import org.stockwright.service.ServiceRefusal;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** How far resources and pools are used. */
@Component(service = ReportContribution.class)
public final class UtilisationReport extends ServiceReport {

    private static final ReportDataSet UTILISATION = new ReportDataSet("utilisation",
        List.of(new Column("kind", TEXT), new Column("code", TEXT), new Column("name", TEXT),
            new Column("available", DECIMAL), new Column("booked", DECIMAL), new Column("unused", DECIMAL),
            new Column("percent", DECIMAL)));

    private final Capacity capacity;

    /** Rows come from this service. */
    @Activate
    public UtilisationReport(@Reference Capacity capacity, @Reference CompanyProfiles profiles,
        @Reference UnitOfWork work) {
        super("service-utilisation", "Utilisation of resources",
            "How much of the time of people, rooms, machines and pools is booked.", UTILISATION, profiles, work);
        this.capacity = capacity;
    }

    /** Why a span of days is too long for figures of capacity. */
    static Optional<Refusal> tooMany(ReportDays days) {
        return ChronoUnit.DAYS.between(days.from(), days.to()) < Capacity.MOST_DAYS ? Optional.empty()
            : Optional.of(Refusal.of(ServiceRefusal.BAD_DAYS, days.from(), days.to(), Capacity.MOST_DAYS)
                .hint("Ask about fewer days."));
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        List<Refusal> refusals = new ArrayList<>(super.check(arguments));
        tooMany(days(arguments)).ifPresent(refusals::add);
        return refusals;
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        ReportDays days = days(arguments);
        Outcome<List<Utilisation>> all = capacity.utilisation(days.from(), days.to());
        return all.isDone() ? all.value().stream().map(UtilisationReport::cells).toList() : List.of();
    }

    private static Object[] cells(Utilisation one) {
        return new Object[] { one.isPool() ? "Pool" : "Resource", one.code(), one.name(), one.available(), one.booked(),
            one.unused(), one.percent().orElse(null) };
    }

}
