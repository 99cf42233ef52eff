package org.stockwright.service.internal.capacity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Kind;
import org.stockwright.service.Resource.Shift;
import org.stockwright.service.Resources.Edit;
import org.stockwright.service.Resources.Profile;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.testkit.ImportFile;

import static org.assertj.core.api.Assertions.assertThat;

class ResourcesTest extends CapacityWorld {

    private static Shift monday(String from, String to, LocalDate since, Optional<LocalDate> until) {
        return new Shift(DayOfWeek.MONDAY, LocalTime.parse(from), LocalTime.parse(to), since, until);
    }

    @Test
    void whatIsStoredIsReadAgain() {
        Resource anna = new Resource("ANNA", "Anna Äpfel", Kind.PERSON, Set.of("DOCTOR", "NURSE"),
            List.of(monday("08:00", "12:00", EVER, Optional.of(MONDAY)),
                monday("13:00", "00:00", EVER, Optional.empty())),
            List.of(new Absence(at(MONDAY, "09:00"), at(MONDAY, "10:30"), "dentist")));
        assertThat(resources().save(List.of(anna)).value().changed()).isEqualTo(1);
        assertThat(resources().list()).containsExactly(anna);
        assertThat(resources().save(List.of(anna)).value().changed()).isZero();
        assertThat(resources().pools()).containsEntry("DOCTOR", List.of("ANNA")).containsEntry("NURSE",
            List.of("ANNA"));
        assertThat(resources().edit(List.of(Edit.profile("ANNA", new Profile("Anna", Kind.PERSON, Set.of("NURSE")))))
            .value().changed()).isEqualTo(1);
        assertThat(resources().get("ANNA").orElseThrow().absences()).isEqualTo(anna.absences());
        assertThat(resources().remove("ANNA").value().name()).isEqualTo("Anna");
        assertThat(resources().list()).isEmpty();
        assertThat(resources().remove("ANNA").refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.UNKNOWN_RESOURCE);
    }

    @Test
    void allOrNothingIsSaved() {
        Resource good = resource("BEN", Kind.PERSON, Set.of("DOCTOR"), workdays("08:00", "12:00"));
        List<Resource> bad = List.of(resource("bad code", Kind.ROOM, Set.of(), List.of()),
            resource("R1", Kind.ROOM, Set.of("not a pool"), List.of()),
            new Resource("R2", " ", Kind.ROOM, Set.of(), List.of(),
                List.of()),
            resource("R3", Kind.ROOM, Set.of(), List.of(monday("12:00", "08:00", EVER, Optional.empty()))),
            resource("R4", Kind.ROOM, Set.of(), List.of(monday("08:00", "12:00", EVER, Optional.empty()),
                monday("11:00", "13:00", MONDAY, Optional.empty()))),
            new Resource("R5", "R5", Kind.ROOM, Set.of(), List.of(),
                List.of(new Absence(Instant.MAX, Instant.MIN, ""))),
            resource("R6", Kind.ROOM, Set.of(), List.of(monday("08:00", "12:00", MONDAY, Optional.of(EVER)))));
        List<ServiceRefusal> why = List.of(ServiceRefusal.BAD_CODE, ServiceRefusal.BAD_CODE,
            ServiceRefusal.BAD_NAME_LENGTH, ServiceRefusal.BAD_SHIFT, ServiceRefusal.SHIFTS_OVERLAP,
            ServiceRefusal.BAD_ABSENCE, ServiceRefusal.ENDS_BEFORE_IT_BEGINS);
        for (int i = 0; i < bad.size(); i++) {
            List<Refusal> refusals = resources().save(List.of(good, bad.get(i))).refusals();
            assertThat(refusals).extracting(Refusal::code).containsExactly(why.get(i));
            assertThat(refusals.getFirst().place().line()).isEqualTo(2);
        }
        assertThat(resources().save(List.of(good, good)).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.RESOURCE_TWICE);
        assertThat(resources().edit(List.of(Edit.away("NEW", List.of()))).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.RESOURCE_WITHOUT_PROFILE);
        assertThat(resources().list()).isEmpty();
        Resource follows = resource("R7", Kind.ROOM, Set.of(), List.of(
            monday("08:00", "12:00", EVER, Optional.of(MONDAY)),
            monday("08:00", "13:00", MONDAY.plusDays(1), Optional.empty()),
            monday("13:00", "00:00", EVER, Optional.empty())));
        assertThat(resources().save(List.of(good, follows)).value().changed()).isEqualTo(2);
    }

    @Test
    void whatWasBookedIsNotRemoved() {
        clinic();
        visit();
        receive("KIT", 1);
        book("VISIT", at(MONDAY, "08:00"));
        Refusal refusal = resources().remove("ANNA").refusals().getFirst();
        assertThat(refusal.sentence()).isEqualTo("ANNA was booked for SB-000001");
        assertThat(resources().remove("BEN").isDone()).isTrue();
    }

    @Test
    void resourcesShiftsAndAbsencesComeFromFiles() {
        ImportResult made = run("resources", ImportMode.ALL_OR_NOTHING, "resource,name,kind,pools",
            "ANNA,Anna,person,DOCTOR NURSE", "R1,Room one,Room,ROOM");
        assertThat(made.refusals()).isEmpty();
        assertThat(made.stored()).isEqualTo(2);
        assertThat(run("resources", ImportMode.ALL_OR_NOTHING, "resource,name,kind,pools", "ANNA,Anna,person,")
            .unchanged()).isEqualTo(1);
        assertThat(ImportFile.told(run("resources", ImportMode.KEEP_GOOD, "resource,name,kind,pools", "BEN,Ben,robot,",
            "R1,Again,room,", "R1,Again,room,")))
            .containsExactly("2 kind BAD_RESOURCE_KIND", "4 resource RESOURCE_TWICE");
        ImportResult shifts = run("shifts", ImportMode.ALL_OR_NOTHING, "resource,day,from,to,since,until",
            "ANNA,Monday,8:00,12:00,,", "ANNA,tue,08:00,24:00,2026-01-01,2026-12-31", "R1,1,08:00,17:00,,");
        assertThat(shifts.refusals()).isEmpty();
        assertThat(shifts.stored()).isEqualTo(3);
        assertThat(resources().get("ANNA").orElseThrow().shifts()).containsExactly(
            monday("08:00", "12:00", LocalDate.of(1900, 1, 1), Optional.empty()),
            new Shift(DayOfWeek.TUESDAY, LocalTime.of(8, 0), LocalTime.MIDNIGHT, LocalDate.of(2026, 1, 1),
                Optional.of(LocalDate.of(2026, 12, 31))));
        assertThat(
            ImportFile.told(run("shifts", ImportMode.ALL_OR_NOTHING, "resource,day,from,to", "ANNA,Funday,8:00,9:00",
                "NOBODY,1,08:00,09:00", "R1,1,noon,09:00")))
            .containsExactlyInAnyOrder("2 day BAD_DAY_OF_WEEK",
                "4 from BAD_TIME_OF_DAY", "3 day RESOURCE_WITHOUT_PROFILE");
        template("CHECK", "CHECK", stage("LOOK", 60, List.of(), "DOCTOR", 60));
        book("CHECK", at(MONDAY, "08:00"));
        ImportResult away = run("absences", ImportMode.ALL_OR_NOTHING, "resource,from,until,why",
            "ANNA,2026-01-19,2026-01-20,ill", "ANNA,2026-02-02T08:00,2026-02-02T09:00,");
        assertThat(away.refusals()).isEmpty();
        assertThat(away.stored()).isEqualTo(2);
        assertThat(away.warnings()).extracting(Refusal::code).containsExactly(ServiceRefusal.BOOKED_OUTSIDE_SHIFTS);
        assertThat(resources().get("ANNA").orElseThrow().absences()).contains(
            new Absence(at(MONDAY, "00:00"), at(MONDAY.plusDays(2), "00:00"), "ill"));
        assertThat(
            run("absences", ImportMode.ALL_OR_NOTHING, "resource,from,until,why", "ANNA,2026-01-19,2026-01-20,ill")
                .unchanged())
            .isEqualTo(1);
    }

    @Test
    void anAbsenceOfADayThatBeginsAtOneEndsAtMidnight() {
        ZoneId cairo = ZoneId.of("Africa/Cairo");
        world.service(CompanyProfiles.class)
            .save(new CompanyProfile("Test", Currency.getInstance("EUR"), cairo, false)).value();
        clinic();
        LocalDate day = LocalDate.of(2026, 4, 24);
        assertThat(day.atStartOfDay(cairo).toLocalTime()).isEqualTo(LocalTime.of(1, 0));
        assertThat(run("absences", ImportMode.ALL_OR_NOTHING, "resource,from,until,why",
            "ANNA,2026-04-24,2026-04-24,ill").refusals()).isEmpty();
        assertThat(resources().get("ANNA").orElseThrow().absences()).containsExactly(new Absence(
            day.atStartOfDay(cairo).toInstant(), day.plusDays(1).atStartOfDay(cairo).toInstant(), "ill"));
    }

}
