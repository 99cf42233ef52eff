package org.stockwright.service.internal.capacity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.Capacity;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;

/** The capacity of the open book. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.Capacity")
public final class CapacityComponent implements Capacity, Guarded {

    private final UnitOfWork work;
    private final Locations locations;
    private final CompanyProfiles companies;
    private final Templates templates;

    /** Lives as long as the open book. */
    @Activate
    public CapacityComponent(@Reference UnitOfWork work, @Reference Locations locations,
        @Reference CompanyProfiles companies, @Reference Templates templates) {
        this.work = work;
        this.locations = locations;
        this.companies = companies;
        this.templates = templates;
    }

    private record Days(LocalDate first, LocalDate last) {
    }

    private ZoneId zone() {
        return companies.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
    }

    private static Optional<Refusal> wrong(LocalDate first, LocalDate last) {
        boolean isRight = ResourceRows.isDay(first) && ResourceRows.isDay(last) && !last.isBefore(first)
            && ChronoUnit.DAYS.between(first, last) < MOST_DAYS;
        return isRight ? Optional.empty()
            : Optional.of(Refusal.of(ServiceRefusal.BAD_DAYS, first, last, MOST_DAYS)
                .hint("Ask about fewer days, or let the last one follow the first."));
    }

    private static List<Days> divided(LocalDate first, LocalDate last, Period period) {
        List<Days> result = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = result.getLast().last().plusDays(1)) {
            LocalDate end = period == Period.DAY ? day : day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            result.add(new Days(day, end.isAfter(last) ? last : end));
        }
        return result;
    }

    @Override
    public Outcome<List<Figure>> of(String template, LocalDate first, LocalDate last, Period period) {
        Optional<Refusal> wrong = wrong(first, last);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        List<Template> versions = templates.versions(template);
        List<Days> days = divided(first, last, period);
        List<Template> used = new ArrayList<>();
        for (Days some : days) {
            Optional<Template> version = versions.stream().filter(one -> one.holds(some.first())).findFirst();
            if (version.isEmpty()) {
                return Outcome.refused(Refusal.of(ServiceRefusal.NO_TEMPLATE_THAT_DAY, template, some.first())
                    .hint("Approve a version of the template for that day."));
            }
            used.add(version.get());
        }
        ZoneId zone = zone();
        PlaceTree places = new PlaceTree(locations);
        return Outcome.done(work.read(transaction -> {
            CapacityFigures figures = new CapacityFigures(transaction, zone, new FreeMaterials(transaction, places));
            List<Figure> result = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                result.add(figures.figure(used.get(i), days.get(i).first(), days.get(i).last()));
            }
            return result;
        }));
    }

    @Override
    public Outcome<List<Figure>> of(ItemId service, LocalDate first, LocalDate last, Period period) {
        Optional<Refusal> wrong = wrong(first, last);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return templates.of(service, first).map(template -> of(template.code(), first, last, period))
            .orElseGet(() -> Outcome.refused(Refusal.of(ServiceRefusal.NO_SERVICE_OF_ITEM, first)
                .hint("Approve a template for the service.")));
    }

    @Override
    public Outcome<List<Utilisation>> utilisation(LocalDate first, LocalDate last) {
        Optional<Refusal> wrong = wrong(first, last);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        ZoneId zone = zone();
        PlaceTree places = new PlaceTree(locations);
        return Outcome.done(work.read(transaction -> new CapacityFigures(transaction, zone,
            new FreeMaterials(transaction, places)).utilisation(first, last)));
    }

}
