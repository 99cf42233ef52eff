package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ContributionRefusal;
import org.stockwright.base.Contributions;
import org.stockwright.base.DistinctPart;
import org.stockwright.base.NoFault;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.HomeFolder;
import org.stockwright.persistence.StoreException;

/**
 * Calls contributions and keeps the names of those that are disabled in a file of the user's data. It lasts as long as the stores,
 * which need it.
 */
@Component
public final class ContributionsComponent implements Contributions {

    /** The file, one name in a line. */
    static final String FILE = "disabled-parts.txt";

    private static final Logger LOG = LoggerFactory.getLogger(ContributionsComponent.class);
    private static final String WHAT_TO_DO = "Tell the maker of %s, or uninstall it.";
    private static final String WHAT_TO_DO_AGAIN = "Enable it again in Administration, Installed parts, or by 'stockwright "
        + "modules enable %s'; or uninstall it.";

    private final Path file;
    /** Read at each call; changed under this object's lock. */
    private final Map<String, Part> parts = new ConcurrentSkipListMap<>();

    /** Knows who is disabled from the start. */
    @Activate
    public ContributionsComponent() {
        this(HomeFolder.path().resolve(FILE));
    }

    ContributionsComponent(Path file) {
        this.file = file;
        for (String id : read()) {
            parts.put(id, new Part(id, "", "", 0, "", true));
        }
    }

    private List<String> read() {
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream().map(String::strip)
                .filter(line -> !line.isEmpty()).toList() : List.of();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: no part is disabled", file, e);
            return List.of();
        }
    }

    /** Changes one line of the file: other programs of this user may have changed others. */
    private void write(String id, boolean isDisabled) {
        Set<String> disabled = new TreeSet<>(read());
        if (isDisabled) {
            disabled.add(id);
        } else {
            disabled.remove(id);
        }
        try {
            Files.createDirectories(file.getParent());
            Folders.replace(file, disabled.isEmpty() ? "" : String.join("\n", disabled) + '\n');
        } catch (IOException e) {
            LOG.warn("{} cannot be written: what is disabled is so until the program ends", file, e);
        }
    }

    /** Its class's name, with its own one if it has one; that is a contribution's answer, too, and may be anything. */
    private static String id(Object contribution) {
        String type = contribution.getClass().getName();
        if (contribution instanceof DistinctPart part) {
            try {
                return type + ':' + part.distinctName().replaceAll("\\s+", " ").strip();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("{} does not tell what it is called", type, e);
            }
        }
        return type;
    }

    @Override
    public <S, T> Outcome<T> call(S contribution, Function<? super S, ? extends T> question) {
        Optional<Refusal> disabled = disabled(contribution);
        if (disabled.isPresent()) {
            return Outcome.refused(disabled.get());
        }
        try {
            return Outcome.done(question.apply(contribution));
        } catch (Throwable e) {
            return failed(contribution, e);
        }
    }

    @Override
    public <S, T> Outcome<T> callInTime(S contribution, Duration budget,
        Function<? super S, ? extends T> question) {
        Optional<Refusal> disabled = disabled(contribution);
        if (disabled.isPresent()) {
            return Outcome.refused(disabled.get());
        }
        FutureTask<T> task = new FutureTask<>(() -> question.apply(contribution));
        Thread.ofPlatform().daemon().name("stockwright part " + id(contribution)).start(task);
        try {
            return Outcome.done(task.get(budget.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            return failed(contribution, e.getCause());
        } catch (TimeoutException e) {
            Refusal refusal = Refusal.of(ContributionRefusal.TOO_SLOW, name(contribution), budget.toSeconds());
            LOG.error("{}: {}", ContributionRefusal.TOO_SLOW, id(contribution));
            return refused(contribution, refusal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        }
    }

    private <T> Outcome<T> failed(Object contribution, Throwable e) {
        if (e instanceof RuntimeException passing && isNoFault(passing)) {
            throw passing;
        }
        LOG.error("{}: {}", ContributionRefusal.FAILED, id(contribution), e);
        return refused(contribution, Refusal.of(ContributionRefusal.FAILED, name(contribution), e.toString()));
    }

    private <T> Outcome<T> refused(Object contribution, Refusal refusal) {
        Refusal counted = counted(contribution, refusal);
        Thread.ofPlatform().daemon().name("stockwright parts changed").start(ContributionsComponent::tell);
        return Outcome.refused(counted);
    }

    /** Tells that a part failed. On a thread of its own, since whoever listens may be what is called just now. */
    private static void tell() {
        Bundle own = FrameworkUtil.getBundle(ContributionsComponent.class);
        BundleContext context = own == null ? null : own.getBundleContext();
        if (context == null) {
            return;
        }
        try {
            for (ServiceReference<ChangeListener> reference : context.getServiceReferences(ChangeListener.class,
                null)) {
                ChangeListener listener = context.getService(reference);
                if (listener != null) {
                    listener.changed(Set.of(Topic.UPKEEP));
                    context.ungetService(reference);
                }
            }
        } catch (InvalidSyntaxException | RuntimeException e) {
            LOG.error("Not all were told that a part failed", e);
        }
    }

    /** A statement that the database refuses is one's own fault; a deadlock, a lost connection or a damaged file is not, whatever it is wrapped in. */
    private static boolean isNoFault(RuntimeException e) {
        SqlFailure why = SqlFailure.of(e);
        if (e instanceof StoreException failure) {
            return why != SqlFailure.FINAL || failure.isOutcomeUnknown();
        }
        return e instanceof NoFault || why != SqlFailure.NONE && why != SqlFailure.FINAL;
    }

    private synchronized Refusal counted(Object contribution, Refusal refusal) {
        String id = id(contribution);
        int failures = Optional.ofNullable(parts.get(id)).map(Part::failures).orElse(0) + 1;
        boolean disabled = failures >= MOST_FAILURES;
        Optional<Bundle> bundle = bundle(contribution);
        parts.put(id, new Part(id, bundle.map(Bundle::getSymbolicName).orElse(""), name(contribution), failures,
            refusal.sentence(), disabled));
        if (disabled) {
            LOG.error("{}: {} is not called any more", ContributionRefusal.DISABLED, id);
            write(id, true);
        }
        return refusal
            .hint(String.format(disabled ? WHAT_TO_DO_AGAIN : WHAT_TO_DO, disabled ? id : name(contribution)));
    }

    private Optional<Refusal> disabled(Object contribution) {
        return Optional.ofNullable(parts.get(id(contribution))).filter(Part::isDisabled)
            .map(part -> Refusal
                .of(ContributionRefusal.DISABLED, name(contribution), Math.max(part.failures(), MOST_FAILURES))
                .hint(String.format(WHAT_TO_DO_AGAIN, part.id())));
    }

    private static Optional<Bundle> bundle(Object contribution) {
        return Optional.ofNullable(FrameworkUtil.getBundle(contribution.getClass()));
    }

    /** The bundle's name for people, with the class's: a bundle brings several. */
    private static String name(Object contribution) {
        String simple = contribution.getClass().getName().replaceFirst(".*\\.", "");
        return bundle(contribution).map(bundle -> bundle.getHeaders().get(Constants.BUNDLE_NAME))
            .map(title -> title + " (" + simple + ')').orElse(simple);
    }

    @Override
    public boolean isDisabled(Object contribution) {
        return disabled(contribution).isPresent();
    }

    @Override
    public List<Part> faulty() {
        return new ArrayList<>(parts.values());
    }

    @Override
    public List<Unfit> unfit() {
        BundleContext context = FrameworkUtil.getBundle(ContributionsComponent.class).getBundleContext();
        FrameworkWiring wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        return Arrays.stream(context.getBundles())
            .filter(bundle -> bundle.getState() == Bundle.INSTALLED && !isFragment(bundle))
            // it may only have been of no use to anybody yet
            .filter(bundle -> !wiring.resolveBundles(List.of(bundle)))
            .map(ContributionsComponent::unfit).sorted(Comparator.comparing(Unfit::bundle)).toList();
    }

    private static boolean isFragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    private static Unfit unfit(Bundle bundle) {
        String why = "";
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            why = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
        }
        String name = Objects.requireNonNullElse(bundle.getSymbolicName(), bundle.getLocation());
        return new Unfit(name, Objects.requireNonNullElse(bundle.getHeaders().get(Constants.BUNDLE_NAME), name),
            bundle.getVersion().toString(), why);
    }

    @Override
    public synchronized boolean enable(String id) {
        Part part = parts.remove(id);
        boolean was = part != null && part.isDisabled();
        if (was) {
            write(id, false);
        }
        return was;
    }

}
