package org.stockwright.reporting.internal;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.reporting.PagedReport;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.Reports;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.security.spi.AuditTeller;
import org.stockwright.security.spi.Guarded;

/**
 * The report catalogue. Contributions come and go with the store, the catalogue stays; so it tracks them instead of
 * being bound to them. It lives as long as its bundle, and so does its engine: there is one in a process. Public because
 * Declarative Services demands it.
 */
@Component(service = Guarded.class, property = Guarded.SERVICES
    + "=org.stockwright.reporting.Reports", immediate = true)
public final class ReportsComponent implements Reports, Guarded {

    private final ServiceTracker<ReportContribution, Contributed> contributions;
    private final ServiceTracker<Clock, Clock> clocks;
    private final AuditTeller audit;
    private final ServiceTracker<Contributions, Contributions> guards;
    private final Set<ReportContribution> asked = ConcurrentHashMap.newKeySet();
    private BirtEngine engine;

    private record Contributed(ReportContribution report, Bundle bundle) {
    }

    /** Tracks from the start; the engine starts with the first report. */
    @Activate
    public ReportsComponent(BundleContext context, @Reference AuditTeller audit) {
        // not a reference: it may come while the teller is being made, who could not be had then
        guards = new ServiceTracker<>(context, Contributions.class, null);
        guards.open();
        this.audit = audit;
        contributions = new ServiceTracker<>(context, ReportContribution.class, null) {
            @Override
            public Contributed addingService(ServiceReference<ReportContribution> reference) {
                return new Contributed(context.getService(reference), reference.getBundle());
            }

            @Override
            public void removedService(ServiceReference<ReportContribution> reference, Contributed contributed) {
                asked.remove(contributed.report());
                context.ungetService(reference);
            }
        };
        contributions.open();
        clocks = new ServiceTracker<>(context, Clock.class, null);
        clocks.open();
    }

    @Deactivate
    void close() {
        contributions.close();
        clocks.close();
        guards.close();
    }

    @Override
    public List<ReportContribution> list() {
        return sound().map(Contributed::report)
            .sorted(Comparator.comparing(ReportContribution::title).thenComparing(ReportContribution::id)).toList();
    }

    @Override
    public Optional<ReportContribution> find(String id) {
        return contributed(id).map(Contributed::report);
    }

    private Optional<Contributed> contributed(String id) {
        return sound().filter(one -> one.report().id().equals(id)).findFirst();
    }

    private Contributions guard() {
        return Objects.requireNonNull(guards.getService(), "the guard of contributions");
    }

    /** Those that say what they are; one that fails is left out. */
    private Stream<Contributed> sound() {
        return contributions.getTracked().values().stream()
            .filter(one -> !guard().isDisabled(one.report()))
            .filter(one -> asked.contains(one.report()) || isSound(one.report()) && asked.add(one.report()));
    }

    private boolean isSound(ReportContribution report) {
        return guard().ask(report, one -> List.of(one.id(), one.title(), one.description(),
            List.copyOf(one.parameters()), List.copyOf(one.dataSets()), Optional.ofNullable(one.design()))).isDone();
    }

    /** A run of a report that throws is named; that a file could not be written is not its fault. */
    private <T> Outcome<T> guarded(String id, Supplier<Outcome<T>> run) {
        Optional<ReportContribution> report = find(id);
        if (report.isEmpty()) {
            return run.get();
        }
        AtomicReference<UncheckedIOException> trouble = new AtomicReference<>();
        Outcome<Outcome<T>> ran = guard().call(report.get(), one -> {
            try {
                return run.get();
            } catch (UncheckedIOException e) {
                trouble.set(e);
                return Outcome.refused(ReportRefusal.UNKNOWN_REPORT, id);
            }
        });
        if (trouble.get() != null) {
            throw trouble.get();
        }
        return ran.then(Function.identity());
    }

    @Override
    public Outcome<Path> render(String id, Map<String, String> arguments, Path output, Progress progress) {
        Outcome<Format> format = format(output);
        if (!format.isDone()) {
            return format.map(unused -> output);
        }
        return guarded(id, () -> run(id, arguments).then(run -> run.toFile(format.value(), output, progress)));
    }

    @Override
    public Outcome<PagedReport> prepare(String id, Map<String, String> arguments, Progress progress) {
        return guarded(id, () -> run(id, arguments).then(run -> run.toPages(progress)));
    }

    /** Made with the first run: this component starts with the program, BIRT's bundles need not. */
    private synchronized BirtEngine engine() {
        if (engine == null) {
            engine = new BirtEngine();
        }
        return engine;
    }

    private Outcome<ReportRun> run(String id, Map<String, String> answers) {
        Optional<Contributed> found = contributed(id);
        if (found.isEmpty()) {
            List<String> ids = list().stream().map(ReportContribution::id).toList();
            return Outcome.refused(Refusal.of(ReportRefusal.UNKNOWN_REPORT, id).hint(Arguments.nearest(id, ids,
                ids.isEmpty() ? "Open a company first." : "There are " + String.join(", ", ids) + ".")));
        }
        Clock clock = Optional.ofNullable(clocks.getService()).orElseGet(Clock::systemUTC);
        Outcome<ReportArguments> arguments = Arguments.check(found.get().report(), answers, clock.instant());
        return arguments
            .map(checked -> new ReportRun(engine(), found.get().report(), found.get().bundle(), checked, audit));
    }

    /** The format that a file's extension names, or what formats there are. */
    static Outcome<Format> format(Path output) {
        return Format.of(output).map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.of(ReportRefusal.UNKNOWN_FORMAT, Format.extension(output))
                .hint("Name a file that ends in one of: " + Format.words() + ".")));
    }

}
