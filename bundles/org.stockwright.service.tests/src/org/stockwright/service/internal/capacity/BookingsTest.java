package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.ledger.ReservationView;
import org.stockwright.service.Bookings;
import org.stockwright.service.Bookings.At;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Bookings.Request;
import org.stockwright.service.Bookings.Search;
import org.stockwright.service.Bookings.Subject;
import org.stockwright.service.Bookings.Wish;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Kind;
import org.stockwright.service.Resource.Shift;
import org.stockwright.service.Resources.Edit;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

class BookingsTest extends CapacityWorld {

    private static final Instant PAST = Instant.parse("2026-01-15T07:59:00Z");

    private Request with(Instant start, String overtime, String... resources) {
        return new Request(key(), Subject.of("VISIT", customer), new At(start, Set.of(resources), overtime));
    }

    private static List<Object> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().<Object>map(Refusal::code).toList();
    }

    private void open() {
        clinic();
        visit();
        receive("KIT", 10);
    }

    @Test
    void aBookingTakesAResourceOfEveryPoolAndHoldsItsMaterials() {
        open();
        Request request = request("VISIT", at(MONDAY, "08:00"));
        Booking booking = bookings().book(request).value();
        assertThat(booking.document().number()).isEqualTo("SB-000001");
        assertThat(booking.document().state()).isEqualTo("BOOKED");
        assertThat(booking.document().lines()).extracting(DocumentLine::item).containsExactly("VISIT", "KIT");
        assertThat(uses(booking)).containsExactly("DOCTOR ANNA 08:00-08:45", "ROOM R1 08:00-08:30");
        assertThat(booking.until()).isEqualTo(at(MONDAY, "08:45"));
        assertThat(warehouse.reserved("B1", "KIT")).isEqualByComparingTo("1");
        assertThat(warehouse.reservations().list()).extracting(one -> one.holder()).containsExactly("SB-000001");
        assertThat(bookings().book(request).value()).isEqualTo(booking);
        assertThat(codes(bookings().book(new Request(request.key(), request.subject(), At.of(at(MONDAY, "09:00"))))))
            .containsExactly(DocumentRefusal.KEY_REUSED_WITH_OTHER_CONTENT);
        assertThat(bookings().list(at(MONDAY, "00:00"), at(MONDAY.plusDays(1), "00:00"))).containsExactly(booking);
        assertThat(bookings().get(booking.document().id())).contains(booking);
    }

    @Test
    void whenNobodyIsFreeThePoolAndTheNextTimeAreNamed() {
        open();
        book("VISIT", at(MONDAY, "08:00"));
        Outcome<Booking> second = bookings().book(request("VISIT", at(MONDAY, "08:15")));
        assertThat(second.refusals()).extracting(Refusal::sentence)
            .containsExactly("VISIT cannot be booked at 2026-01-19 08:15: nobody is free in ROOM");
        assertThat(second.refusals().getFirst().hint()).isEqualTo("The next possible time is 2026-01-19 08:30.");
        assertThat(codes(bookings().rehearse(request("VISIT", at(MONDAY, "18:00")))))
            .containsExactly(ServiceRefusal.NO_RESOURCE_FREE);
        assertThat(bookings().rehearse(request("VISIT", at(MONDAY, "08:30"))).isDone()).isTrue();
        assertThat(bookings().list(at(MONDAY, "00:00"), at(MONDAY.plusDays(1), "00:00"))).hasSize(1);
        assertThat(warehouse.reserved("B1", "KIT")).isEqualByComparingTo("1");
    }

    @Test
    void withoutMaterialNothingIsBooked() {
        clinic();
        visit();
        Outcome<Booking> none = bookings().book(request("VISIT", at(MONDAY, "08:00")));
        assertThat(codes(none)).containsExactly(ServiceRefusal.TOO_LITTLE_MATERIAL);
        assertThat(
            codes(bookings().slots(new Search("VISIT", at(MONDAY, "08:00"), at(MONDAY, "17:00"), Set.of(), 15, 9))))
            .containsExactly(ServiceRefusal.TOO_LITTLE_MATERIAL);
        assertThat(bookings().list(at(MONDAY, "00:00"), at(MONDAY.plusDays(1), "00:00"))).isEmpty();
        assertThat(warehouse.rows("service_booking_slot")).isZero();
        receive("KIT", 1);
        assertThat(book("VISIT", at(MONDAY, "08:00")).document().number()).isEqualTo("SB-000001");
    }

    @Test
    void materialsComeFromThePlaceThatIsNamed() {
        open();
        Subject there = new Subject("VISIT", customer, Optional.of(warehouse.place("B2").id()), "PO 7", "second floor");
        Request request = new Request(key(), there, At.of(at(MONDAY, "08:00")));
        assertThat(codes(bookings().book(request))).containsExactly(ServiceRefusal.TOO_LITTLE_MATERIAL);
        warehouse.ledger().post(warehouse.request(key(), warehouse.line("SUPPLIER", "B2", "KIT", 1L))).value();
        Booking booking = bookings().book(request).value();
        assertThat(warehouse.reserved("B2", "KIT")).isEqualByComparingTo("1");
        assertThat(booking.document().reference()).isEqualTo("PO 7");
        assertThat(booking.document().lines().getFirst().note()).isEqualTo("second floor");
    }

    @Test
    void anEarlierBookingMakesRoomWithoutChangingItsTime() {
        resources().save(List.of(resource("ANNA", Kind.PERSON, Set.of("NURSE", "DOCTOR"), workdays("08:00", "12:00")),
            resource("BEN", Kind.PERSON, Set.of("NURSE"), workdays("09:00", "12:00")))).value();
        template("VISIT", "VISIT", stage("CARE", 60, List.of(), "NURSE", 60));
        template("CHECK", "CHECK", stage("LOOK", 60, List.of(), "DOCTOR", 60));
        Booking first = book("VISIT", at(MONDAY, "08:00"));
        assertThat(codes(bookings().book(request("CHECK", at(MONDAY, "08:00")))))
            .containsExactly(ServiceRefusal.NO_RESOURCE_FREE);
        Booking asked = bookings().book(with(at(MONDAY, "09:00"), "", "ANNA")).value();
        assertThat(asked.wanted()).containsExactly("ANNA");
        assertThat(codes(bookings().book(request("CHECK", at(MONDAY, "09:00")))))
            .containsExactly(ServiceRefusal.NO_RESOURCE_FREE);
        Booking moved = bookings().move(first.document().id(), At.of(at(MONDAY, "10:00")), "").value();
        assertThat(uses(moved)).containsExactly("NURSE BEN 10:00-11:00");
        Booking late = book("VISIT", at(MONDAY, "10:00"));
        assertThat(uses(late)).containsExactly("NURSE ANNA 10:00-11:00");
        bookings().cancel(moved.document().id(), "").value();
        assertThat(uses(book("CHECK", at(MONDAY, "10:00")))).containsExactly("DOCTOR ANNA 10:00-11:00");
        assertThat(uses(bookings().get(late.document().id()).orElseThrow())).containsExactly("NURSE BEN 10:00-11:00");
        assertThat(world.service(Documents.class).trail(late.document().id())).anySatisfy(event -> {
            assertThat(event.action()).isEqualTo("reassigned");
            assertThat(event.detail()).isEqualTo("NURSE: BEN");
        });
    }

    @Test
    void aBookingIsMovedWithItsMaterialsAndGivesItsOldTimeBack() {
        open();
        Booking booking = book("VISIT", at(MONDAY, "08:00"));
        Booking moved = bookings().move(booking.document().id(), At.of(at(MONDAY.plusDays(1), "13:00")), "asked")
            .value();
        assertThat(uses(moved)).containsExactly("DOCTOR BEN 13:00-13:45", "ROOM R1 13:00-13:30");
        assertThat(moved.document().lines().getFirst().due()).contains(MONDAY.plusDays(1));
        assertThat(warehouse.reserved("B1", "KIT")).isEqualByComparingTo("1");
        assertThat(bookings().move(booking.document().id(), At.of(at(MONDAY.plusDays(1), "13:15")), "").value().from())
            .isEqualTo(at(MONDAY.plusDays(1), "13:15"));
        assertThat(book("VISIT", at(MONDAY, "08:00")).document().number()).isEqualTo("SB-000002");
        assertThat(codes(bookings().move(booking.document().id(), At.of(at(MONDAY, "08:00")), "")))
            .containsExactly(ServiceRefusal.NO_RESOURCE_FREE);
        assertThat(bookings().get(booking.document().id()).orElseThrow().from())
            .isEqualTo(at(MONDAY.plusDays(1), "13:15"));
    }

    @Test
    void aCancelledBookingGivesEverythingBackOnce() {
        open();
        Booking booking = book("VISIT", at(MONDAY, "08:00"));
        Booking cancelled = bookings().cancel(booking.document().id(), "ill").value();
        assertThat(cancelled.document().state()).isEqualTo("CANCELLED");
        assertThat(cancelled.uses()).isEmpty();
        assertThat(warehouse.reserved("B1", "KIT")).isZero();
        assertThat(codes(bookings().cancel(booking.document().id(), "")))
            .containsExactly(ServiceRefusal.BOOKING_IN_OTHER_STATE);
        assertThat(codes(bookings().move(booking.document().id(), At.of(at(MONDAY, "09:00")), "")))
            .containsExactly(ServiceRefusal.BOOKING_IN_OTHER_STATE);
    }

    @Test
    void whoDoesNotComeLosesHisTimeButNotTheMaterials() {
        open();
        Booking booking = book("VISIT", at(MONDAY, "08:00"));
        assertThat(codes(bookings().noShow(booking.document().id(), "")))
            .containsExactly(ServiceRefusal.BOOKING_NOT_BEGUN);
        world.clock().set(at(MONDAY, "08:20"));
        Booking lost = bookings().noShow(booking.document().id(), "").value();
        assertThat(lost.document().state()).isEqualTo("NO_SHOW");
        assertThat(lost.uses()).hasSize(2);
        assertThat(warehouse.reserved("B1", "KIT")).isZero();
    }

    @Test
    void overtimeNeedsSomebodyAndAReason() {
        open();
        assertThat(codes(bookings().book(with(at(MONDAY, "18:00"), "exam", "BEN"))))
            .containsExactly(ServiceRefusal.NO_RESOURCE_FREE);
        assertThat(codes(bookings().book(with(at(MONDAY, "18:00"), "exam"))))
            .containsExactly(ServiceRefusal.OVERTIME_OF_NOBODY);
        Booking booking = bookings().book(with(at(MONDAY, "18:00"), "exam", "BEN", "R1")).value();
        assertThat(uses(booking)).containsExactly("DOCTOR BEN 18:00-18:45 exam", "ROOM R1 18:00-18:30 exam");
        assertThat(booking.isOutside()).isTrue();
    }

    @Test
    void badRequestsAreRefused() {
        open();
        assertThat(codes(bookings().book(request("NONE", at(MONDAY, "08:00")))))
            .containsExactly(ServiceRefusal.NO_TEMPLATE_THAT_DAY);
        assertThat(codes(bookings().book(request("VISIT", PAST)))).containsExactly(ServiceRefusal.BAD_START);
        assertThat(codes(bookings().book(request("VISIT", Instant.MAX)))).containsExactly(ServiceRefusal.BAD_START);
        assertThat(codes(bookings().book(request("VISIT", at(MONDAY, "08:00").plusSeconds(1)))))
            .containsExactly(ServiceRefusal.BAD_START);
        assertThat(codes(bookings().book(with(at(MONDAY, "08:00"), "", "NOBODY"))))
            .containsExactly(ServiceRefusal.UNKNOWN_RESOURCE);
        resources().save(List.of(resource("VAN", Kind.MACHINE, Set.of("CAR"), List.of()))).value();
        assertThat(codes(bookings().book(with(at(MONDAY, "08:00"), "", "VAN"))))
            .containsExactly(ServiceRefusal.RESOURCE_NOT_NEEDED);
        assertThat(codes(bookings().book(with(at(MONDAY, "08:00"), "", "ANNA", "BEN", "R1"))))
            .containsExactly(ServiceRefusal.TOO_MANY_WANTED);
        assertThat(codes(bookings().book(new Request(key(), Subject.of("VISIT", new PartnerId(987_654)),
            At.of(at(MONDAY, "08:00")))))).containsExactly(ServiceRefusal.UNKNOWN_CUSTOMER);
        assertThat(codes(bookings().book(new Request("", Subject.of("VISIT", customer), At.of(at(MONDAY, "08:00"))))))
            .containsExactly(DocumentRefusal.BAD_KEY);
        resources().save(List.of(resource("L1", Kind.MACHINE, Set.of("LASER"), List.of()))).value();
        template("CHECK", "CHECK", stage("LOOK", 10, List.of(), "LASER", 10));
        resources().remove("L1").value();
        assertThat(codes(bookings().book(request("CHECK", at(MONDAY, "08:00")))))
            .containsExactly(ServiceRefusal.UNKNOWN_POOL);
        assertThat(warehouse.rows("service_booking")).isZero();
    }

    @Test
    void timesThatAreOfferedCanBeBooked() {
        open();
        book("VISIT", at(MONDAY, "08:00"));
        Search search = new Search("VISIT", at(MONDAY, "07:00"), at(MONDAY.plusDays(2), "00:00"), Set.of("ANNA"), 30,
            9);
        // from 08:30 on: the first visit, which did not ask for ANNA, is given to BEN
        List<org.stockwright.service.Bookings.Slot> slots = bookings().slots(search).value();
        assertThat(slots).extracting(slot -> time(slot.start())).containsExactly("08:30", "09:00", "09:30", "10:00",
            "10:30", "11:00", "08:00", "08:30", "09:00");
        assertThat(bookings().book(with(slots.get(4).start(), "", "ANNA")).value().until())
            .isEqualTo(slots.get(4).end());
        assertThat(
            codes(bookings().slots(new Search("VISIT", at(MONDAY, "07:00"), at(MONDAY, "08:00"), Set.of(), 0, 9))))
            .containsExactly(ServiceRefusal.BAD_SEARCH);
    }

    @Test
    void anAbsenceOverBookingsIsStoredAndTheBookingsAreNamed() {
        open();
        Booking booking = book("VISIT", at(MONDAY, "08:00"));
        Absence ill = new Absence(at(MONDAY, "00:00"), at(MONDAY.plusDays(1), "00:00"), "ill");
        assertThat(resources().rehearse(List.of(Edit.away("ANNA", List.of(ill)))).value().warnings()).hasSize(1);
        assertThat(bookings().get(booking.document().id()).orElseThrow().isOutside()).isFalse();
        List<Refusal> warnings = resources().edit(List.of(Edit.away("ANNA", List.of(ill)))).value().warnings();
        assertThat(warnings).extracting(Refusal::sentence)
            .containsExactly("ANNA is booked for SB-000001 at 2026-01-19T08:00 (Customer C1): ill");
        assertThat(uses(bookings().get(booking.document().id()).orElseThrow())).contains("DOCTOR ANNA 08:00-08:45 ill");
        assertThat(world.service(Documents.class).inbox()).extracting(task -> task.topic() + " " + task.number())
            .containsExactly("service.move SB-000001");
        Booking moved = bookings().move(booking.document().id(), At.of(at(MONDAY, "08:00")), "ANNA is ill").value();
        assertThat(uses(moved)).contains("DOCTOR BEN 08:00-08:45");
        assertThat(world.service(Documents.class).inbox()).isEmpty();
        Booking tuesday = bookings().book(with(at(MONDAY.plusDays(1), "08:00"), "", "ANNA")).value();
        Absence more = new Absence(at(MONDAY.plusDays(1), "08:30"), at(MONDAY.plusDays(1), "09:00"), "");
        resources().edit(List.of(Edit.away("ANNA", List.of(more)))).value();
        assertThat(bookings().get(tuesday.document().id()).orElseThrow().isOutside()).isTrue();
        assertThat(resources().edit(List.of(Edit.back("ANNA", List.of(more)))).value().warnings()).isEmpty();
        assertThat(bookings().get(tuesday.document().id()).orElseThrow().isOutside()).isFalse();
    }

    private Booking await(PartnerId who, int priority) {
        return bookings().await(new Wish(key(), Subject.of("VISIT", who), at(MONDAY, "08:00"), at(MONDAY, "09:00"),
            Set.of(), priority)).value();
    }

    @Test
    void aFreedTimeIsOfferedByPriorityThenByArrival() {
        open();
        List<Booking> booked = List.of(book("VISIT", at(MONDAY, "08:00")), book("VISIT", at(MONDAY, "08:30")));
        Booking first = await(customer, 0);
        world.clock().advance(Duration.ofMinutes(1));
        Booking second = await(other, 0);
        world.clock().advance(Duration.ofMinutes(1));
        Booking urgent = await(other, 5);
        assertThat(bookings().waiting()).containsExactly(urgent, first, second);
        assertThat(bookings().offers()).isEmpty();
        bookings().cancel(booked.get(0).document().id(), "").value();
        assertThat(bookings().offers()).extracting(offer -> offer.wish().document().number() + " "
            + time(offer.slot().start())).containsExactly(urgent.document().number() + " 08:00");
        bookings().cancel(booked.get(1).document().id(), "").value();
        assertThat(bookings().offers()).extracting(offer -> offer.wish().document().number() + " "
            + time(offer.slot().start())).containsExactly(urgent.document().number() + " 08:00",
                first.document().number() + " 08:30");
        assertThat(world.service(Documents.class).inbox()).extracting(task -> task.topic() + " " + task.subject())
            .containsExactlyInAnyOrder("service.offer VISIT, Customer C2: 2026-01-19 08:00",
                "service.offer VISIT, Customer C1: 2026-01-19 08:30");
        Booking accepted = bookings().accept(urgent.document().id(), At.of(at(MONDAY, "08:00"))).value();
        assertThat(accepted.document().number()).isEqualTo(urgent.document().number());
        assertThat(accepted.document().state()).isEqualTo("BOOKED");
        assertThat(accepted.document().lines()).extracting(DocumentLine::item).containsExactly("VISIT", "KIT");
        assertThat(accepted.version()).isEqualTo(1);
        assertThat(warehouse.reserved("B1", "KIT")).isEqualByComparingTo("1");
        assertThat(codes(bookings().accept(urgent.document().id(), At.of(at(MONDAY, "09:00")))))
            .containsExactly(ServiceRefusal.BOOKING_IN_OTHER_STATE);
        assertThat(codes(bookings().move(first.document().id(), At.of(at(MONDAY, "09:00")), "")))
            .containsExactly(ServiceRefusal.BOOKING_IN_OTHER_STATE);
        assertThat(bookings().cancel(first.document().id(), "").value().document().state()).isEqualTo("CANCELLED");
        assertThat(bookings().waiting()).containsExactly(second);
    }

    @Test
    void offersCountMaterialOnce() {
        clinic();
        visit();
        receive("KIT", 1);
        await(customer, 0);
        await(other, 0);
        assertThat(bookings().offers()).hasSize(1);
    }

    private Booking await(Set<String> resources, Instant from, Instant until) {
        return bookings().await(new Bookings.Wish(key(), Subject.of("VISIT", customer), from, until, resources, 0))
            .value();
    }

    @Test
    void whoIsOfferedSomebodyIsNotAskedToTakeAnotherOne() {
        clinic();
        visit();
        receive("KIT", 9);
        await(Set.of("ANNA"), at(MONDAY, "08:00"), at(MONDAY, "10:00"));
        await(Set.of("ANNA"), at(MONDAY, "08:00"), at(MONDAY, "10:00"));
        assertThat(bookings().offers()).extracting(offer -> time(offer.slot().start())).containsExactly("08:00",
            "08:45");
        bookings().offers().forEach(offer -> bookings().accept(offer.wish().document().id(),
            new At(offer.slot().start(), Set.of("ANNA"), "")).value());
    }

    /** Each visit takes a serum, which expires. */
    private void clinicWithSerum() {
        clinic();
        warehouse.item("SERUM", Warehouse.PCS, Tracking.LOT, "");
        template("VISIT", "VISIT", stage("MEET", 30,
            List.of(new Stage.Material(warehouse.itemOf("SERUM"), BigDecimal.ONE)), "DOCTOR", 30));
    }

    @Test
    void nothingIsOfferedForWhichTheMaterialExpiresBefore() {
        clinicWithSerum();
        serum("OLD", MONDAY.minusDays(1));
        await(Set.of(), at(MONDAY, "08:00"), at(MONDAY, "10:00"));
        assertThat(bookings().offers()).isEmpty();
        serum("NEW", MONDAY);
        assertThat(bookings().offers()).hasSize(1);
    }

    @Test
    void aServiceOfSeveralDaysIsOfferedToo() {
        clinic();
        template("VISIT", "VISIT", stage("DRAW", 30, List.of(), "DOCTOR", 30),
            stage("GROW", 2 * 24 * 60, List.of()), stage("TELL", 30, List.of(), "ROOM", 30));
        await(Set.of(), at(MONDAY, "08:00"), at(MONDAY, "08:15"));
        assertThat(bookings().offers()).extracting(offer -> offer.slot().start())
            .containsExactly(at(MONDAY, "08:00"));
    }

    @Test
    void whatIsImpossibleForOneIsNotLookedForAgainAndWhatIsPossibleIsFound() {
        clinic();
        visit();
        receive("KIT", 9);
        // Anna is not there in the afternoon
        await(Set.of("ANNA"), at(MONDAY, "13:00"), at(MONDAY, "16:00"));
        await(Set.of("ANNA"), at(MONDAY, "14:00"), at(MONDAY, "18:00"));
        await(Set.of("ANNA"), at(MONDAY, "11:00"), at(MONDAY, "17:00"));
        await(Set.of("ANNA"), at(MONDAY, "15:00"), at(MONDAY.plusDays(1), "09:00"));
        await(Set.of(), at(MONDAY, "13:00"), at(MONDAY, "16:00"));
        assertThat(bookings().offers()).extracting(offer -> offer.slot().start()).containsExactly(
            at(MONDAY, "11:00"), at(MONDAY.plusDays(1), "08:00"), at(MONDAY, "13:00"));
    }

    @Test
    void whatIsRefusedSaysWhatToDo() {
        clinic();
        visit();
        receive("KIT", 9);
        Instant eight = at(MONDAY, "08:00");
        List<Refusal> refusals = new ArrayList<>();
        refusals.addAll(bookings().slots(new Bookings.Search("VISIT", eight, at(MONDAY, "09:00"), Set.of(), 0, 1))
            .refusals());
        refusals.addAll(bookings().slots(new Bookings.Search("VISIT", eight, at(MONDAY, "07:00"), Set.of(), 15, 1))
            .refusals());
        refusals.addAll(bookings().await(new Bookings.Wish(key(), Subject.of("VISIT", customer), eight,
            at(MONDAY.plusYears(9), "08:00"), Set.of(), 0)).refusals());
        refusals.addAll(bookings().book(new Bookings.Request(key(), Subject.of("VISIT", customer),
            new At(eight, Set.of("ANNA", "BEN", "R1"), "x".repeat(300)))).refusals());
        refusals.addAll(bookings().book(new Bookings.Request(key(), Subject.of("VISIT", customer),
            new At(eight, Set.of("ANNA", "BEN", "R1"), ""))).refusals());
        refusals.addAll(resources().remove("NOBODY").refusals());
        assertThat(refusals).extracting(Refusal::code).containsExactly(ServiceRefusal.BAD_SEARCH,
            ServiceRefusal.BAD_DAYS, ServiceRefusal.BAD_WISH, ServiceRefusal.TEXT_TOO_LONG,
            ServiceRefusal.TOO_MANY_WANTED, ServiceRefusal.UNKNOWN_RESOURCE);
        assertThat(refusals).allSatisfy(refusal -> assertThat(refusal.hint()).isNotBlank());
    }

    @Test
    void aServiceOverMidnightIsOneBookingInTwoShifts() {
        List<Shift> nights = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            nights.add(new Shift(day, LocalTime.of(22, 0), LocalTime.MIDNIGHT, EVER, Optional.empty()));
            nights.add(new Shift(day, LocalTime.MIDNIGHT, LocalTime.of(6, 0), EVER, Optional.empty()));
        }
        resources().save(List.of(resource("R1", Kind.ROOM, Set.of("ROOM"), nights))).value();
        template("CHECK", "CHECK", stage("LOOK", 60, List.of(), "ROOM", 60));
        Booking booking = book("CHECK", at(MONDAY, "23:30"));
        assertThat(uses(booking)).containsExactly("ROOM R1 23:30-00:30");
        for (Instant taken : List.of(at(MONDAY, "23:00"), at(MONDAY.plusDays(1), "00:15"))) {
            assertThat(codes(bookings().book(request("CHECK", taken))))
                .containsExactly(ServiceRefusal.NO_RESOURCE_FREE);
        }
        book("CHECK", at(MONDAY, "22:30"));
        book("CHECK", at(MONDAY.plusDays(1), "00:30"));
    }

    @Test
    void aBookingOnTheNightOfTheClockChangeLastsAsLongAsAlways() {
        Shift night = new Shift(DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, LocalTime.of(8, 0), EVER, Optional.empty());
        resources().save(List.of(resource("R1", Kind.ROOM, Set.of("ROOM"), List.of(night)))).value();
        template("CHECK", "CHECK", stage("LOOK", 60, List.of(), "ROOM", 60));
        LocalDate spring = LocalDate.of(2026, 3, 29);
        LocalDate autumn = LocalDate.of(2026, 10, 25);
        // 02:00 to 03:00 is not there in spring, and is there twice in autumn
        assertThat(uses(book("CHECK", at(spring, "01:30")))).containsExactly("ROOM R1 01:30-03:30");
        Instant first = at(autumn, "02:00");
        assertThat(uses(book("CHECK", first))).containsExactly("ROOM R1 02:00-02:00");
        Booking second = book("CHECK", first.plusSeconds(3_600));
        assertThat(uses(second)).containsExactly("ROOM R1 02:00-03:00");
        assertThat(Duration.between(second.from(), second.until())).isEqualTo(Duration.ofHours(1));
        assertThat(codes(bookings().book(request("CHECK", first)))).containsExactly(ServiceRefusal.NO_RESOURCE_FREE);
    }

    @Test
    void aRequestThatIsRepeatedYieldsItsBookingWhateverHasChangedSince() {
        open();
        Request request = request("VISIT", at(MONDAY, "08:00"));
        Booking booking = bookings().book(request).value();
        Wish wish = new Wish(key(), Subject.of("VISIT", customer), at(MONDAY, "08:00"), at(MONDAY, "09:00"), Set.of(),
            0);
        Booking waiting = bookings().await(wish).value();
        world.service(Partners.class).saveAll(List.of(new Partners.Draft("C1", "Customer C1",
            Set.of(Partner.Role.CUSTOMER), Optional.empty(), false))).value();
        world.clock().set(at(MONDAY, "12:00"));
        assertThat(bookings().book(request).value().document().number()).isEqualTo(booking.document().number());
        assertThat(bookings().await(wish).value().document().number()).isEqualTo(waiting.document().number());
        assertThat(codes(bookings().book(request("VISIT", at(MONDAY.plusDays(1), "08:00")))))
            .containsExactly(ServiceRefusal.UNKNOWN_CUSTOMER);
        assertThat(warehouse.reserved("B1", "KIT")).isEqualByComparingTo("1");
    }

    @Test
    void materialThatExpiresBeforeTheNewDayIsExchanged() {
        clinicWithSerum();
        serum("OLD", MONDAY.plusDays(1));
        serum("NEW", MONDAY.plusDays(20));
        Booking booking = book("VISIT", at(MONDAY, "08:00"));
        assertThat(held()).containsExactly("OLD");
        bookings().move(booking.document().id(), At.of(at(MONDAY.plusDays(1), "08:00")), "").value();
        assertThat(held()).containsExactly("OLD");
        bookings().move(booking.document().id(), At.of(at(MONDAY.plusDays(7), "08:00")), "").value();
        assertThat(held()).containsExactly("NEW");
        assertThat(codes(bookings().move(booking.document().id(), At.of(at(MONDAY.plusDays(21), "08:00")), "")))
            .containsExactly(ServiceRefusal.TOO_LITTLE_MATERIAL);
        assertThat(held()).containsExactly("NEW");
        assertThat(bookings().get(booking.document().id()).orElseThrow().from())
            .isEqualTo(at(MONDAY.plusDays(7), "08:00"));
    }

    private void serum(String lot, LocalDate expires) {
        warehouse.ledger().post(warehouse.request(key(),
            warehouse.line("SUPPLIER", "B1", "SERUM", 1).withLot(lot).withExpires(expires))).value();
    }

    private List<String> held() {
        return warehouse.reservations().list().stream().map(ReservationView::lot).toList();
    }

}
