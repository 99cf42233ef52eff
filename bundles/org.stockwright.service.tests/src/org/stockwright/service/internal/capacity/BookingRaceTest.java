package org.stockwright.service.internal.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.Bookings;
import org.stockwright.service.Bookings.At;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Bookings.Request;
import org.stockwright.service.Bookings.Subject;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Kind;
import org.stockwright.service.Resources.Edit;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;

class BookingRaceTest extends CapacityWorld {

    private static final int CLERKS = 20;

    private List<Outcome<Booking>> all(String template, Instant... starts) throws InterruptedException {
        Bookings bookings = bookings();
        return Together.run(CLERKS, clerk -> () -> bookings.book(new Request("clerk-" + clerk,
            Subject.of(template, customer), At.of(starts[clerk % starts.length]))));
    }

    @Test
    void twentyClerksBookTheLastTimeAndOneSucceeds() throws InterruptedException {
        clinic();
        visit();
        receive("KIT", 100);
        List<Outcome<Booking>> outcomes = all("VISIT", at(MONDAY, "08:00"));
        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(outcomes).flatExtracting(Outcome::refusals).extracting(Refusal::code).hasSize(CLERKS - 1)
            .containsOnly(ServiceRefusal.NO_RESOURCE_FREE);
        assertThat(warehouse.reserved("B1", "KIT")).isEqualByComparingTo("1");
        assertThat(warehouse.rows("service_booking")).isEqualTo(1);
    }

    @Test
    void oneRequestThatIsSentTwentyTimesIsOneBookingForAll() throws InterruptedException {
        clinic();
        visit();
        receive("KIT", 1);
        Bookings bookings = bookings();
        Request request = new Request("sent", Subject.of("VISIT", customer), At.of(at(MONDAY, "08:00")));
        List<Outcome<Booking>> outcomes = Together.run(CLERKS, clerk -> () -> bookings.book(request));
        assertThat(outcomes).allSatisfy(one -> assertThat(one.refusals()).isEmpty());
        assertThat(outcomes.stream().map(one -> one.value().document().id()).distinct()).hasSize(1);
        assertThat(warehouse.rows("service_booking")).isEqualTo(1);
        assertThat(warehouse.reserved("B1", "KIT")).isEqualByComparingTo("1");
    }

    @Test
    void twentyClerksBookTheLastMaterialAtDifferentTimesAndOneSucceeds() throws InterruptedException {
        clinic();
        visit();
        template("CHECK", "CHECK", stage("ALONE", 5, kits(1)));
        receive("KIT", 1);
        Bookings bookings = bookings();
        List<Outcome<Booking>> outcomes = Together.run(CLERKS,
            clerk -> () -> bookings.book(new Request("clerk-" + clerk,
                Subject.of(clerk % 2 == 0 ? "VISIT" : "CHECK", customer),
                At.of(at(MONDAY, "08:00").plusSeconds(1800L * (clerk / 2))))));
        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(outcomes).flatExtracting(Outcome::refusals).extracting(Refusal::code)
            .contains(ServiceRefusal.TOO_LITTLE_MATERIAL);
        assertThat(warehouse.reserved("B1", "KIT")).isEqualByComparingTo("1");
    }

    @Test
    void asManyAreBookedAtOnceAsAnAssignmentAllows() throws InterruptedException {
        // three can do NURSE, two of them DOCTOR too: at each hour at most three in all and two doctors
        resources().save(List.of(resource("ANNA", Kind.PERSON, Set.of("NURSE", "DOCTOR"), workdays("08:00", "12:00")),
            resource("BEN", Kind.PERSON, Set.of("NURSE", "DOCTOR"), workdays("08:00", "12:00")),
            resource("CLEO", Kind.PERSON, Set.of("NURSE"), workdays("08:00", "12:00")))).value();
        template("VISIT", "VISIT", stage("CARE", 60, List.of(), "NURSE", 60));
        template("CHECK", "CHECK", stage("LOOK", 60, List.of(), "DOCTOR", 60));
        Bookings bookings = bookings();
        List<Outcome<Booking>> outcomes = Together.run(CLERKS,
            clerk -> () -> bookings.book(new Request("clerk-" + clerk,
                Subject.of(clerk % 2 == 0 ? "VISIT" : "CHECK", customer), At.of(at(MONDAY, "08:00")))));
        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(3);
    }

    @Test
    void bookingsMovesCancellationsAndAbsencesAtOnceLeaveTheBookConsistent() throws InterruptedException {
        clinic();
        visit();
        receive("KIT", 100);
        List<Booking> booked = List.of(book("VISIT", at(MONDAY, "08:00")), book("VISIT", at(MONDAY, "08:30")),
            book("VISIT", at(MONDAY, "09:00")), book("VISIT", at(MONDAY, "09:30")));
        Bookings bookings = bookings();
        var resources = resources();
        List<Boolean> done = Together.run(CLERKS, clerk -> () -> {
            Booking one = booked.get(clerk % 4);
            return switch (clerk % 5) {
                case 0 -> bookings.cancel(one.document().id(), "").isDone();
                case 1 -> bookings.move(one.document().id(), At.of(at(MONDAY, "11:00")), "").isDone();
                case 2 -> resources.edit(List.of(Edit.away("ANNA",
                    List.of(new Absence(at(MONDAY, "09:00"), at(MONDAY, "09:00").plusSeconds(60L * clerk), "away")))))
                    .isDone();
                default -> bookings.book(new Request("clerk-" + clerk, Subject.of("VISIT", customer),
                    At.of(at(MONDAY, "10:00")))).isDone();
            };
        });
        assertThat(done).contains(true);
        long open = bookings.list(at(MONDAY, "00:00"), at(MONDAY.plusDays(1), "00:00")).stream()
            .filter(one -> one.document().isOpen()).count();
        assertThat(warehouse.reserved("B1", "KIT")).isEqualByComparingTo(java.math.BigDecimal.valueOf(open));
        assertThat(resources.get("ANNA").orElseThrow().absences()).hasSize(4);
    }

}
