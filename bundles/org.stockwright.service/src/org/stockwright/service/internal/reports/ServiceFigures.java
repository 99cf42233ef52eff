package org.stockwright.service.internal.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.reporting.spi.ReportDays;
import org.stockwright.service.Capacity;
import org.stockwright.service.Capacity.Figure;
import org.stockwright.service.Capacity.Period;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;

/** The capacity of all services of some days, by weeks. */
final class ServiceFigures {

    private final Capacity capacity;
    private final Templates templates;

    ServiceFigures(Capacity capacity, Templates templates) {
        this.capacity = capacity;
        this.templates = templates;
    }

    /** A figure with the name of its service. */
    record Named(Figure figure, String name) {
    }

    /** By the codes of the templates, and by time; of each template the days count on which a version of it is in use. */
    List<Named> of(ReportDays days, Progress progress) {
        Map<String, List<Template>> used = new TreeMap<>();
        templates.list().stream().filter(one -> one.state() == Template.State.APPROVED)
            .filter(one -> !one.from().isAfter(days.to()) && !one.until().map(days.from()::isAfter).orElse(false))
            .forEach(one -> used.computeIfAbsent(one.code(), code -> new ArrayList<>()).add(one));
        List<Named> result = new ArrayList<>();
        for (Map.Entry<String, List<Template>> versions : used.entrySet()) {
            progress.check();
            for (Used some : used(versions.getValue(), days)) {
                Outcome<List<Figure>> figures = capacity.of(versions.getKey(), some.first(), some.last(), Period.WEEK);
                if (figures.isDone()) {
                    figures.value().forEach(
                        figure -> result.add(new Named(figure, versions.getValue().getLast().name())));
                }
            }
        }
        return result;
    }

    /** Days that follow each other, on each of which a version is in use. */
    private record Used(LocalDate first, LocalDate last) {
    }

    private static List<Used> used(List<Template> versions, ReportDays days) {
        List<Used> result = new ArrayList<>();
        for (Template one : versions.stream().sorted(Comparator.comparing(Template::from)).toList()) {
            LocalDate first = one.from().isAfter(days.from()) ? one.from() : days.from();
            LocalDate last = one.until().filter(days.to()::isAfter).orElse(days.to());
            boolean goesOn = !result.isEmpty() && !first.isAfter(result.getLast().last().plusDays(1));
            result.add(new Used(goesOn ? result.removeLast().first() : first, last));
        }
        return result;
    }

}
