package org.stockwright.service.internal.capacity;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.stockwright.documents.DocumentId;
import org.stockwright.service.internal.capacity.Roster.Member;
import org.stockwright.service.internal.capacity.Roster.Need;
import org.stockwright.service.internal.capacity.Roster.Placing;
import org.stockwright.service.internal.capacity.Roster.Taken;
import org.stockwright.service.internal.capacity.Spans.Span;

import static org.assertj.core.api.Assertions.assertThat;

class RosterTest {

    private static final Instant EIGHT = Instant.parse("2026-01-19T08:00:00Z");

    private static Spans hours(int from, int to) {
        return new Spans(List.of(new Span(EIGHT.plus(Duration.ofHours(from)), EIGHT.plus(Duration.ofHours(to)))));
    }

    private static Member member(String code, String... pools) {
        return new Member(code, Set.of(pools), hours(0, 10));
    }

    private static Taken taken(long booking, String pool, String who, int from, int to) {
        return new Taken(new DocumentId(booking), new Need(pool, hours(from, to)), who, true);
    }

    private static Roster roster(List<Member> members, List<Taken> taken) {
        return new Roster(members, taken, Roster.BOOKING);
    }

    @Test
    void specialistsAreTakenBeforeThoseWhoCanDoMore() {
        Roster roster = roster(List.of(member("ANNA", "NURSE", "DOCTOR"), member("BEN", "NURSE")), List.of());
        assertThat(roster.place(List.of(new Need("NURSE", hours(0, 1))), Set.of(), false).orElseThrow().chosen())
            .containsExactly(Map.entry("NURSE", "BEN"));
    }

    @Test
    void oneResourceIsNotTakenForTwoPoolsAtOnceButOneAfterTheOther() {
        Roster roster = roster(List.of(member("ANNA", "NURSE", "DOCTOR")), List.of());
        assertThat(
            roster.place(List.of(new Need("DOCTOR", hours(0, 1)), new Need("NURSE", hours(0, 1))), Set.of(), false))
            .isEmpty();
        assertThat(
            roster.place(List.of(new Need("DOCTOR", hours(1, 2)), new Need("NURSE", hours(0, 1))), Set.of(), false)
                .orElseThrow().chosen())
            .containsEntry("DOCTOR", "ANNA").containsEntry("NURSE", "ANNA");
    }

    @Test
    void aBadChoiceOfAnEarlierBookingIsUndone() {
        List<Member> members = List.of(member("ANNA", "NURSE", "DOCTOR"), member("BEN", "NURSE"));
        List<Need> doctor = List.of(new Need("DOCTOR", hours(0, 1)));
        Taken nurse = taken(1, "NURSE", "ANNA", 0, 1);
        Placing placing = roster(members, List.of(nurse)).place(doctor, Set.of(), false).orElseThrow();
        assertThat(placing.chosen()).containsEntry("DOCTOR", "ANNA");
        assertThat(placing.moved()).containsExactly(taken(1, "NURSE", "BEN", 0, 1));
        Taken asked = new Taken(nurse.booking(), nurse.need(), "ANNA", false);
        assertThat(roster(members, List.of(asked)).place(doctor, Set.of(), false)).isEmpty();
    }

    @Test
    void whoIsAskedForIsAmongThem() {
        List<Member> members = List.of(member("ANNA", "NURSE"), member("BEN", "NURSE"));
        List<Need> needs = List.of(new Need("NURSE", hours(0, 1)));
        assertThat(roster(members, List.of()).place(needs, Set.of("BEN"), false).orElseThrow().chosen())
            .containsEntry("NURSE", "BEN");
        assertThat(
            roster(members, List.of(taken(1, "NURSE", "BEN", 0, 1))).place(needs, Set.of("BEN"), false).orElseThrow()
                .moved())
            .containsExactly(taken(1, "NURSE", "ANNA", 0, 1));
        List<Need> late = List.of(new Need("NURSE", hours(10, 11)));
        assertThat(roster(members, List.of()).place(late, Set.of("BEN"), false)).isEmpty();
        assertThat(roster(members, List.of()).place(late, Set.of("BEN"), true).orElseThrow().chosen())
            .containsEntry("NURSE", "BEN");
    }

    @Test
    void elevenWhoAreNotEnoughForTwelvePoolsAreFoundOutAtOnce() {
        List<Member> members = new ArrayList<>();
        List<Need> needs = new ArrayList<>();
        Set<String> pools = new TreeSet<>();
        for (int i = 0; i < 12; i++) {
            pools.add("P" + i);
            needs.add(new Need("P" + i, hours(0, 1)));
        }
        for (int i = 0; i < 11; i++) {
            members.add(new Member("R" + i, pools, hours(0, 10)));
        }
        assertThat(roster(members, List.of()).place(needs, Set.of(), false)).isEmpty();
        members.add(new Member("R11", pools, hours(0, 10)));
        assertThat(roster(members, List.of()).place(needs, Set.of(), false)).isPresent();
    }

    /** Against all assignments of all needs, moved or not. */
    @Test
    void aBookingIsPlacedWheneverAnyAssignmentOfAllBookingsAllowsIt() {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int possible = 0;
        int moved = 0;
        for (int round = 0; round < 3_000; round++) {
            List<Member> members = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(3); i++) {
                Set<String> pools = new TreeSet<>();
                for (String pool : List.of("A", "B", "C")) {
                    if (random.nextBoolean()) {
                        pools.add(pool);
                    }
                }
                int from = random.nextInt(3);
                members.add(new Member("R" + i, pools, hours(from, from + 3 + random.nextInt(4))));
            }
            List<Taken> taken = new ArrayList<>();
            for (int i = 0; i < random.nextInt(6); i++) {
                Need need = need(random, List.of("A", "B", "C").get(random.nextInt(3)));
                Member who = members.get(random.nextInt(members.size()));
                if (isFree(who, need, taken)) {
                    taken.add(new Taken(new DocumentId(i), need, who.code(), random.nextInt(5) > 0));
                }
            }
            List<Need> needs = new ArrayList<>();
            for (String pool : List.of("A", "B", "C")) {
                if (random.nextBoolean()) {
                    needs.add(need(random, pool));
                }
            }
            Optional<Placing> placing = roster(members, taken).place(needs, Set.of(), false);
            assertThat(placing.isPresent()).as("round %d: %s for %s beside %s", round, needs, members, taken)
                .isEqualTo(isPossible(members, taken, needs));
            if (placing.isPresent()) {
                possible++;
                moved += placing.get().moved().isEmpty() ? 0 : 1;
                check(members, taken, needs, placing.get());
            }
        }
        assertThat(possible).isPositive();
        assertThat(moved).isPositive();
    }

    private static Need need(Random random, String pool) {
        int from = random.nextInt(6);
        return new Need(pool, hours(from, from + 1 + random.nextInt(2)));
    }

    private static boolean isFree(Member who, Need need, List<Taken> taken) {
        return who.pools().contains(need.pool()) && who.open().holdAll(need.times()) && taken.stream()
            .noneMatch(one -> one.resource().equals(who.code()) && one.need().times().overlap(need.times()));
    }

    private static boolean isPossible(List<Member> members, List<Taken> taken, List<Need> needs) {
        List<Need> all = new ArrayList<>(needs);
        taken.stream().filter(Taken::isMovable).forEach(one -> all.add(one.need()));
        List<Taken> fixed = new ArrayList<>(taken.stream().filter(one -> !one.isMovable()).toList());
        return isPossible(members, all, 0, fixed);
    }

    private static boolean isPossible(List<Member> members, List<Need> all, int next, List<Taken> taken) {
        if (next == all.size()) {
            return true;
        }
        for (Member who : members) {
            if (isFree(who, all.get(next), taken)) {
                taken.add(new Taken(new DocumentId(99), all.get(next), who.code(), false));
                boolean isFound = isPossible(members, all, next + 1, taken);
                taken.removeLast();
                if (isFound) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void check(List<Member> members, List<Taken> taken, List<Need> needs, Placing placing) {
        Map<String, Taken> now = new HashMap<>();
        taken.forEach(one -> now.put(one.booking() + one.need().pool(), one));
        placing.moved().forEach(one -> {
            assertThat(now.get(one.booking() + one.need().pool()).isMovable()).isTrue();
            now.put(one.booking() + one.need().pool(), one);
        });
        needs.forEach(need -> now.put("new" + need.pool(),
            new Taken(new DocumentId(99), need, placing.chosen().get(need.pool()), true)));
        List<Taken> seen = new ArrayList<>();
        for (Taken one : now.values()) {
            Member who = members.stream().filter(member -> member.code().equals(one.resource())).findFirst()
                .orElseThrow();
            assertThat(isFree(who, one.need(), seen)).as("%s among %s", one, now).isTrue();
            seen.add(one);
        }
    }

    /** A booking that is refused tells the next possible time, and holds its resources until that is found. */
    @Test
    void inAFullCalendarTheNextTimeIsLookedForInSeconds() {
        List<Member> members = new ArrayList<>();
        List<Taken> taken = new ArrayList<>();
        for (int who = 0; who < 5; who++) {
            List<Span> open = new ArrayList<>();
            for (int day = 0; day < 60; day++) {
                Instant begin = EIGHT.plus(Duration.ofDays(day));
                open.add(new Span(begin, begin.plus(Duration.ofHours(8))));
                for (int visit = 0; visit < 16; visit++) {
                    Instant from = begin.plus(Duration.ofMinutes(30L * visit));
                    Spans half = new Spans(List.of(new Span(from, from.plus(Duration.ofMinutes(30)))));
                    taken.add(new Taken(new DocumentId(taken.size() + 1L), new Need("DOCTOR", half), "D" + who, true));
                }
            }
            members.add(new Member("D" + who, Set.of("DOCTOR"), Spans.of(open)));
        }
        Roster roster = new Roster(members, taken, Roster.SEARCHING);
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int quarter = 0; quarter < 60 * 96; quarter++) {
            Instant from = EIGHT.plus(Duration.ofMinutes(15L * quarter));
            Spans half = new Spans(List.of(new Span(from, from.plus(Duration.ofMinutes(30)))));
            assertThat(roster.place(List.of(new Need("DOCTOR", half)), Set.of(), false)).isEmpty();
        }
        assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun))
            .isLessThan(Duration.ofSeconds(8));
    }

}
