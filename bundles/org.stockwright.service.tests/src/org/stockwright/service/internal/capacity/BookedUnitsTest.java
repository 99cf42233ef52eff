package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Verification;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.Roles;
import org.stockwright.security.Sessions;
import org.stockwright.security.Users;
import org.stockwright.service.Arrivals;
import org.stockwright.service.Batch;
import org.stockwright.service.Bookings.At;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Bookings.Request;
import org.stockwright.service.Bookings.Subject;
import org.stockwright.service.Bookings.Wish;
import org.stockwright.service.Cases;
import org.stockwright.service.Performer;
import org.stockwright.service.Preparations;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;

/** A visit for which a file is prepared ahead of demand: a booking holds the file, and its customer gets it. */
class BookedUnitsTest extends CapacityWorld {

    private static final String PASSWORD = "held until he comes";
    private static final int CLERKS = 20;
    /** A file is good on the day of its preparation and this many days later. */
    private static final int GOOD = 10;

    @BeforeEach
    void template() {
        clinic();
        warehouse.item("FILE", org.stockwright.testkit.Warehouse.PCS, Tracking.LOT, "");
        Templates templates = world.service(Templates.class);
        Stage prepare = new Stage("PREP", "Prepare the file", Performer.STAFF, Optional.empty(), BigDecimal.TEN,
            BigDecimal.ONE, Optional.of(GOOD), "", Optional.empty(), List.of(), List.of());
        templates.save(new Template("VISIT", 0, "Visit", Template.State.DRAFT, warehouse.itemOf("VISIT"),
            Optional.of(warehouse.itemOf("FILE")), Optional.of(warehouse.place("B2").id()), EVER, Optional.empty(), 1,
            new Template.Replenishment(BigDecimal.ZERO, BigDecimal.ZERO),
            new Template.Mismatch(BigDecimal.ZERO, Optional.empty()),
            List.of(prepare, stage("MEET", 30, kits(1), "DOCTOR", 30)))).value();
        templates.approve("VISIT", 1).value();
        receive("KIT", 100);
    }

    private Batch prepared(int units) {
        Preparations preparations = world.service(Preparations.class);
        Batch planned = preparations.plan(Preparations.Plan.of(key(), "VISIT", units)).value();
        preparations.begin(planned.document(), Progress.NONE).value();
        return preparations
            .finish(new Preparations.Finish(key(), planned.document(), List.of(), world.clock().instant())).value();
    }

    private Cases cases() {
        return world.service(Cases.class);
    }

    /** Somebody who has not booked and who wants a prepared file only. */
    private Outcome<ServiceCase> walkIn(String key) {
        return cases()
            .open(new Cases.Arrival(key, "VISIT", other, "", true, Map.of(), world.clock().instant()));
    }

    private static List<Object> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().<Object>map(Refusal::code).toList();
    }

    private List<String> holders() {
        return warehouse.reservations().list().stream().filter(one -> one.item().equals("FILE"))
            .map(ReservationView::holder).sorted().toList();
    }

    private void sound() {
        assertThat(world.service(Verification.class).verify(Progress.NONE)).allMatch(Verification.Result::passed);
    }

    @Test
    void theLastUnitIsHeldForWhoHasBookedAndNotGivenToAnybodyElse() {
        Batch batch = prepared(1);
        Booking booking = book("VISIT", at(MONDAY, "08:00"));
        assertThat(booking.unit()).contains(batch.lot());
        assertThat(holders()).containsExactly(booking.document().number());
        assertThat(codes(walkIn(key()))).containsExactly(ServiceRefusal.NO_STORED_UNIT);
        assertThat(book("VISIT", at(MONDAY, "09:00")).unit()).isEmpty();
        sound();
        world.clock().set(at(MONDAY, "08:00"));
        ServiceCase opened = world.service(Arrivals.class).arrive(booking.document().id(), Map.of()).value();
        assertThat(opened.unit().orElseThrow().lot()).isEqualTo(batch.lot());
        assertThat(opened.ahead()).isEqualTo(1);
        assertThat(holders()).containsExactly(opened.number());
        assertThat(bookings().get(booking.document().id()).orElseThrow().unit()).isEmpty();
        sound();
        cases().done(Cases.StageResult.of(key(), opened.document(), "MEET", "done", world.clock().instant())).value();
        cases().deliver(key(), opened.document(), world.clock().instant()).value();
        assertThat(warehouse.onHand("B2", "FILE")).isZero();
        assertThat(warehouse.onHand("B1", "KIT")).isEqualByComparingTo("99");
        sound();
    }

    @Test
    void whoeverCancelsOrDoesNotComeGivesTheUnitBack() {
        prepared(1);
        Booking first = book("VISIT", at(MONDAY, "08:00"));
        bookings().cancel(first.document().id(), "").value();
        assertThat(holders()).isEmpty();
        assertThat(codes(bookings().cancel(first.document().id(), "")))
            .containsExactly(ServiceRefusal.BOOKING_IN_OTHER_STATE);
        Booking second = book("VISIT", at(MONDAY, "08:00"));
        assertThat(second.unit()).isPresent();
        world.clock().set(at(MONDAY, "09:00"));
        bookings().noShow(second.document().id(), "").value();
        assertThat(holders()).isEmpty();
        assertThat(walkIn(key()).isDone()).isTrue();
        sound();
    }

    @Test
    void aUnitThatIsExpiredByThenIsNotHeldAndAMoveLooksForOneAgain() {
        Batch batch = prepared(1);
        LocalDate last = LocalDate.of(2026, 1, 15).plusDays(GOOD);
        assertThat(batch.expires()).contains(last);
        // a Sunday; the next working day is too late for it
        Booking booking = book("VISIT", at(last.plusDays(1), "08:00"));
        assertThat(booking.unit()).isEmpty();
        assertThat(bookings().move(booking.document().id(), At.of(at(MONDAY, "08:00")), "").value().unit())
            .contains(batch.lot());
        assertThat(bookings().move(booking.document().id(), At.of(at(MONDAY, "10:00")), "").value().unit())
            .contains(batch.lot());
        assertThat(holders()).hasSize(1);
        assertThat(bookings().move(booking.document().id(), At.of(at(last.plusDays(1), "08:00")), "").value().unit())
            .isEmpty();
        assertThat(holders()).isEmpty();
    }

    @Test
    void whoeverIsTakenFromTheWaitingListGetsAUnitToo() {
        prepared(1);
        Booking wish = bookings().await(new Wish(key(), Subject.of("VISIT", customer), at(MONDAY, "08:00"),
            at(MONDAY, "09:00"), Set.of(), 0)).value();
        assertThat(holders()).isEmpty();
        assertThat(bookings().accept(wish.document().id(), At.of(at(MONDAY, "08:00"))).value().unit()).isPresent();
    }

    @Test
    void twentyClerksPromiseTheLastUnitAndOneCustomerGetsIt() throws InterruptedException {
        prepared(1);
        List<Boolean> got = Together.run(CLERKS, clerk -> () -> {
            if (clerk % 2 == 0) {
                return walkIn("walk-in-" + clerk).isDone();
            }
            // two doctors, and so two at each time
            return bookings().book(new Request("clerk-" + clerk, Subject.of("VISIT", customer),
                At.of(at(MONDAY, "08:00").plusSeconds(1_800L * (clerk / 4))))).value().unit().isPresent();
        });
        assertThat(got).filteredOn(one -> one).hasSize(1);
        assertThat(holders()).hasSize(1);
        assertThat(warehouse.reserved("B2", "FILE")).isEqualByComparingTo("1");
        sound();
    }

    @Test
    void whoHasBookedGetsHisUnitAmongAllWhoComeAtOnce() throws InterruptedException {
        prepared(2);
        List<Booking> booked = List.of(book("VISIT", at(MONDAY, "08:00")), book("VISIT", at(MONDAY, "08:30")));
        assertThat(booked).allMatch(one -> one.unit().isPresent());
        world.clock().set(at(MONDAY, "08:30"));
        Arrivals arrivals = world.service(Arrivals.class);
        List<Outcome<ServiceCase>> outcomes = Together.run(CLERKS, clerk -> () -> clerk < 2
            ? arrivals.arrive(booked.get(clerk).document().id(), Map.of()) : walkIn("walk-in-" + clerk));
        assertThat(outcomes.subList(0, 2)).allMatch(one -> one.isDone() && one.value().unit().isPresent());
        assertThat(outcomes.subList(2, CLERKS)).allMatch(one -> codes(one)
            .equals(List.of(ServiceRefusal.NO_STORED_UNIT)));
        sound();
    }

    @Test
    void aBookingThatHasEndedAndStillHoldsStockIsFound() {
        prepared(1);
        book("VISIT", at(MONDAY, "08:00"));
        BookingsHoldTheirStock check = new BookingsHoldTheirStock();
        damage("UPDATE document SET state = 'NO_SHOW' WHERE number = 'SB-000001'");
        List<String> wrong = warehouse.work().read(transaction -> check.run(transaction.connection()).wrong());
        assertThat(wrong).containsExactlyInAnyOrder("SB-000001 is NO_SHOW and still holds 1 of a material",
            "SB-000001 is NO_SHOW and still holds 1 stored units");
        damage("UPDATE document SET state = 'BOOKED' WHERE number = 'SB-000001'");
        assertThat(world.service(Verification.class).verify(Progress.NONE))
            .extracting(Verification.Result::check).contains(check.name());
        sound();
    }

    private void damage(String sql) {
        warehouse.work().write(transaction -> {
            try (Statement statement = transaction.connection().createStatement()) {
                return Outcome.done(statement.executeUpdate(sql));
            }
        }).value();
    }

    @Test
    void theReadyMadeRoleOfAServiceClerkIsEnoughForHisDay() {
        Users users = world.service(Users.class);
        users.add("root", "", PASSWORD.toCharArray(), Set.of()).value();
        signIn("root");
        Role desk = role("Service clerk");
        users.add("anna", "", PASSWORD.toCharArray(), Set.of(desk.id())).value();
        Role bookingOnly = world.service(Roles.class).save(RoleDraft.of("Bookings", "", Set.of("catalog.view",
            "ledger.view", "ledger.reserve", ServicePermission.VIEW, ServicePermission.BOOK), Set.of())).value();
        users.add("ben", "", PASSWORD.toCharArray(), Set.of(bookingOnly.id())).value();
        Role withoutStock = world.service(Roles.class).save(RoleDraft.of("Calendar", "",
            Set.of("catalog.view", "ledger.view", ServicePermission.VIEW, ServicePermission.BOOK), Set.of())).value();
        users.add("cleo", "", PASSWORD.toCharArray(), Set.of(withoutStock.id())).value();
        signIn("anna");
        prepared(1);
        signIn("cleo");
        assertThat(bookings().book(request("VISIT", at(MONDAY, "08:00"))).refusals().getFirst().sentence())
            .contains("Reserve stock");
        signIn("ben");
        Booking booking = book("VISIT", at(MONDAY, "08:00"));
        world.clock().set(at(MONDAY, "08:00"));
        assertThat(world.service(Arrivals.class).arrive(booking.document().id(), Map.of()).refusals().getFirst()
            .sentence()).contains("Work on cases");
        assertThat(bookings().get(booking.document().id()).orElseThrow().document().state()).isEqualTo("BOOKED");
        signIn("anna");
        ServiceCase opened = world.service(Arrivals.class).arrive(booking.document().id(), Map.of()).value();
        cases().done(Cases.StageResult.of(key(), opened.document(), "MEET", "done", world.clock().instant())).value();
        assertThat(cases().deliver(key(), opened.document(), world.clock().instant()).isDone()).isTrue();
        signIn("root");
    }

    private Role role(String name) {
        return world.service(Roles.class).list().stream().filter(one -> one.name().equals(name)).findFirst()
            .orElseThrow();
    }

    private void signIn(String user) {
        world.service(Sessions.class).signIn(user, PASSWORD.toCharArray()).value();
    }

}
