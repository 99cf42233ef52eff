package org.stockwright.service.internal.capacity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.stockwright.documents.DocumentId;
import org.stockwright.service.internal.capacity.Spans.Span;

/**
 * Who is there and who is taken: it finds resources for another booking. At first among what is free; then, when that is not
 * enough, other bookings whose customers asked for nobody get other resources of their pools, as far as they overlap with
 * it or with one another. Not thread-safe.
 */
final class Roster {

    /** So many needs of other bookings are rearranged for one. */
    private static final int MOST_MOVED = 60;

    /** So hard it is tried for a booking. */
    static final int BOOKING = 20_000;
    /** So hard it is tried for each of many times. */
    static final int SEARCHING = 200;
    private static final long DAY_SECONDS = 86_400;

    private final int most;
    private final Map<String, Member> members = new TreeMap<>();
    /** By resource and day. */
    private final Map<String, SortedMap<Long, List<Taken>>> taken = new HashMap<>();

    /**
     * A resource.
     *
     * @param code its code
     * @param pools what it can be taken for
     * @param open when it is there
     */
    record Member(String code, Set<String> pools, Spans open) {
    }

    /**
     * What is wanted of one member of a pool.
     *
     * @param pool the pool
     * @param times when, all of the same member
     */
    record Need(String pool, Spans times) {
    }

    /**
     * A need that a resource does.
     *
     * @param booking whose
     * @param need what
     * @param resource who
     * @param isMovable whether another one may do it
     */
    record Taken(DocumentId booking, Need need, String resource, boolean isMovable) {
    }

    /**
     * Who does a new booking, and what changes for others.
     *
     * @param chosen the resource of each pool
     * @param moved needs of other bookings with their new resources
     */
    record Placing(Map<String, String> chosen, List<Taken> moved) {
    }

    /**
     * Of these resources.
     *
     * @param most after so many choices the search for one booking gives up
     */
    Roster(Collection<Member> all, Collection<Taken> booked, int most) {
        this.most = most;
        all.forEach(one -> members.put(one.code(), one));
        booked.forEach(this::add);
    }

    /** Takes the time of a resource; resources that are not here are passed over. */
    void add(Taken one) {
        SortedMap<Long, List<Taken>> mine = taken.computeIfAbsent(one.resource(), code -> new TreeMap<>());
        days(one.need()).forEach(day -> mine.computeIfAbsent(day, key -> new ArrayList<>()).add(one));
    }

    /** The days on which a need has a part, counted in UTC: needs without a common day do not overlap. */
    private static Set<Long> days(Need need) {
        Set<Long> days = new LinkedHashSet<>();
        for (Span time : need.times().list()) {
            long last = Math.floorDiv(time.until().getEpochSecond(), DAY_SECONDS);
            for (long day = Math.floorDiv(time.from().getEpochSecond(), DAY_SECONDS); day <= last; day++) {
                days.add(day);
            }
        }
        return days;
    }

    /** What a resource is taken for on some days, each once. */
    private Collection<Taken> taken(String code, Set<Long> days) {
        Map<Long, List<Taken>> mine = taken.getOrDefault(code, new TreeMap<>());
        if (days.size() == 1) {
            return mine.getOrDefault(days.iterator().next(), List.of());
        }
        Set<Taken> result = new LinkedHashSet<>();
        days.forEach(day -> result.addAll(mine.getOrDefault(day, List.of())));
        return result;
    }

    /**
     * Takes what was found for a booking.
     *
     * @param wanted resources that it keeps
     */
    void add(DocumentId booking, List<Need> needs, Placing placing, Set<String> wanted) {
        for (Taken moved : placing.moved()) {
            taken.values().forEach(mine -> days(moved.need()).forEach(day -> mine.getOrDefault(day, new ArrayList<>())
                .removeIf(one -> one.booking().equals(moved.booking()) && one.need().equals(moved.need()))));
        }
        placing.moved().forEach(this::add);
        needs.forEach(need -> {
            String resource = placing.chosen().get(need.pool());
            add(new Taken(booking, need, resource, !wanted.contains(resource)));
        });
    }

    /**
     * Who can do it.
     *
     * @param needs one for each pool
     * @param wanted resources that have to be among them
     * @param isOvertime whether those may work outside of their shifts
     */
    Optional<Placing> place(List<Need> needs, Set<String> wanted, boolean isOvertime) {
        if (!isThinkable(needs, wanted, isOvertime)) {
            return Optional.empty();
        }
        List<Assignment.Unit> units = needs.stream()
            .map(need -> new Assignment.Unit(need, candidates(need, Set.of(), wanted, isOvertime))).toList();
        return new Assignment(units, wanted, most).solve().map(found -> new Placing(chosen(needs, found), List.of()))
            .or(() -> rearranged(needs, wanted, isOvertime));
    }

    /** Whether it would be possible if nothing was booked: many times are not, and this is quick to see. */
    private boolean isThinkable(List<Need> needs, Set<String> wanted, boolean isOvertime) {
        return needs.stream().allMatch(need -> members.values().stream()
            .anyMatch(one -> isThere(one, need, wanted, isOvertime)));
    }

    private static boolean isThere(Member one, Need need, Set<String> wanted, boolean isOvertime) {
        return one.pools().contains(need.pool())
            && (one.open().holdAll(need.times()) || isOvertime && wanted.contains(one.code()));
    }

    /** Members that could do it, but for what is in the way and is not in a set of what is rearranged. */
    private List<String> candidates(Need need, Set<Taken> rearranged, Set<String> wanted, boolean isOvertime) {
        Set<Long> days = days(need);
        return members.values().stream().filter(one -> isThere(one, need, wanted, isOvertime))
            .filter(one -> taken(one.code(), days).stream()
                .filter(other -> other.need().times().overlap(need.times()))
                .allMatch(rearranged::contains))
            .sorted(Comparator.comparing((Member one) -> wanted.contains(one.code()) ? 0 : 1)
                .thenComparing(one -> one.pools().size()).thenComparing(Member::code))
            .map(Member::code).toList();
    }

    private Optional<Placing> rearranged(List<Need> needs, Set<String> wanted, boolean isOvertime) {
        List<Need> all = new ArrayList<>(needs);
        Set<Taken> moving = new LinkedHashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Need need = all.get(i);
            boolean isNew = i < needs.size();
            Set<Long> days = days(need);
            members.values().stream()
                .filter(one -> isThere(one, need, isNew ? wanted : Set.of(), isNew && isOvertime))
                .flatMap(one -> taken(one.code(), days).stream())
                .filter(one -> one.isMovable() && one.need().times().overlap(need.times()))
                .filter(one -> moving.size() < MOST_MOVED && moving.add(one)).forEach(one -> all.add(one.need()));
        }
        if (moving.isEmpty()) {
            return Optional.empty();
        }
        List<Taken> others = List.copyOf(moving);
        List<Assignment.Unit> units = new ArrayList<>();
        needs.forEach(need -> units.add(new Assignment.Unit(need, candidates(need, moving, wanted, isOvertime))));
        for (Taken one : others) {
            List<String> free = candidates(one.need(), moving, Set.of(), false);
            // who does it now goes on if possible, even when his shifts were changed since
            units.add(new Assignment.Unit(one.need(),
                Stream.concat(Stream.of(one.resource()), free.stream()).distinct().toList()));
        }
        return new Assignment(units, wanted, most).solve().map(found -> {
            List<Taken> moved = new ArrayList<>();
            for (int i = 0; i < others.size(); i++) {
                Taken one = others.get(i);
                String now = found.get(needs.size() + i);
                if (!now.equals(one.resource())) {
                    moved.add(new Taken(one.booking(), one.need(), now, true));
                }
            }
            return new Placing(chosen(needs, found), moved);
        });
    }

    private static Map<String, String> chosen(List<Need> needs, List<String> found) {
        Map<String, String> result = new TreeMap<>();
        for (int i = 0; i < needs.size(); i++) {
            result.put(needs.get(i).pool(), found.get(i));
        }
        return result;
    }

    /** The pools of which nobody is free at the time, or all when it is only together that they are not enough. */
    Set<String> lacking(List<Need> needs, Set<String> wanted, boolean isOvertime) {
        Set<String> result = new TreeSet<>();
        needs.stream().filter(need -> candidates(need, Set.of(), wanted, isOvertime).isEmpty())
            .forEach(need -> result.add(need.pool()));
        if (result.isEmpty()) {
            needs.forEach(need -> result.add(need.pool()));
        }
        return result;
    }

    /** When a member is there and not taken, within a time. */
    Spans free(String code, Span within) {
        Member member = members.get(code);
        if (member == null) {
            return Spans.NONE;
        }
        List<Span> used = taken.getOrDefault(code, new TreeMap<>()).values().stream().flatMap(List::stream)
            .flatMap(one -> one.need().times().list().stream()).toList();
        return member.open().without(Spans.of(used)).within(within);
    }

    /** The members by code. */
    Map<String, Member> members() {
        return members;
    }

}
