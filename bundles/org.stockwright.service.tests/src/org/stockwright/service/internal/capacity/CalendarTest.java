package org.stockwright.service.internal.capacity;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Kind;
import org.stockwright.service.Resource.Shift;
import org.stockwright.service.internal.capacity.Spans.Span;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);
    private static final LocalDate EVER = LocalDate.of(2020, 1, 1);

    private static Shift sunday(String from, String to) {
        return new Shift(DayOfWeek.SUNDAY, LocalTime.parse(from), LocalTime.parse(to), EVER, Optional.empty());
    }

    private static Resource resource(List<Shift> shifts, Absence... absences) {
        return new Resource("R", "R", Kind.ROOM, Set.of(), shifts, List.of(absences));
    }

    private static Duration open(LocalDate day, Shift... shifts) {
        return new Calendar(BERLIN).open(resource(List.of(shifts)), day, day).length();
    }

    @Test
    void aNightShiftIsAnHourShorterInSpringAndLongerInAutumn() {
        assertThat(open(SPRING, sunday("00:00", "08:00"))).isEqualTo(Duration.ofHours(7));
        assertThat(open(AUTUMN, sunday("00:00", "08:00"))).isEqualTo(Duration.ofHours(9));
        assertThat(open(SPRING.plusDays(7), sunday("00:00", "08:00"))).isEqualTo(Duration.ofHours(8));
        assertThat(open(SPRING, sunday("00:00", "00:00"))).isEqualTo(Duration.ofHours(23));
        assertThat(open(AUTUMN, sunday("00:00", "00:00"))).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void timesThatTheClockJumpsOverAreNotThere() {
        assertThat(open(SPRING, sunday("02:00", "03:00"))).isZero();
        assertThat(open(SPRING, sunday("02:30", "03:30"))).isEqualTo(Duration.ofMinutes(30));
        assertThat(open(SPRING, sunday("01:30", "02:30"))).isEqualTo(Duration.ofMinutes(30));
        assertThat(new Calendar(BERLIN).open(resource(List.of(sunday("02:30", "03:30"))), SPRING, SPRING).list())
            .containsExactly(new Span(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-29T01:30:00Z")));
    }

    @Test
    void shiftsThatMeetInAnHourThatComesTwiceNeitherOverlapNorLeaveAGap() {
        Spans both = new Calendar(BERLIN)
            .open(resource(List.of(sunday("00:00", "02:30"), sunday("02:30", "05:00"))), AUTUMN, AUTUMN);
        assertThat(both.list()).hasSize(1);
        assertThat(both.length()).isEqualTo(Duration.ofHours(6));
        assertThat(open(AUTUMN, sunday("00:00", "02:30")).plus(open(AUTUMN, sunday("02:30", "05:00"))))
            .isEqualTo(Duration.ofHours(6));
    }

    @Test
    void absencesAreTakenAwayAndShiftsHoldOnTheirDaysOnly() {
        Absence away = new Absence(Instant.parse("2026-04-05T07:00:00Z"), Instant.parse("2026-04-05T08:30:00Z"), "ill");
        Shift shift = sunday("08:00", "12:00");
        LocalDate day = LocalDate.of(2026, 4, 5);
        assertThat(new Calendar(BERLIN).open(resource(List.of(shift), away), day, day).length())
            .isEqualTo(Duration.ofMinutes(150));
        Shift past = new Shift(DayOfWeek.SUNDAY, LocalTime.of(8, 0), LocalTime.of(12, 0), EVER,
            Optional.of(day.minusDays(1)));
        Shift later = new Shift(DayOfWeek.SUNDAY, LocalTime.of(8, 0), LocalTime.of(10, 0), day, Optional.of(day));
        assertThat(open(day, past)).isZero();
        assertThat(open(day, past, later)).isEqualTo(Duration.ofHours(2));
        assertThat(open(day.plusDays(1), later)).isZero();
    }

    @Test
    void spansAreWhatTheirMinutesAre() {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            boolean[] one = new boolean[40];
            boolean[] other = new boolean[40];
            Spans left = spans(random, one);
            Spans right = spans(random, other);
            int within = random.nextInt(30);
            Spans rest = left.without(right).within(new Span(at(within), at(within + 8)));
            int minutes = 0;
            for (int i = within; i < within + 8; i++) {
                minutes += one[i] && !other[i] ? 1 : 0;
            }
            assertThat(rest.length()).as("round %d", round).isEqualTo(Duration.ofMinutes(minutes));
        }
    }

    private static Instant at(int minute) {
        return Instant.EPOCH.plus(Duration.ofMinutes(minute));
    }

    private static Spans spans(Random random, boolean[] minutes) {
        List<Span> list = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            int from = random.nextInt(38);
            int until = from + random.nextInt(40 - from);
            list.add(new Span(at(from), at(until)));
            for (int k = from; k < until; k++) {
                minutes[k] = true;
            }
        }
        return Spans.of(list);
    }

}
