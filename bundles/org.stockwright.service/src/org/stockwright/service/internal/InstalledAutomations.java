package org.stockwright.service.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.AccessDenied;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.spi.StageAutomation;

/**
 * What is installed to do stages without people. Each is called so that one that fails or never answers is named and hurts nobody
 * else.
 */
@Component(service = InstalledAutomations.class)
public final class InstalledAutomations {

    private final List<StageAutomation> installed;
    private final Contributions contributions;
    private final UnitOfWork work;
    /** What those that answered said they are. */
    private final Map<StageAutomation, String> kinds = new ConcurrentHashMap<>();

    /** Begins anew when something that does stages comes or goes. */
    @Activate
    public InstalledAutomations(
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<StageAutomation> installed,
        @Reference Contributions contributions, @Reference UnitOfWork work) {
        this.installed = List.copyOf(installed);
        this.contributions = contributions;
        this.work = work;
    }

    /**
     * The one of a kind; of several the one with the highest ranking.
     *
     * @param stage the code of the stage that asks for it
     * @return refused when there is none, with those that do not even say what they are
     */
    public Outcome<StageAutomation> find(String stage, String kind) {
        Optional<StageAutomation> found = Optional.empty();
        TreeSet<String> known = new TreeSet<>();
        List<Refusal> silent = new ArrayList<>();
        // the list begins with the lowest ranking
        for (StageAutomation one : installed) {
            Outcome<String> said = kind(one);
            silent.addAll(said.refusals());
            if (said.isDone()) {
                known.add(said.value());
                found = said.value().equals(kind) ? Optional.of(one) : found;
            }
        }
        if (found.isPresent()) {
            return Outcome.done(found.get());
        }
        silent.addFirst(Refusal.of(ServiceRefusal.UNKNOWN_AUTOMATION, stage, kind)
            .hint(known.isEmpty() ? "Install what does it, or let somebody do the stage."
                : "There are: " + String.join(", ", known) + ". Install what does it, or let somebody do the stage."));
        return Outcome.refused(silent);
    }

    private Outcome<String> kind(StageAutomation one) {
        String known = kinds.get(one);
        if (known != null) {
            return Outcome.done(known);
        }
        Outcome<String> said = ask(one, StageAutomation::kind);
        said.map(kind -> kinds.put(one, kind));
        return said;
    }

    /** Asks one of them about itself: it has the time that most answers have. */
    public <T> Outcome<T> ask(StageAutomation one, Function<StageAutomation, T> question) {
        return ask(one, Contributions.ANSWER, question);
    }

    /**
     * Asks one of them; what it may not do for whoever acts is refused like what it refuses itself. Inside of a unit of work, where
     * another thread would not see what is not stored yet, it is asked on the calling thread for as long as it takes.
     *
     * @param budget how long it has
     * @return its answer; or why there is none, with its name
     */
    public <T> Outcome<T> ask(StageAutomation one, Duration budget, Function<StageAutomation, T> question) {
        Function<StageAutomation, T> answered = asked -> Objects.requireNonNull(question.apply(asked), "no answer");
        try {
            return work.isRunning() ? contributions.call(one, answered)
                : contributions.callInTime(one, budget, answered);
        } catch (AccessDenied e) {
            return Outcome.refused(e.refusal());
        }
    }

}
