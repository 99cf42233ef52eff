package org.stockwright.base;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Calls what plug-ins contribute, so that one that throws or hangs hurts nobody else: it is named, and after
 * {@value #MOST_FAILURES} failures it is not called any more, also after a restart, until somebody enables it again. An exception
 * that is a {@link NoFault} passes and does not count, nor does a failure of the database that another try may mend; a statement
 * that the database refuses is the contribution's fault. An OSGi service, always there; thread-safe.
 */
@ProviderType
public interface Contributions {

    /** After so many failures a contribution is disabled. */
    int MOST_FAILURES = 3;

    /** How long the check of a posting may take: others wait for what the posting has locked. */
    Duration CHECK = Duration.ofSeconds(2);

    /** How long any other answer may take that somebody waits for. */
    Duration ANSWER = Duration.ofSeconds(10);

    /**
     * Asks a contribution on the calling thread, for as long as it takes. What it throws, errors of linking and memory included, is
     * logged with its name.
     *
     * @return its answer; or a {@link ContributionRefusal} that names it and says what to do
     */
    <S, T> Outcome<T> call(S contribution, Function<? super S, ? extends T> question);

    /**
     * Asks a contribution on another thread and waits for so long. Whoever is late is left behind: its thread goes on by itself, and
     * what it answers is not looked at. Not to be called while a component is activated, or the contribution's bundle started: its
     * classes could not be loaded on another thread then.
     *
     * @return its answer; or a {@link ContributionRefusal} that names it and says what to do
     */
    <S, T> Outcome<T> callInTime(S contribution, Duration budget, Function<? super S, ? extends T> question);

    /** Whether it is not called any more because it failed too often. */
    boolean isDisabled(Object contribution);

    /**
     * Contributions by what each says of itself, such as its id, in their order; of several that say the same the last. Those that fail
     * are left out. Asked on the calling thread, also while a component is activated.
     */
    default <S, K> Map<K, S> by(Function<? super S, ? extends K> question, Collection<? extends S> contributions) {
        Map<K, S> found = new LinkedHashMap<>();
        for (S contribution : contributions) {
            Outcome<K> answer = call(contribution, one -> Objects.requireNonNull(question.apply(one)));
            if (answer.isDone()) {
                found.put(answer.value(), contribution);
            }
        }
        return found;
    }

    /** {@link #callInTime} with the time that most answers have. */
    default <S, T> Outcome<T> ask(S contribution, Function<? super S, ? extends T> question) {
        return callInTime(contribution, ANSWER, question);
    }

    /**
     * A contribution that failed.
     *
     * @param id its class's name, with what tells it from others of its class ({@link DistinctPart})
     * @param bundle the symbolic name of the bundle that brings it
     * @param title what people call its bundle
     * @param failures how often it failed since the program's start
     * @param last what happened the last time, in words; empty when it was before the program's start
     * @param isDisabled whether it is not called any more
     */
    record Part(String id, String bundle, String title, int failures, String last, boolean isDisabled) {
    }

    /** Those that failed since the program's start, and those that are disabled; by id. */
    List<Part> faulty();

    /**
     * A plug-in that does not fit the program: it needs packages, or versions of them, that are not there, and nothing of it is used.
     *
     * @param bundle its symbolic name
     * @param title what people call it
     * @param version its version
     * @param why what it lacks, in the words of the framework
     */
    record Unfit(String bundle, String title, String version, String why) {
    }

    /** Those that do not fit, by symbolic name. */
    List<Unfit> unfit();

    /** Lets a contribution be called again and forgets its failures; tells whether it was disabled. */
    boolean enable(String id);

}
