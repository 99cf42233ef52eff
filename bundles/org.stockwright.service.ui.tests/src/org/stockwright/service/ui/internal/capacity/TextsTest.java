package org.stockwright.service.ui.internal.capacity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Shift;
import org.stockwright.service.ui.internal.DataText;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {

    private static Shift shift(DayOfWeek day, int from, int to) {
        return new Shift(day, LocalTime.of(from, 0), LocalTime.of(to, 0), ResourceTexts.EVER, Optional.empty());
    }

    @Test
    void shiftsAreReadAsTheyAreWritten() {
        List<Shift> shifts = ResourceTexts.readShifts("Mon-Wed, Fri 8:00-16:00; Sat 22:00-24:00 since 2026-01-01")
            .orElseThrow();
        assertThat(shifts).hasSize(5).contains(shift(DayOfWeek.TUESDAY, 8, 16), new Shift(DayOfWeek.SATURDAY,
            LocalTime.of(22, 0), LocalTime.MIDNIGHT, LocalDate.of(2026, 1, 1), Optional.empty()));
        String text = ResourceTexts.shifts(shifts);
        assertThat(text).isEqualTo("Mon-Wed, Fri 08:00-16:00; Sat 22:00-00:00 since 2026-01-01");
        assertThat(ResourceTexts.readShifts(text)).contains(shifts);
        assertThat(ResourceTexts.readShifts("")).contains(List.of());
        assertThat(List.of("Mon", "Mon 8-16", "Someday 08:00-16:00", "Mon 25:00-26:00"))
            .allSatisfy(bad -> assertThat(ResourceTexts.readShifts(bad)).as(bad).isEmpty());
    }

    @Test
    void absencesAreWholeDaysWithTheirLastOne() {
        List<Absence> away = ResourceTexts.readAbsences("2026-01-05 2026-01-09 on holiday; 2026-02-02",
            ZoneOffset.UTC).orElseThrow();
        assertThat(away.getFirst().until()).isEqualTo("2026-01-10T00:00:00Z");
        assertThat(ResourceTexts.absences(away, ZoneOffset.UTC))
            .isEqualTo("2026-01-05 2026-01-09 on holiday; 2026-02-02");
        assertThat(ResourceTexts.readAbsences("2026-13-01", ZoneOffset.UTC)).isEmpty();
        assertThat(ResourceTexts.readAbsences("next week", ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void aWeekShowsWhenAResourceIsThereLessWhenItIsAway() {
        Resource clerk = new Resource("ANN", "Ann", Resource.Kind.PERSON, Set.of("CLERK"),
            List.of(shift(DayOfWeek.MONDAY, 8, 12), shift(DayOfWeek.MONDAY, 13, 17)),
            List.of(new Absence(Instant.parse("2026-01-05T11:00:00Z"),
                Instant.parse("2026-01-05T14:00:00Z"), "dentist")));
        WeekModel week = WeekModel.of(WeekModel.monday(LocalDate.of(2026, 1, 8)), ZoneOffset.UTC, List.of(clerk),
            List.of(), List.of());
        assertThat(week.monday()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(week.available(0, 0)).isEqualByComparingTo("360");
        assertThat(week.available(0, 1)).isEqualByComparingTo("0");
        assertThat(week.firstHour()).isEqualTo(8);
        assertThat(week.lastHour()).isEqualTo(17);
        assertThat(WeekWords.cell(week, 0, 0)).isEqualTo(
            "Ann, Mon 01-05: there 08:00-12:00, 13:00-17:00; nothing is booked. Away 11:00-14:00.");
    }

    @Test
    void whatIsKnownIsALineEach() {
        assertThat(DataText.read("name = Ada Lovelace\n\nsum=3 = 2 + 1\n"))
            .contains(Map.of("name", "Ada Lovelace", "sum", "3 = 2 + 1"));
        assertThat(DataText.read("Ada Lovelace")).isEmpty();
        assertThat(DataText.of(Map.of("b", "2", "a", "1"))).isEqualTo("a = 1\nb = 2");
    }

}
