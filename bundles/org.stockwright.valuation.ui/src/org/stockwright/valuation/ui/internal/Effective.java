package org.stockwright.valuation.ui.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Mark;
import org.stockwright.valuation.Recorded;

/**
 * A decision that holds from an instant on, and whether it does now. Never changes.
 *
 * @param <T> what was decided
 * @param what the decision
 * @param from from when; empty for always
 * @param recorded when it was recorded; empty for what a book begins with
 * @param user who recorded it, or empty
 * @param state whether it holds now
 */
public record Effective<T>(T what, Optional<Instant> from, Optional<Instant> recorded, String user, State state) {

    /** Whether a decision holds now. */
    public enum State {
        /** It decides now. */
        IN_FORCE,
        /** It will decide. */
        PLANNED,
        /** Another one came after it. */
        SUPERSEDED
    }

    /**
     * Says of each decision whether it holds.
     *
     * @param decisions in the order in which they were recorded, or in which they begin
     * @param from from when one holds
     * @param subject what they are about: of those with the same subject only one holds at a time, and of those that
     *            begin at the same instant the last one
     * @param now the current instant
     */
    public static <T> List<Effective<T>> of(List<Recorded<T>> decisions, Function<T, Optional<Instant>> from,
        Function<T, ?> subject, Instant now) {
        Map<Object, Integer> holds = new HashMap<>();
        Map<Object, Integer> last = new HashMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            T what = decisions.get(i).what();
            Instant begins = from.apply(what).orElse(Instant.MIN);
            Object key = subject.apply(what);
            last.put(List.of(key, begins), i);
            Integer other = holds.get(key);
            if (!begins.isAfter(now) && (other == null
                || !from.apply(decisions.get(other).what()).orElse(Instant.MIN).isAfter(begins))) {
                holds.put(key, i);
            }
        }
        List<Effective<T>> result = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            Recorded<T> decision = decisions.get(i);
            Optional<Instant> begins = from.apply(decision.what());
            Object key = subject.apply(decision.what());
            State state = Integer.valueOf(i).equals(holds.get(key)) ? State.IN_FORCE
                : begins.filter(now::isBefore).isPresent()
                    && last.get(List.of(key, begins.get())) == i ? State.PLANNED : State.SUPERSEDED;
            result.add(new Effective<>(decision.what(), begins,
                Optional.of(decision.at()).filter(at -> at.isAfter(Instant.EPOCH)), decision.user(), state));
        }
        return result;
    }

    /** The state in words. */
    public String stateText() {
        return switch (state) {
            case IN_FORCE -> Messages.Effective_inForce;
            case PLANNED -> Messages.Effective_planned;
            case SUPERSEDED -> Messages.Effective_superseded;
        };
    }

    /** How its row stands out. */
    public Mark mark() {
        return state == State.SUPERSEDED ? Mark.DIMMED : Mark.NONE;
    }

    /** The column that says from when it holds. */
    public static <T> Column<Effective<T>> fromColumn(Supplier<Figures> figures) {
        return Column.<Effective<T>, Instant>of("from", Messages.Column_from, row -> row.from().orElse(Instant.MIN), //$NON-NLS-1$
            instant -> instant.equals(Instant.MIN) ? Messages.Effective_always : figures.get().minutes(instant))
            .width(17);
    }

    /** The columns that say whether it holds, and who recorded it when. */
    @SuppressWarnings("nls")
    public static <T> List<Column<Effective<T>>> recordedColumns(Supplier<Figures> figures) {
        return List.of(
            Column.<Effective<T>>text("state", Messages.Column_state, Effective::stateText).width(13),
            Column.<Effective<T>, Instant>of("recorded", Messages.Column_recorded, row -> row.recorded().orElse(null),
                instant -> figures.get().seconds(instant)).width(20),
            Column.<Effective<T>>text("user", Messages.Column_user, Effective::user).width(14));
    }

}
