package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Refusal;
import org.stockwright.service.Arrivals;
import org.stockwright.service.Bookings;
import org.stockwright.service.Capacity.Figure;
import org.stockwright.service.Capacity.Limit;
import org.stockwright.service.Capacity.LimitKind;
import org.stockwright.service.Capacity.Period;
import org.stockwright.service.Capacity.Utilisation;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Kind;
import org.stockwright.service.Resource.Shift;
import org.stockwright.service.Resources.Edit;
import org.stockwright.service.ServiceRefusal;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers of docs/domain/services-capacity.md, counted by hand. */
class CapacityTest extends CapacityWorld {

    private Figure day(String template, LocalDate day) {
        return capacity().of(template, day, day, Period.DAY).value().getFirst();
    }

    private static String shown(Figure figure) {
        return figure.capacity().map(BigDecimal::toPlainString).orElse("-") + " " + figure.booked() + " "
            + figure.remaining().map(BigDecimal::toPlainString).orElse("-");
    }

    private static Limit limit(LimitKind kind, String name, long services, long left) {
        return new Limit(kind, List.of(name), BigDecimal.valueOf(services), BigDecimal.valueOf(left));
    }

    @Test
    void theLeastOfPoolsAndMaterialsIsTheCapacityAndIsNamed() {
        clinic();
        visit();
        receive("KIT", 12);
        // A visit takes 45 min of a doctor, 30 min of the room, 1 kit. Whole visits in each shift of a doctor:
        // ANNA 08-12 floor(240 / 45) = 5, that is 225 min; BEN 08-12 the same, 13-17 the same: 3 x 225 = 675 min.
        // DOCTOR 675 / 45 = 15; ROOM floor(540 / 30) = 18, 540 min; both (675 + 540) / (45 + 30) = 16.2; KIT 12 / 1 = 12
        Figure figure = day("VISIT", MONDAY);
        assertThat(shown(figure)).isEqualTo("12 0 12");
        assertThat(figure.limits()).containsExactly(limit(LimitKind.MATERIAL, "KIT", 12, 12),
            limit(LimitKind.POOLS, "DOCTOR", 15, 15));
        receive("KIT", 88);
        assertThat(day("VISIT", MONDAY).limit()).contains(limit(LimitKind.POOLS, "DOCTOR", 15, 15));
        Figure week = capacity().of(warehouse.itemOf("VISIT"), MONDAY, MONDAY.plusDays(6), Period.WEEK).value()
            .getFirst();
        assertThat(shown(week)).isEqualTo("75 0 75");
        assertThat(shown(day("VISIT", MONDAY.plusDays(5)))).isEqualTo("0 0 0");
    }

    @Test
    void eachBookingTakesOneFromWhatRemains() {
        clinic();
        visit();
        receive("KIT", 100);
        for (int i = 1; i <= 3; i++) {
            book("VISIT", at(MONDAY, "08:00").plusSeconds(1800L * (i - 1)));
            assertThat(shown(day("VISIT", MONDAY))).isEqualTo("15 " + i + " " + (15 - i));
        }
        Bookings.Booking last = book("VISIT", at(MONDAY, "16:00"));
        assertThat(shown(day("VISIT", MONDAY))).isEqualTo("15 4 11");
        bookings().cancel(last.document().id(), "").value();
        assertThat(shown(day("VISIT", MONDAY))).isEqualTo("15 3 12");
        assertThat(shown(day("VISIT", MONDAY.plusDays(1)))).isEqualTo("15 0 15");
    }

    @Test
    void otherServicesTakeFromWhatRemainsToo() {
        clinic();
        visit();
        template("CHECK", "CHECK", stage("LOOK", 60, List.of(), "ROOM", 60));
        receive("KIT", 100);
        assertThat(shown(day("CHECK", MONDAY))).isEqualTo("9 0 9");
        for (int hour = 8; hour < 14; hour++) {
            book("CHECK", at(MONDAY, (hour < 10 ? "0" : "") + hour + ":00"));
        }
        // the room has 180 of 540 minutes left: 6 visits
        Figure figure = day("VISIT", MONDAY);
        assertThat(shown(figure)).isEqualTo("15 0 6");
        assertThat(shown(day("CHECK", MONDAY))).isEqualTo("9 6 3");
    }

    @Test
    void materialThatBookingsOfTheSameServiceHoldBelongsToItsCapacity() {
        clinic();
        visit();
        receive("KIT", 5);
        book("VISIT", at(MONDAY, "08:00"));
        book("VISIT", at(MONDAY.plusDays(1), "08:00"));
        assertThat(shown(day("VISIT", MONDAY))).isEqualTo("4 1 3");
        assertThat(shown(day("VISIT", MONDAY.plusDays(2)))).isEqualTo("3 0 3");
        assertThat(warehouse.reserved("B1", "KIT")).isEqualByComparingTo("2");
    }

    @Test
    void ofADayThatHasBegunOnlyTheRestRemains() {
        clinic();
        template("CHECK", "CHECK", stage("LOOK", 60, List.of(), "ROOM", 60));
        LocalDate today = LocalDate.of(2026, 1, 15);
        // it is 09:00: eight of nine hours are left
        assertThat(shown(day("CHECK", today))).isEqualTo("9 0 8");
        assertThat(shown(day("CHECK", today.minusDays(1)))).isEqualTo("9 0 0");
    }

    @Test
    void restsOfShiftsThatAreTooShortAreNoServices() {
        // three with 40 minutes a day each: 120 minutes, and nobody has 45 at a time
        resources().save(List.of(resource("ANNA", Kind.PERSON, Set.of("DOCTOR"), workdays("08:00", "08:40")),
            resource("BEN", Kind.PERSON, Set.of("DOCTOR"), workdays("08:00", "08:40")),
            resource("CLEO", Kind.PERSON, Set.of("DOCTOR"), workdays("08:00", "08:40")),
            resource("R1", Kind.ROOM, Set.of("ROOM"), workdays("08:00", "09:30")))).value();
        template("VISIT", "VISIT", stage("MEET", 45, List.of(), "DOCTOR", 45));
        assertThat(shown(day("VISIT", MONDAY))).isEqualTo("0 0 0");
        // 90 minutes a day hold one of 50 minutes, not 1.8: 5 in a week, not 450 / 50 = 9
        template("CHECK", "CHECK", stage("LOOK", 50, List.of(), "ROOM", 50));
        Figure week = capacity().of("CHECK", MONDAY, MONDAY.plusDays(6), Period.WEEK).value().getFirst();
        assertThat(shown(week)).isEqualTo("5 0 5");
        List<Figure> days = capacity().of("CHECK", MONDAY, MONDAY.plusDays(6), Period.DAY).value();
        assertThat(days).extracting(CapacityTest::shown).containsExactly("1 0 1", "1 0 1", "1 0 1", "1 0 1", "1 0 1",
            "0 0 0", "0 0 0");
        days.stream().filter(one -> one.remaining().orElseThrow().signum() > 0)
            .forEach(one -> book("CHECK", at(one.first(), "08:00")));
        week = capacity().of("CHECK", MONDAY, MONDAY.plusDays(6), Period.WEEK).value().getFirst();
        assertThat(shown(week)).isEqualTo("5 5 0");
        assertThat(bookings().slots(new Bookings.Search("CHECK", at(MONDAY, "00:00"), at(MONDAY.plusDays(7), "00:00"),
            Set.of(), 5, 100)).value()).isEmpty();
    }

    @Test
    void anAbsenceOfHoursTakesTheServicesThatItCuts() {
        resources().save(List.of(resource("R1", Kind.ROOM, Set.of("ROOM"), workdays("08:00", "12:00")))).value();
        template("CHECK", "CHECK", stage("LOOK", 60, List.of(), "ROOM", 60));
        assertThat(shown(day("CHECK", MONDAY))).isEqualTo("4 0 4");
        // 08:00-09:30 and 10:30-12:00 are left: one of 60 minutes in each
        resources().edit(List.of(Edit.away("R1",
            List.of(new Absence(at(MONDAY, "09:30"), at(MONDAY, "10:30"), "cleaning"))))).value();
        assertThat(shown(day("CHECK", MONDAY))).isEqualTo("2 0 2");
        assertThat(bookings().book(request("CHECK", at(MONDAY, "09:00"))).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.NO_RESOURCE_FREE);
        book("CHECK", at(MONDAY, "10:30"));
        assertThat(shown(day("CHECK", MONDAY))).isEqualTo("2 1 1");
    }

    @Test
    void whatCameOrDidNotComeKeepsItsPlaceInTheCapacityOfMaterials() {
        clinic();
        visit();
        receive("KIT", 3);
        Bookings.Booking came = book("VISIT", at(MONDAY, "08:00"));
        Bookings.Booking lost = book("VISIT", at(MONDAY, "08:30"));
        assertThat(shown(day("VISIT", MONDAY))).isEqualTo("3 2 1");
        world.clock().set(at(MONDAY, "09:00"));
        bookings().noShow(lost.document().id(), "").value();
        // his kit is free again: two visits are possible besides his
        assertThat(shown(day("VISIT", MONDAY))).isEqualTo("4 2 2");
        world.service(Arrivals.class).arrive(came.document().id(), Map.of()).value();
        assertThat(shown(day("VISIT", MONDAY))).isEqualTo("4 2 2");
    }

    @Test
    void twoWhoAreNeededAtOnceCannotBeOnePerson() {
        resources().save(List.of(resource("ANNA", Kind.PERSON, Set.of("DOCTOR", "NURSE"), workdays("08:00", "12:00"))))
            .value();
        template("CHECK", "CHECK", stage("LOOK", 20, List.of(), "DOCTOR", 20, "NURSE", 20));
        template("VISIT", "VISIT", stage("A", 20, List.of(), "DOCTOR", 20), stage("B", 20, List.of(), "NURSE", 20));
        assertThat(shown(day("CHECK", MONDAY))).isEqualTo("0 0 0");
        assertThat(day("CHECK", MONDAY).limit().orElseThrow().names()).containsExactly("DOCTOR", "NURSE");
        // one after the other: 240 / 40
        assertThat(shown(day("VISIT", MONDAY))).isEqualTo("6 0 6");
    }

    @Test
    void onDaysOfTheClockChangeHoursAreCountedThatThereAre() {
        Shift night = new Shift(DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, LocalTime.of(8, 0), EVER, Optional.empty());
        resources().save(List.of(resource("R1", Kind.ROOM, Set.of("ROOM"), List.of(night)))).value();
        template("CHECK", "CHECK", stage("LOOK", 60, List.of(), "ROOM", 60));
        LocalDate spring = LocalDate.of(2026, 3, 29);
        assertThat(shown(day("CHECK", spring))).isEqualTo("7 0 7");
        assertThat(shown(day("CHECK", LocalDate.of(2026, 10, 25)))).isEqualTo("9 0 9");
        List<Bookings.Slot> slots = bookings().slots(new Bookings.Search("CHECK", at(spring, "00:00"),
            at(spring.plusDays(1), "00:00"), Set.of(), 60, 100)).value();
        assertThat(slots).extracting(slot -> time(slot.start())).containsExactly("00:00", "01:00", "03:00", "04:00",
            "05:00", "06:00", "07:00");
    }

    @Test
    void whatNothingLimitsHasNoNumber() {
        template("CHECK", "CHECK", stage("LOOK", 60, List.of()));
        Figure figure = day("CHECK", MONDAY);
        assertThat(shown(figure)).isEqualTo("- 0 -");
        assertThat(figure.limits()).isEmpty();
    }

    @Test
    void utilisationIsBookedOfAvailableTime() {
        clinic();
        visit();
        receive("KIT", 100);
        resources().edit(List.of(Edit.away("ANNA",
            List.of(new Absence(at(MONDAY, "08:00"), at(MONDAY, "10:00"), "training"))))).value();
        book("VISIT", at(MONDAY, "10:00"));
        book("VISIT", at(MONDAY, "10:30"));
        List<Utilisation> all = capacity().utilisation(MONDAY, MONDAY).value();
        assertThat(all).extracting(one -> one.code() + " " + one.booked().toPlainString() + "/"
            + one.available().toPlainString() + " " + one.percent().map(BigDecimal::toPlainString).orElse("-"))
            .containsExactly("ANNA 45/120 37.5", "BEN 45/480 9.4", "R1 60/540 11.1", "DOCTOR 90/600 15.0",
                "ROOM 60/540 11.1");
        assertThat(all.get(3).members()).containsExactlyInAnyOrder("ANNA", "BEN");
        world.clock().set(at(MONDAY, "11:00"));
        Bookings.Booking lost = bookings().list(at(MONDAY, "10:00"), at(MONDAY, "10:01")).getFirst();
        bookings().noShow(lost.document().id(), "").value();
        assertThat(capacity().utilisation(MONDAY, MONDAY).value()).filteredOn(one -> one.code().equals("DOCTOR"))
            .extracting(one -> one.unused().toPlainString()).containsExactly("45");
    }

    @Test
    void badQuestionsAreRefused() {
        clinic();
        assertThat(capacity().of("VISIT", MONDAY, MONDAY.minusDays(1), Period.DAY).refusals())
            .extracting(Refusal::code).containsExactly(ServiceRefusal.BAD_DAYS);
        assertThat(capacity().of("VISIT", MONDAY, MONDAY, Period.DAY).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.NO_TEMPLATE_THAT_DAY);
        assertThat(capacity().of(warehouse.itemOf("KIT"), MONDAY, MONDAY, Period.DAY).refusals())
            .extracting(Refusal::code).containsExactly(ServiceRefusal.NO_SERVICE_OF_ITEM);
        assertThat(capacity().utilisation(LocalDate.MIN, MONDAY).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.BAD_DAYS);
        visit();
        assertThat(bookings().slots(new Bookings.Search("VISIT", Instant.MIN, Instant.MAX, Set.of(), 15, 1)).refusals())
            .extracting(Refusal::code).containsExactly(ServiceRefusal.BAD_DAYS);
    }

}
