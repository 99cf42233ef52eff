package org.stockwright.service.internal.reports;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
import org.stockwright.service.Capacity.LimitKind;
import org.stockwright.service.Capacity.Utilisation;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Templates;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** How far resources and pools are used. */
@Component(service = ReportContribution.class)
public final class UtilisationReport extends ServiceReport {

    private static final ReportDataSet UTILISATION = new ReportDataSet("utilisation",
        List.of(new Column("kind", TEXT), new Column("code", TEXT), new Column("name", TEXT),
            new Column("available", DECIMAL), new Column("booked", DECIMAL), new Column("unused", DECIMAL),
            new Column("percent", DECIMAL), new Column("limits", TEXT)));

    private final Capacity capacity;
    private final ServiceFigures figures;

    /** Rows come from these services. */
    @Activate
    public UtilisationReport(@Reference Capacity capacity, @Reference Templates templates,
        @Reference CompanyProfiles profiles, @Reference UnitOfWork work) {
        super("service-utilisation", "Utilisation of resources",
            "How much of the time of people, rooms, machines and pools is booked, and which services they limit.",
            UTILISATION, profiles, work);
        this.capacity = capacity;
        this.figures = new ServiceFigures(capacity, templates);
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
        if (!all.isDone()) {
            return List.of();
        }
        Map<String, Set<String>> limits = new HashMap<>();
        figures.of(days, progress).forEach(one -> one.figure().limit()
            .filter(limit -> limit.kind() == LimitKind.POOLS).ifPresent(limit -> limit.names().forEach(
                pool -> limits.computeIfAbsent(pool, code -> new TreeSet<>()).add(one.figure().template()))));
        return all.value().stream().map(one -> cells(one, one.isPool() ? limits.getOrDefault(one.code(), Set.of())
            : Set.of())).toList();
    }

    /** @param limited the templates whose services it limits most in one of the weeks */
    private static Object[] cells(Utilisation one, Set<String> limited) {
        return new Object[] { one.isPool() ? "Pool" : "Resource", one.code(), one.name(), one.available(), one.booked(),
            one.unused(), one.percent().orElse(null), String.join(", ", limited) };
    }

}
