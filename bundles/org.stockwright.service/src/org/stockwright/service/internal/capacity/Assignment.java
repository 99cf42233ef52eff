package org.stockwright.service.internal.capacity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.service.internal.capacity.Roster.Need;
import org.stockwright.service.internal.capacity.Spans.Span;

/**
 * Gives each of some needs one of its candidates, so that nobody is needed twice at a time. At every instant the needs of that
 * instant have to be matched with different candidates (Hall's theorem, tested by augmenting paths); a search with the most
 * constrained need first, cut by that test, finds whether one choice is right for all instants.
 */
final class Assignment {

    private final List<Unit> units;
    private final Set<String> wanted;
    private final int most;
    private final String[] chosen;
    private int choices;

    /**
     * A need.
     *
     * @param need what
     * @param candidates who could do it, the best first
     */
    record Unit(Need need, List<String> candidates) {
    }

    /**
     * Of these needs.
     *
     * @param wanted who has to be chosen for at least one
     * @param most after so many choices the search gives up
     */
    Assignment(List<Unit> units, Set<String> wanted, int most) {
        this.units = List.copyOf(units);
        this.wanted = wanted;
        this.most = most;
        this.chosen = new String[units.size()];
    }

    /** Who does each; empty when it is impossible. */
    Optional<List<String>> solve() {
        return search(0) ? Optional.of(List.of(chosen)) : Optional.empty();
    }

    private boolean search(int done) {
        if (done == units.size()) {
            return Set.copyOf(List.of(chosen)).containsAll(wanted);
        }
        List<List<String>> left = new ArrayList<>();
        int best = -1;
        for (int i = 0; i < units.size(); i++) {
            List<String> free = chosen[i] == null ? free(i) : List.of();
            left.add(free);
            if (chosen[i] == null && (best < 0 || free.size() < left.get(best).size())) {
                best = i;
            }
        }
        if (left.get(best).isEmpty() || !areWantedLeft(left) || !isMatched(left)) {
            return false;
        }
        for (String candidate : left.get(best)) {
            choices++;
            if (choices > most) {
                return false;
            }
            chosen[best] = candidate;
            if (search(done + 1)) {
                return true;
            }
            chosen[best] = null;
        }
        return false;
    }

    private boolean areWantedLeft(List<List<String>> left) {
        return wanted.stream().allMatch(
            one -> Arrays.asList(chosen).contains(one) || left.stream().anyMatch(list -> list.contains(one)));
    }

    /** The candidates that nothing chosen so far stands in the way of. */
    private List<String> free(int unit) {
        Spans times = units.get(unit).need().times();
        Set<String> busy = new HashSet<>();
        for (int i = 0; i < units.size(); i++) {
            if (chosen[i] != null && units.get(i).need().times().overlap(times)) {
                busy.add(chosen[i]);
            }
        }
        return units.get(unit).candidates().stream().filter(one -> !busy.contains(one)).toList();
    }

    /** Whether at every instant the open needs of that instant can be matched with different candidates. */
    private boolean isMatched(List<List<String>> left) {
        Set<Instant> instants = new HashSet<>();
        for (int i = 0; i < units.size(); i++) {
            if (chosen[i] == null) {
                units.get(i).need().times().list().forEach(span -> instants.add(span.from()));
            }
        }
        return instants.stream().allMatch(instant -> isMatched(left, instant));
    }

    private boolean isMatched(List<List<String>> left, Instant instant) {
        Map<String, Integer> matched = new HashMap<>();
        for (int i = 0; i < units.size(); i++) {
            if (chosen[i] == null && isAt(i, instant) && !augment(i, left, matched, new HashSet<>())) {
                return false;
            }
        }
        return true;
    }

    private boolean isAt(int unit, Instant instant) {
        return units.get(unit).need().times().list().stream().anyMatch(span -> isIn(span, instant));
    }

    private static boolean isIn(Span span, Instant instant) {
        return !span.from().isAfter(instant) && span.until().isAfter(instant);
    }

    private static boolean augment(int unit, List<List<String>> left, Map<String, Integer> matched, Set<String> seen) {
        for (String candidate : left.get(unit)) {
            if (seen.add(candidate)) {
                Integer other = matched.get(candidate);
                if (other == null || augment(other, left, matched, seen)) {
                    matched.put(candidate, unit);
                    return true;
                }
            }
        }
        return false;
    }

}
