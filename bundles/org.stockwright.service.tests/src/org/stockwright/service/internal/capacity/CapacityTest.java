package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Refusal;
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
        // DOCTOR (240 + 480) / 45 = 16, ROOM 540 / 30 = 18, both 1260 / 75 = 16.8; KIT 12 / 1 = 12
        Figure figure = day("VISIT", MONDAY);
        assertThat(shown(figure)).isEqualTo("12 0 12");
        assertThat(figure.limits()).containsExactly(limit(LimitKind.MATERIAL, "KIT", 12, 12),
            limit(LimitKind.POOLS, "DOCTOR", 16, 16));
        receive("KIT", 88);
        assertThat(day("VISIT", MONDAY).limit()).contains(limit(LimitKind.POOLS, "DOCTOR", 16, 16));
        Figure week = capacity().of(warehouse.itemOf("VISIT"), MONDAY, MONDAY.plusDays(6), Period.WEEK).value()
            .getFirst();
        assertThat(shown(week)).isEqualTo("80 0 80");
        assertThat(shown(day("VISIT", MONDAY.plusDays(5)))).isEqualTo("0 0 0");
    }

    @Test
    void eachBookingTakesOneFromWhatRemains() {
        clinic();
        visit();
        receive("KIT", 100);
        for (int i = 1; i <= 3; i++) {
            book("VISIT", at(MONDAY, "08:00").plusSeconds(1800L * (i - 1)));
            assertThat(shown(day("VISIT", MONDAY))).isEqualTo("16 " + i + " " + (16 - i));
        }
        Bookings.Booking last = book("VISIT", at(MONDAY, "16:00"));
        assertThat(shown(day("VISIT", MONDAY))).isEqualTo("16 4 12");
        bookings().cancel(last.document().id(), "").value();
        assertThat(shown(day("VISIT", MONDAY))).isEqualTo("16 3 13");
        assertThat(shown(day("VISIT", MONDAY.plusDays(1)))).isEqualTo("16 0 16");
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
        assertThat(shown(figure)).isEqualTo("16 0 6");
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
