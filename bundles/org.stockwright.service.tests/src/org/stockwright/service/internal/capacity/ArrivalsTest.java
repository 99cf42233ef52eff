package org.stockwright.service.internal.capacity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.Arrivals;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Bookings.Subject;
import org.stockwright.service.Bookings.Wish;
import org.stockwright.service.Cases;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalsTest extends CapacityWorld {

    private Arrivals arrivals() {
        return world.service(Arrivals.class);
    }

    @Test
    void aBookingBecomesACaseOnceAndItsMaterialsStayHeldForIt() {
        clinic();
        visit();
        receive("KIT", 1);
        Booking booking = book("VISIT", at(MONDAY, "08:00"));
        world.clock().set(at(MONDAY, "08:05"));
        ServiceCase opened = arrivals().arrive(booking.document().id(), Map.of("weight", "80")).value();
        assertThat(opened.template()).isEqualTo("VISIT");
        assertThat(opened.customer()).isEqualTo(customer);
        assertThat(opened.data()).containsEntry("weight", "80");
        assertThat(opened.arrived()).isEqualTo(at(MONDAY, "08:05"));
        Booking arrived = bookings().get(booking.document().id()).orElseThrow();
        assertThat(arrived.document().state()).isEqualTo("ARRIVED");
        assertThat(arrived.opened()).contains(opened.document());
        assertThat(arrived.uses()).hasSize(2);
        assertThat(warehouse.reserved("B1", "KIT")).isEqualByComparingTo("1");
        assertThat(arrivals().arrive(booking.document().id(), Map.of()).value().document())
            .isEqualTo(opened.document());
        assertThat(world.service(Cases.class).list(Optional.empty(), true, 10)).hasSize(1);
    }

    @Test
    void nobodyTakesTheMaterialBetweenTheArrivalAndTheStageThatUsesItUp() {
        clinic();
        visit();
        receive("KIT", 1);
        Booking booking = book("VISIT", at(MONDAY, "08:00"));
        world.clock().set(at(MONDAY, "08:00"));
        ServiceCase opened = arrivals().arrive(booking.document().id(), Map.of()).value();
        assertThat(bookings().book(request("VISIT", at(MONDAY, "11:00"))).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.TOO_LITTLE_MATERIAL);
        Cases cases = world.service(Cases.class);
        ServiceCase walkIn = cases.open(Cases.Arrival.of(key(), "VISIT", other, at(MONDAY, "08:00"))).value();
        assertThat(done(walkIn, "MEET").refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.TOO_LITTLE_MATERIAL);
        done(opened, "MEET").value();
        assertThat(warehouse.onHand("B1", "KIT")).isZero();
        assertThat(warehouse.reserved("B1", "KIT")).isZero();
        done(opened, "PAPERS").value();
        assertThat(cases.deliver(key(), opened.document(), world.clock().instant()).isDone()).isTrue();
    }

    @Test
    void aCaseThatIsGivenUpGivesItsMaterialBack() {
        clinic();
        visit();
        receive("KIT", 1);
        Booking booking = book("VISIT", at(MONDAY, "08:00"));
        world.clock().set(at(MONDAY, "08:00"));
        ServiceCase opened = arrivals().arrive(booking.document().id(), Map.of()).value();
        world.service(Cases.class)
            .cancel(new Cases.Cancel(key(), opened.document(), false, "went home", world.clock().instant())).value();
        assertThat(warehouse.reserved("B1", "KIT")).isZero();
        assertThat(warehouse.onHand("B1", "KIT")).isEqualByComparingTo("1");
        assertThat(book("VISIT", at(MONDAY, "11:00")).document().isOpen()).isTrue();
    }

    private Outcome<ServiceCase> done(ServiceCase one, String stage) {
        return world.service(Cases.class)
            .done(Cases.StageResult.of(key(), one.document(), stage, "done", world.clock().instant()));
    }

    @Test
    void aCustomerArrivesWhileTimeGoesOn() {
        clinic();
        visit();
        receive("KIT", 1);
        Booking booking = book("VISIT", at(MONDAY, "08:00"));
        world.clock().set(at(MONDAY, "08:00"));
        world.clock().tick(Duration.ofMillis(1));
        ServiceCase opened = arrivals().arrive(booking.document().id(), Map.of()).value();
        assertThat(opened.arrived()).isBetween(at(MONDAY, "08:00"), at(MONDAY, "08:01"));
    }

    @Test
    void onlyABookingArrives() {
        clinic();
        visit();
        receive("KIT", 1);
        Booking wish = bookings().await(new Wish(key(), Subject.of("VISIT", customer), at(MONDAY, "08:00"),
            at(MONDAY, "09:00"), Set.of(), 0)).value();
        Booking cancelled = book("VISIT", at(MONDAY, "08:00"));
        bookings().cancel(cancelled.document().id(), "").value();
        for (Booking one : List.of(wish, cancelled)) {
            assertThat(arrivals().arrive(one.document().id(), Map.of()).refusals()).extracting(Refusal::code)
                .containsExactly(ServiceRefusal.BOOKING_IN_OTHER_STATE);
        }
        assertThat(world.service(Cases.class).list(Optional.empty(), true, 10)).isEmpty();
    }

    @Test
    void tenClerksWelcomeOneCustomerAndOneCaseIsOpened() throws InterruptedException {
        clinic();
        visit();
        receive("KIT", 1);
        Booking booking = book("VISIT", at(MONDAY, "08:00"));
        Arrivals arrivals = arrivals();
        List<Outcome<ServiceCase>> outcomes = Together.run(10,
            clerk -> () -> arrivals.arrive(booking.document().id(), Map.of()));
        assertThat(outcomes).anyMatch(Outcome::isDone);
        assertThat(world.service(Cases.class).list(Optional.empty(), true, 10)).hasSize(1);
        assertThat(outcomes.stream().filter(Outcome::isDone).map(one -> one.value().document()).distinct()).hasSize(1);
    }

}
